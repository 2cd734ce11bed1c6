/** A point on Earth, in degrees of WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const degree = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const pair = new RegExp(String.raw`^\s*${degree}\s*[,;\s]\s*${degree}\s*$`);
/** As Azerbaijani and Russian write numbers: `40,3777; 49,8920`. */
const pairWithCommas = /^\s*(-?\d{1,3},\d+)(?:\s*;\s*|,?\s+)(-?\d{1,3},\d+)\s*$/;

const pointOf = (latitude: string | undefined, longitude: string | undefined): Coordinates | undefined => {
  const [north, east] = [latitude, longitude].map((text) => (text ? Number(text.replace(',', '.')) : Number.NaN));
  if (north === undefined || east === undefined || !(Math.abs(north) <= 90) || !(Math.abs(east) <= 180))
    return undefined;
  return { latitude: north, longitude: east };
};

const inText = (text: string | null | undefined, isEastFirst = false): Coordinates | undefined => {
  const [, one, other] = pair.exec(text ?? '') ?? pairWithCommas.exec(text ?? '') ?? [];
  return isEastFirst ? pointOf(other, one) : pointOf(one, other);
};

/**
 * The parameters in which maps write a point, the first that there is being the one that is meant. Yandex and 2GIS
 * write the longitude first.
 */
const parameters = ['q', 'query', 'destination', 'daddr', 'coordinate', 'sll', 'll', 'center'];
const eastFirst = ['whatshere[point]', 'pt', 'll', 'm'];

const inLink = (link: URL): Coordinates | undefined => {
  const { hostname, pathname, searchParams, hash } = link;
  const isEastFirst = /(^|\.)(yandex|2gis)\./.test(hostname);
  const [, ...pin] = /!3d(-?[\d.]+)!4d(-?[\d.]+)/.exec(link.href) ?? [];
  const [, ...view] = /\/@(-?[\d.]+),(-?[\d.]+)/.exec(pathname) ?? [];
  const [, ...place] = /\/(-?\d+\.\d+)(?:,|%2C)(-?\d+\.\d+)/.exec(pathname) ?? [];
  const [, ...map] = /map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [];
  const given = (isEastFirst ? eastFirst : parameters)
    .map((name) => inText(searchParams.get(name)?.replace(/^loc:/, '').split(/[/~]/)[0], isEastFirst))
    .find(Boolean);
  return (
    pointOf(pin[0], pin[1]) ??
    pointOf(searchParams.get('mlat') ?? undefined, searchParams.get('mlon') ?? undefined) ??
    given ??
    pointOf(view[0], view[1]) ??
    (isEastFirst ? pointOf(place[1], place[0]) : pointOf(place[0], place[1])) ??
    pointOf(map[0], map[1])
  );
};

/**
 * The point in what the person has pasted: `40.3777, 49.8920`, or the link of a map (Google, OpenStreetMap, Yandex,
 * 2GIS, Apple, `geo:`). `undefined` where there is none in it.
 */
export const coordinatesIn = (text: string): Coordinates | undefined => {
  const trimmed = text.trim();
  if (/^geo:/i.test(trimmed)) return inText(trimmed.slice(4).split(/[;?]/)[0]);
  if (URL.canParse(trimmed)) return inLink(new URL(trimmed));
  // `40,37` is one number, as it is written here.
  return /[.;\s]/.test(trimmed) ? inText(trimmed) : undefined;
};
