import { type FieldError, fieldError } from '../refusals/field-error.ts';
import type { Site } from './site.ts';

/** Of the `named` languages of a text those that the site does not have. */
export const unknownLocales = (
  path: string,
  texts: Readonly<Record<string, unknown>>,
  site: Site,
  named: readonly string[] = Object.keys(texts),
): FieldError[] =>
  named
    .filter((locale) => texts[locale] && !site.locales.includes(locale))
    .map((locale) => fieldError(`${path}.${locale}`, 'unknownLocale', { known: site.locales }));
