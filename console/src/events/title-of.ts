import { type Titled, titleIn } from '../drafts/title-in.ts';
import type { Language, Words } from '../words/words.ts';

interface Surroundings {
  readonly language: Language;
  readonly words: Words;
}

/** What an item is called: its title in the language of the console, else in the first language that has one. */
export const titleOf = ({ translations }: Titled, { language, words }: Surroundings): string =>
  translations[language]?.title || titleIn({ translations }) || words.events.untitled;
