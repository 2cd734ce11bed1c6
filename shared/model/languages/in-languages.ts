import * as z from 'zod';
import { resolveLocale, type Site } from '../site/site.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { type Locale, localeSchema } from './locale.ts';

/** One line of text for each language. */
export const lineInLanguages = (max: number) => z.record(localeSchema, lineOfText(max));

/** Several lines of text for each language. */
export const paragraphsInLanguages = (max: number) => z.record(localeSchema, paragraphsOfText(max));

/** The text that a reader of `wanted` gets: in that language, else in the first of the site's that it has. */
export const textIn = (
  texts: Readonly<Record<Locale, string>> | undefined,
  wanted: Locale,
  site: Site,
): string | undefined => {
  const known = Object.keys(texts ?? {}).filter((locale) => texts?.[locale]);
  return texts?.[resolveLocale(site, wanted, known) ?? ''];
};
