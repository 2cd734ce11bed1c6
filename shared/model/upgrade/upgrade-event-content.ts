import { isObject } from '../json/json-object.ts';
import type { Upgrade } from '../json/read-stored.ts';
import { upgradeVenue } from './upgrade-venue.ts';

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

/** When it takes place, as 0.2.0 has stored it: one time. */
const upgradeTime: Upgrade = ({ startsAt, endsAt, ...content }) => ({
  ...content,
  ...(startsAt !== undefined &&
    content.showings === undefined && { showings: [{ startsAt, ...(endsAt !== undefined && { endsAt }) }] }),
});

/**
 * What staff write of an event as 0.1.0 and 0.2.0 have stored it. A text on a cover that there is not goes, and so does
 * an end without a start.
 */
export const upgradeEventContent: Upgrade = (content) => upgradeVenue(upgradeTime(upgradeCover(content)));
