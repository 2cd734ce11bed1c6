/** Words by language, of some languages only. */
export const wordsIn = (words: Readonly<Record<string, string>>, locales: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter(([locale]) => locales.includes(locale)));
