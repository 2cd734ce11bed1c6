import { createContext, useContext } from 'react';
import type { AnswerOf, Api } from './api/api.ts';
import type { Session } from './session/session.ts';
import type { UploadQueue } from './uploads/upload-queue.ts';
import type { InLanguages, Language, Words } from './words/words.ts';

/** Who works here, as the API knows them. */
export type Person = AnswerOf<'getMe'>;

/** What every screen needs. */
export interface ConsoleContext {
  readonly api: Api;
  readonly session: Session;
  readonly person: Person;
  readonly site: AnswerOf<'getStaffSite'>;
  /** To be called when the settings of the site have been changed. */
  readonly siteChanged: (site: AnswerOf<'getStaffSite'>) => void;
  readonly language: Language;
  readonly words: Words;
  /** Says something to everybody: on the screen, and to screen readers. */
  readonly announce: (text: string) => void;
  /** The files that are on their way. */
  readonly uploads: UploadQueue;
}

export const Context = createContext<ConsoleContext | undefined>(undefined);

export const useConsole = (): ConsoleContext => {
  const context = useContext(Context);
  if (!context) throw new Error('This is no part of the console.');
  return context;
};

/** The words of one screen, in the language of the console. */
export const useWords = <W>(all: InLanguages<W>): W => all[useConsole().language];
