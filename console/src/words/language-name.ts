import type { Language } from './words.ts';

/** The name of a language of the site, in the language of the console where the browser knows it. */
export const languageName = (locale: string, language: Language): string => {
  const own: Readonly<Record<string, string>> = { az: 'azərbaycanca', en: 'ingiliscə', ru: 'rusca' };
  if (language === 'az' && own[locale]) return own[locale];
  return new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale;
};
