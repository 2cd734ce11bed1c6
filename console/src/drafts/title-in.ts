import type { WrittenContent } from '../editing/written-kind.ts';

/** The title of what is written, in whichever language it has one. */
export const titleIn = ({ translations }: Pick<WrittenContent, 'translations'>): string | undefined =>
  Object.values(translations)
    .map((text) => text?.title)
    .find(Boolean);
