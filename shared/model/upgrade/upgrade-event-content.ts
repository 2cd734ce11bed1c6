import { isObject, type Upgrade } from '../read-stored.ts';

const withoutAlt = (texts: unknown): unknown => {
  if (!isObject(texts)) return texts;
  const { coverAlt: _, ...rest } = texts;
  return rest;
};

/**
 * What staff write of an event as 0.1.0 has stored it: the upload of its cover as `coverUploadId`, and what that shows as `coverAlt` of
 * each translation. A text on a cover that there is not goes.
 */
export const upgradeEventContent: Upgrade = ({ coverUploadId, ...content }) => {
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
