import { languageName } from '../words/language-name.ts';
import type { Language } from '../words/words.ts';
import { historyWords } from './words.ts';

/** What a field of a picture or a file is called (`alt.az`), with its language. */
export const mediaFieldName = (path: string, language: Language): string => {
  const names: Readonly<Record<string, string>> = historyWords[language].mediaFields;
  const [field = '', locale] = path.split('.');
  const name = names[field] ?? field;
  return locale ? `${name} (${languageName(locale, language)})` : name;
};
