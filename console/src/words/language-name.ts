import type { Language } from './words.ts';

const namesIn = new Map<Language, Intl.DisplayNames>();

/** What the browser knows of the names of languages, made once: making it costs more than a row of a list. */
const namesOf = (language: Language): Intl.DisplayNames => {
  const names = namesIn.get(language) ?? new Intl.DisplayNames([language], { type: 'language' });
  namesIn.set(language, names);
  return names;
};

/** The name of a language of the site, in the language of the console where the browser knows it. */
export const languageName = (locale: string, language: Language): string => {
  const own: Readonly<Record<string, string>> = { az: 'azərbaycanca', en: 'ingiliscə', ru: 'rusca' };
  if (language === 'az' && own[locale]) return own[locale];
  return namesOf(language).of(locale) ?? locale;
};
