import type { FieldError } from '../../../shared/model/field-error.ts';
import type { Site } from '../../../shared/model/site.ts';

/** Of the `named` languages of a text those that the site does not have. */
export const unknownLocales = (
  path: string,
  texts: Readonly<Record<string, unknown>>,
  site: Site,
  named: readonly string[] = Object.keys(texts),
): FieldError[] =>
  named
    .filter((locale) => texts[locale] && !site.locales.includes(locale))
    .map((locale) => ({
      path: `${path}.${locale}`,
      message: `is no language of this site; known are ${site.locales.join(', ')}`,
    }));
