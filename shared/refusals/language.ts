/** The languages that refusals are worded in; the first is that of callers who ask for none of them. */
export const languages = ['en', 'az', 'ru'] as const;

export type Language = (typeof languages)[number];

/** The first of some language tags (BCP 47; the dearest first) that refusals are worded in, else English. */
export const languageFor = (wanted: readonly string[]): Language => {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split(/[-_]/)[0];
    const known = languages.find((language) => language === base);
    if (known) return known;
  }
  return languages[0];
};
