type InLocales = Readonly<Record<string, string>>;

/** Words by language with others in one of them; a language without any is left out. */
export const withWords = (words: InLocales | undefined, locale: string, text: string): InLocales => {
  const { [locale]: _, ...others } = words ?? {};
  return text ? { ...others, [locale]: text } : others;
};
