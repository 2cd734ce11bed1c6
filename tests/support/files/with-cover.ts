const alts = { az: 'Rəsm', en: 'A drawing', ru: 'Рисунок' };

/** The content of an event that has an upload as its cover, with what that shows in the languages of a new site. */
export const withCover = (uploadId: string, alt: Readonly<Record<string, string>> = alts) => ({
  pictures: [{ uploadId, alt }],
});
