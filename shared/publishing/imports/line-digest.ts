import { hash } from 'node:crypto';
import type { LineDigest } from '../../desk/events/sources.ts';
import { canonicalJson } from '../../model/json/canonical-json.ts';
import type { ArchiveLine } from '../../model/publication/archive.ts';
import { markdownAddress } from './html/known-images.ts';

const hashOf = (value: unknown): string => hash('sha256', canonicalJson(value), 'base64url');

/** One text, where it is the same in all languages that have it. */
const oneText = (words: Readonly<Record<string, string>>): string | undefined => {
  const texts = new Set(Object.values(words));
  return texts.size === 1 ? [...texts][0] : undefined;
};

/**
 * When and where something takes place in the words of lines up to 0.2.0, as far as they could say it: what was
 * imported then has not changed since.
 */
const occasionOf = ({
  showings,
  place,
  organisers,
  tags,
}: Pick<ArchiveLine, 'showings' | 'place' | 'organisers' | 'tags'>) => {
  const [first, ...others] = showings;
  const { name, ...more } = place ?? {};
  const venue = name && Object.keys(more).length === 0 ? oneText(name) : undefined;
  const isOld = first && others.length === 0 && first.doorsAt === undefined && first.allDay === undefined;
  return {
    ...(isOld
      ? { startsAt: first.startsAt, endsAt: first.endsAt }
      : { showings: showings.length > 0 ? showings : undefined }),
    ...(venue === undefined ? { place } : { venue }),
    ...(organisers.length > 0 && { organisers }),
    ...(tags.length > 0 && { tags }),
  };
};

/** A text with the addresses of its pictures in place of their uploads, which a dry run does not have. */
const withAddresses = (text: string | undefined, images: NonNullable<ArchiveLine['images']>): string | undefined =>
  images.reduce(
    (body, { uploadId, url }) =>
      uploadId && url ? body?.replaceAll(`upload:${uploadId}`, markdownAddress(url)) : body,
    text,
  );

/** What a line says: two lines with equal digests make the same event. */
export const lineDigest = ({
  images = [],
  files: all = [],
  redirectsFrom,
  showings,
  place,
  organisers,
  tags,
  ...rest
}: ArchiveLine): LineDigest => {
  const files = all.filter(({ missing }) => !missing);
  const titles = files.map(({ title }) => title);
  const documents = files.flatMap(({ uploadId }) => uploadId ?? []);
  const uploads = images.flatMap(({ uploadId }) => uploadId ?? []);
  const alts = images.map(({ alt }) => alt);
  const words = images.map(({ caption, credit, focalPoint }) => ({ caption, credit, focalPoint }));
  const translations = Object.fromEntries(
    Object.entries(rest.translations).map(([locale, texts]) => [
      locale,
      { ...texts, body: withAddresses(texts.body, images) },
    ]),
  );
  const hasWords = images.some(({ caption, credit, focalPoint }) => caption ?? credit ?? focalPoint);
  return {
    texts: hashOf({
      ...rest,
      translations,
      ...occasionOf({ showings, place, organisers, tags }),
      redirectsFrom: redirectsFrom.toSorted(),
      alts,
      ...(hasWords && { words }),
      ...(titles.length > 0 && { titles }),
    }),
    ...(uploads.length === images.length && { images: hashOf(uploads) }),
    ...(documents.length === files.length && { files: hashOf(documents) }),
  };
};

/** True where a line says the same as when it was imported, as far as both are known. */
export const isSameLine = (before: LineDigest, now: LineDigest): boolean =>
  before.texts === now.texts &&
  (['images', 'files'] as const).every(
    (name) => before[name] === undefined || now[name] === undefined || before[name] === now[name],
  );
