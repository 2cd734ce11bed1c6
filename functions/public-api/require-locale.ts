import type { Locale } from '../../shared/model/languages/locale.ts';
import { lookUpLocale } from '../../shared/model/languages/look-up-locale.ts';
import type { Site } from '../../shared/model/site/site.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { fieldError } from '../../shared/refusals/field-error.ts';

/**
 * The language of the site that a reader's `locale` stands for, in the site's spelling, which every link and cursor
 * has; `undefined` where the reader asks for none. Throws a 404 with the site's languages where it has no such
 * language.
 */
export const requireLocale = (wanted: string | undefined, { locales }: Site): Locale | undefined => {
  if (wanted === undefined) return undefined;
  const locale = lookUpLocale(wanted, locales);
  if (locale) return locale;
  throw new NotFoundError([fieldError('locale', 'unknownValue', { value: wanted, known: locales })]);
};
