import { fieldName } from '../events/field-name.ts';
import { mediaFieldName } from '../history/media-field-name.ts';
import { type Conflict, textsByParagraph } from '../merge/merge-contents.ts';
import type { Language, Words } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';
import type { WrittenContent } from './written-kind.ts';

interface Surroundings {
  readonly words: Words;
  readonly language: Language;
  /** The languages of the site. */
  readonly locales: readonly string[];
}

/** The two contents, of which an item that one has removed is in the other. */
interface Sides {
  readonly mine: WrittenContent;
  readonly theirs: WrittenContent;
}

/** A picture or a file by its number in its list, and by its words in the language of the person or in any. */
export const mediaName = (
  list: 'pictures' | 'files',
  uploadId: string,
  { mine, theirs }: Sides,
  { language, locales }: Surroundings,
): string => {
  const texts = conflictWords[language];
  const items = [mine, theirs].map((side) => side[list]).find((all) => all.some((one) => one.uploadId === uploadId));
  const at = items?.findIndex((one) => one.uploadId === uploadId) ?? -1;
  const item = items?.[at];
  const said: Readonly<Record<string, string>> = (item && ('alt' in item ? item.alt : item.title)) ?? {};
  const name = [language, ...locales].map((locale) => said[locale]).find(Boolean);
  const numbered = texts[list](at + 1);
  return name ? texts.called(numbered, name) : numbered;
};

/** What a conflict is about, in the words of the screen: its field, and which picture, file or paragraph. */
export const conflictName = ({ id, path, at }: Conflict, sides: Sides, surroundings: Surroundings): string => {
  const { language } = surroundings;
  const texts = conflictWords[language];
  const [list, uploadId, ...field] = path;
  if ((list === 'pictures' || list === 'files') && uploadId) {
    const name = mediaName(list, uploadId, sides, surroundings);
    return field.length > 0 ? texts.of(name, mediaFieldName(field.join('.'), language)) : name;
  }
  const name = fieldName(path.join('.'), surroundings);
  if (id.endsWith('#order')) return texts.order(name);
  return at !== undefined && textsByParagraph.includes(path.at(-1) ?? '') ? texts.paragraph(name, at + 1) : name;
};
