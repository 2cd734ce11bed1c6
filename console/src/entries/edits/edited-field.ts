import { languageName } from '../../words/language-name.ts';
import type { Language } from '../../words/words.ts';
import { consentWords } from '../consent-words.ts';
import { editedColumns, pathOf } from '../entry-columns.ts';
import { entryWords } from '../words.ts';
import { editWords } from './words.ts';

/** The name of a field of an entry, by its path in the API: of a text with its language. */
export const editedField = (path: string, language: Language): string => {
  const { columns, fields } = entryWords[language];
  const [head = '', locale = ''] = path.split('.');
  const column = editedColumns.find((one) => pathOf(one, locale) === path);
  const { consent } = columns;
  const { guardian, grantedOn, expiresOn, image, name: shownName } = consentWords[language];
  const ofConsent = { guardian, grantedOn, expiresOn, image, name: shownName };
  const names: Readonly<Record<string, string>> = { ...fields, ...ofConsent, consent };
  const name = column ? columns[column] : (names[path.split('.').at(-1) ?? ''] ?? path);
  return head === 'translations' ? editWords[language].inLanguage(name, languageName(locale, language)) : name;
};
