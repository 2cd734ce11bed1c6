import type { Content } from '../events/content.ts';

/** The title of what is written, in whichever language it has one. */
export const titleIn = ({ translations }: Content): string | undefined =>
  Object.values(translations)
    .map(({ title }) => title)
    .find(Boolean);
