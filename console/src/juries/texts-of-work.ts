import type { Language } from '../words/words.ts';
import type { ListedWork } from './use-jury-works.ts';

type Texts = NonNullable<ListedWork['translations'][string]>;

/** A text of a work: in the language of the console, else in the first language that has it, and in which that is. */
export const textOfWork = (
  { translations }: Pick<ListedWork, 'translations'>,
  field: keyof Texts,
  language: Language,
): { readonly text: string; readonly lang: string } | undefined => {
  const lang = [language, ...Object.keys(translations)].find((one) => translations[one]?.[field]);
  return lang === undefined ? undefined : { text: translations[lang]?.[field] ?? '', lang };
};
