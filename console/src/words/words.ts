import { az } from './az.ts';
import { en, type Words } from './en.ts';
import { ru } from './ru.ts';

/** The languages that the console speaks. */
export const languages = ['az', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

export type { Words };

/**
 * Words in every language of the console: one that a language lacks does not compile. A screen has its own in its
 * folder, so that they are loaded with it.
 */
export type InLanguages<W> = Readonly<Record<Language, W>>;

/** The words that are there from the beginning. */
export const wordsIn: InLanguages<Words> = { az, en, ru };

export const languageNames: Readonly<Record<Language, string>> = { az: 'Azərbaycanca', en: 'English', ru: 'Русский' };

const key = 'sergi.language';
const isLanguage = (text: string | null | undefined): text is Language => languages.some((one) => one === text);

/** The language that was chosen in this browser, else the first of the browser's that the console speaks. */
export const chosenLanguage = (): Language => {
  const chosen = localStorage.getItem(key);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

export const rememberLanguage = (language: Language): void => localStorage.setItem(key, language);
