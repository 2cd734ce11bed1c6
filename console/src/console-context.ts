import { createContext, useContext } from 'react';
import type { AnswerOf, Api } from './api/api.ts';
import type { Person, Session } from './session/session.ts';
import type { Language, Words } from './words/words.ts';

/** What every screen needs. */
export interface ConsoleContext {
  readonly api: Api;
  readonly session: Session;
  readonly person: Person;
  readonly site: AnswerOf<'getStaffSite'>;
  readonly language: Language;
  readonly words: Words;
  /** Says something to everybody: on the screen, and to screen readers. */
  readonly announce: (text: string) => void;
}

export const Context = createContext<ConsoleContext | undefined>(undefined);

export const useConsole = (): ConsoleContext => {
  const context = useContext(Context);
  if (!context) throw new Error('This is no part of the console.');
  return context;
};

/** The name of a language of the site, in the language of the console where the browser knows it. */
export const languageName = (locale: string, language: Language): string => {
  const own: Readonly<Record<string, string>> = { az: 'azərbaycanca', en: 'ingiliscə', ru: 'rusca' };
  if (language === 'az' && own[locale]) return own[locale];
  return new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale;
};
