import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import type { Site } from '../site/site.ts';

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

/** Of the languages of a text that it did not have `before` those that the site does not have. */
export const addedLocales = (
  path: string,
  texts: Readonly<Record<string, string>> | undefined,
  before: Readonly<Record<string, string>> | undefined,
  site: Site,
): FieldError[] =>
  unknownLocales(
    path,
    texts ?? {},
    site,
    Object.keys(texts ?? {}).filter((locale) => before?.[locale] === undefined),
  );
