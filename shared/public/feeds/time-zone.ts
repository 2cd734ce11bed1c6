import { contentLine } from './content-line.ts';

/** A moment at which a zone changes its offset, in milliseconds since 1970; offsets in seconds east of UTC. */
interface Transition {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;

/** Shorter than any period of summer time, so that none is missed. */
const step = 28 * 24 * hour;

/** A zone as the runtime knows it, from 1970 on, with the results computed so far. */
interface Zone {
  readonly offsetAt: (instant: number) => number;
  readonly transitions: Transition[];
  searchedTo: number;
}

const zones = new Map<string, Zone>();

const zoneNamed = (timeZone: string): Zone => {
  const known = zones.get(timeZone);
  if (known) return known;
  // The Swedish locale writes times as `2022-11-18 10:00:00`, ten times as fast as `formatToParts` in any locale.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offsetAt = (instant: number): number => {
    const [year = 0, month = 1, ...rest] = (format.format(instant).match(/\d+/g) ?? []).map(Number);
    const [day, hours, minutes, seconds] = rest;
    return Date.UTC(year, month - 1, day, hours, minutes, seconds) / 1000 - Math.floor(instant / 1000);
  };
  const offset = offsetAt(0);
  const zone: Zone = { offsetAt, transitions: [{ at: 0, from: offset, to: offset }], searchedTo: 0 };
  zones.set(timeZone, zone);
  return zone;
};

/**
 * The last change of offset up to an instant after 1970, with the one before it and, where that is near, the one after
 * it.
 */
const transitionsAround = (
  zone: Zone,
  instant: number,
): [before: Transition | undefined, current: Transition, after: Transition | undefined] => {
  while (zone.searchedTo < instant + 24 * hour) {
    let [low, high] = [zone.searchedTo, zone.searchedTo + step];
    const [from, to] = [zone.offsetAt(low), zone.offsetAt(high)];
    if (from !== to) {
      while (high - low > 1000) {
        const middle = Math.floor((low + high) / 2000) * 1000;
        if (zone.offsetAt(middle) === from) low = middle;
        else high = middle;
      }
      zone.transitions.push({ at: high, from, to: zone.offsetAt(high) });
    }
    zone.searchedTo = from === to ? zone.searchedTo + step : high;
  }
  const index = zone.transitions.findLastIndex(({ at }) => at <= instant);
  return [zone.transitions[index - 1], zone.transitions[index] as Transition, zone.transitions[index + 1]];
};

/** `20221118T100000`, of a time that is given as if it were UTC. */
const basic = (time: number): string =>
  new Date(time)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:]/g, '');

/** `+0400`, with seconds where there are any. */
const offsetText = (offset: number): string => {
  const [whole, sign] = [Math.abs(offset), offset < 0 ? '-' : '+'];
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${sign}${two(whole / 3600)}${two((whole % 3600) / 60)}${whole % 60 ? two(whole % 60) : ''}`;
};

/** How long clocks show the same times twice after a change, in milliseconds. */
const setBack = ({ from, to }: Transition): number => Math.max(0, from - to) * 1000;

/** An instant in UTC, as iCalendar writes it. */
export const utcTime = (instant: string): string => `${basic(Date.parse(instant))}Z`;

/**
 * Writes points in time in a zone, and afterwards the zone itself (VTIMEZONE; RFC 5545, section 3.6.5): those of its
 * rules, as the runtime knows them, that these points need. Clients that trust the block and clients that trust the
 * name understand the same.
 */
export const zonedTimes = (timeZone: string) => {
  const zone = zoneNamed(timeZone);
  // An offset has no name that clients know.
  const isNamed = /^[a-z]/i.test(timeZone);
  const used = new Set<Transition>();
  return {
    /** A property that holds an instant. */
    line: (name: string, instant: string): string => {
      const time = Date.parse(instant);
      if (time < 0 || !isNamed) return contentLine(name, utcTime(instant));
      const [before, current, after] = transitionsAround(zone, time);
      // In an hour that occurs twice some clients take the first, some the second.
      const isRepeated = time < current.at + setBack(current) || (after && time >= after.at - setBack(after));
      if (isRepeated) return contentLine(name, utcTime(instant));
      used.add(current);
      // A zone with summer time only confuses some clients.
      if (before && current.to > current.from) used.add(before);
      return contentLine(`${name};TZID=${timeZone}`, basic(time + current.to * 1000));
    },
    /** The zone, once a property has named it. */
    block: (): string => {
      if (used.size === 0) return '';
      const observances = [...used].sort((a, b) => a.at - b.at).map(observance);
      return [
        contentLine('BEGIN', 'VTIMEZONE'),
        contentLine('TZID', timeZone),
        ...observances,
        contentLine('END', 'VTIMEZONE'),
      ].join('');
    },
  };
};

const observance = ({ at, from, to }: Transition): string => {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    contentLine('BEGIN', kind),
    // By the clock as it was until then.
    contentLine('DTSTART', basic(at + from * 1000)),
    contentLine('TZOFFSETFROM', offsetText(from)),
    contentLine('TZOFFSETTO', offsetText(to)),
    contentLine('END', kind),
  ].join('');
};
