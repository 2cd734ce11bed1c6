import { ApplicationError } from '../../shared/refusals/application-error.ts';
import type { Language } from '../../shared/refusals/language.ts';
import { az } from '../words/az.ts';
import type { CommandParams, CommandWords } from '../words/command-params.ts';
import { en } from '../words/en.ts';
import { ru } from '../words/ru.ts';
import { commandLanguage } from './command-language.ts';

/** The messages of the commands, in each language; the API words its own refusals. */
export const commandWords: Readonly<Record<Language, CommandWords>> = { en, az, ru };

type Arguments<C extends keyof CommandParams> = CommandParams[C] extends undefined
  ? []
  : [params: Exclude<CommandParams[C], undefined>];

/** A sentence of a command, in the language of the system's locale. */
export const say = <C extends keyof CommandParams>(code: C, ...[params]: Arguments<C>): string => {
  const words: unknown = commandWords[commandLanguage()][code];
  return typeof words === 'function' ? words(params) : String(words);
};

const systemErrors = {
  ENOENT: 'fileNotFound',
  ENOTDIR: 'fileNotFound',
  EACCES: 'fileForbidden',
  EPERM: 'fileForbidden',
  EISDIR: 'isFolder',
} as const;

/**
 * An error as the commands print it: a system error about a file in our words, a refusal in the language of the
 * command, others as they are.
 */
export const sayError = (error: Error & { readonly code?: string; readonly path?: string }): string => {
  const code = systemErrors[error.code as keyof typeof systemErrors];
  if (error instanceof ApplicationError) return error.detail(commandLanguage());
  return code && error.path !== undefined ? say(code, { path: error.path }) : error.message;
};
