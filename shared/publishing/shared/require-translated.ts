import type { Locale } from '../../model/languages/locale.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';

/** Throws where one of some languages, which are said to be up to date, has no text. */
export const requireTranslated = (
  { translations }: { readonly translations: Readonly<Record<Locale, unknown>> },
  locales: readonly Locale[],
): void => {
  const untranslated = locales.filter((locale) => !translations[locale]);
  if (untranslated.length > 0)
    throw new InvalidInputError(untranslated.map((locale) => fieldError(`translations.${locale}`, 'required')));
};
