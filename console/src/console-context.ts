import { createContext, useContext } from 'react';
import type { AnswerOf, Api } from './api/api.ts';
import type { Session } from './session/session.ts';
import type { UploadQueue } from './uploads/upload-queue.ts';
import type { InLanguages, Language, Words } from './words/words.ts';

/** Who works here, as the API knows them. */
export type Person = AnswerOf<'getMe'>;

/** What the screens of everybody need who has signed in: also those of jurors, who may read no settings of the site. */
interface CommonContext {
  readonly api: Api;
  readonly session: Session;
  readonly person: Person;
  readonly language: Language;
  readonly words: Words;
  /** Says something to everybody: on the screen, and to screen readers. */
  readonly announce: (text: string) => void;
}

/** What every screen of the staff needs. */
export interface ConsoleContext extends CommonContext {
  readonly site: AnswerOf<'getStaffSite'>;
  /** To be called when the settings of the site have been changed. */
  readonly siteChanged: (site: AnswerOf<'getStaffSite'>) => void;
  /** The files that are on their way. */
  readonly uploads: UploadQueue;
}

export const Context = createContext<CommonContext | ConsoleContext | undefined>(undefined);

export const useCommon = (): CommonContext => {
  const context = useContext(Context);
  if (!context) throw new Error('This is no part of the console.');
  return context;
};

export const useConsole = (): ConsoleContext => {
  const context = useCommon();
  if (!('site' in context)) throw new Error('This is no screen for jurors.');
  return context as ConsoleContext;
};

/** The words of one screen, in the language of the console. */
export const useWords = <W>(all: InLanguages<W>): W => all[useCommon().language];
