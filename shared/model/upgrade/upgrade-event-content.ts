import { isObject, type JsonObject, type Upgrade } from '../read-stored.ts';

const withoutAlt = (texts: unknown): unknown => {
  if (!isObject(texts)) return texts;
  const { coverAlt: _, ...rest } = texts;
  return rest;
};

/** The upload of the cover of 0.1.0 as `coverUploadId`, and what it shows as `coverAlt` of each translation. */
const upgradeCover: Upgrade = ({ coverUploadId, ...content }) => {
  const translations = Object.entries(isObject(content.translations) ? content.translations : {});
  const alts = translations.flatMap(([locale, texts]) =>
    isObject(texts) && 'coverAlt' in texts ? [[locale, texts.coverAlt] as const] : [],
  );
  if (coverUploadId === undefined && alts.length === 0) return content;
  return {
    ...content,
    ...(alts.length > 0 && {
      translations: Object.fromEntries(translations.map(([locale, texts]) => [locale, withoutAlt(texts)])),
    }),
    ...(coverUploadId !== undefined &&
      content.pictures === undefined && { pictures: [{ uploadId: coverUploadId, alt: Object.fromEntries(alts) }] }),
  };
};

/** The languages that the place's name gets: the venue was one line for all. Without a text its language is not known. */
const localesOf = ({ translations }: JsonObject): string[] => {
  const locales = Object.keys(isObject(translations) ? translations : {});
  return locales.length > 0 ? locales : ['und'];
};

/** What editors have confirmed of the venue, of the name of the place in each language. */
const upgradeConfirmed = (confirmed: unknown, locales: readonly string[]): unknown =>
  Array.isArray(confirmed)
    ? confirmed.flatMap((one) =>
        isObject(one) && one.field === 'venue'
          ? locales.map((locale) => ({ ...one, field: 'place.name', locale }))
          : [one],
      )
    : confirmed;

/** When and where it takes place, as 0.2.0 has stored it: one time, and a line. */
const upgradeOccasion: Upgrade = ({ startsAt, endsAt, venue, ...content }) => {
  if (startsAt === undefined && endsAt === undefined && venue === undefined) return content;
  const locales = localesOf(content);
  const name = Object.fromEntries(locales.map((locale) => [locale, venue]));
  return {
    ...content,
    ...(startsAt !== undefined &&
      content.showings === undefined && { showings: [{ startsAt, ...(endsAt !== undefined && { endsAt }) }] }),
    ...(venue !== undefined && content.place === undefined && { place: { name } }),
    ...(content.confirmedMentions !== undefined && {
      confirmedMentions: upgradeConfirmed(content.confirmedMentions, locales),
    }),
  };
};

/**
 * What staff write of an event as 0.1.0 and 0.2.0 have stored it. A text on a cover that there is not goes, and so does
 * an end without a start.
 */
export const upgradeEventContent: Upgrade = (content) => upgradeOccasion(upgradeCover(content));
