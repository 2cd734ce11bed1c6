import type { InternationalString } from '@iiif/presentation-3';
import type { Locale } from '../../model/languages/locale.ts';

/** A page about a resource, as IIIF links to it (https://iiif.io/api/presentation/3.0/#homepage). */
export interface Homepage {
  readonly id: string;
  readonly type: 'Text';
  readonly label: InternationalString;
  readonly language: Locale[];
}

/** The page of a resource in each of its languages, under its label in that language. */
export const homepagesIn = (
  locales: readonly Locale[],
  label: InternationalString,
  urlIn: (locale: Locale) => string,
): Homepage[] =>
  locales.map((locale) => {
    const own = label[locale];
    return { id: urlIn(locale), type: 'Text', label: own ? { [locale]: own } : label, language: [locale] };
  });
