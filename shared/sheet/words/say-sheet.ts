import type { Language } from '../../refusals/language.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import type { SheetParams, SheetWords } from './sheet-params.ts';

/** What is said of a sheet, in each language: by `npm run upload` and by the console alike. */
const sheetWords: Readonly<Record<Language, SheetWords>> = { en, az, ru };

type Arguments<C extends keyof SheetParams> = [SheetParams[C]] extends [undefined]
  ? []
  : [params: Exclude<SheetParams[C], undefined>];

/** A sentence on a sheet, in a language. */
export const saySheet = <C extends keyof SheetParams>(
  language: Language,
  code: C,
  ...[params]: Arguments<C>
): string => {
  const words: unknown = sheetWords[language][code];
  return typeof words === 'function' ? words(params) : String(words);
};
