import type { Language, Words } from '../words/words.ts';

interface Surroundings {
  readonly language: Language;
  readonly words: Words;
}

/** What is known of an item by whatever it is called. */
export interface Titled {
  readonly displayTitle: string;
  readonly translations: Readonly<Record<string, { readonly title?: string | undefined } | undefined>>;
}

/** What an item is called: its title in the language of the console, else in the first language that has one. */
export const titleOf = ({ displayTitle, translations }: Titled, { language, words }: Surroundings): string =>
  translations[language]?.title || displayTitle || words.events.untitled;
