import type { InternationalString } from '@iiif/presentation-3';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { betweenTags, escapeText } from '../escape-text.ts';

/** The languages of an item that the site has, in the site's order; all of them where the site has none. */
export const languagesOf = (translations: Readonly<Record<Locale, unknown>>, { locales }: Site): Locale[] => {
  const known = locales.filter((locale) => locale in translations);
  return known.length > 0 ? known : Object.keys(translations);
};

/**
 * A text in each language that has it, as a IIIF language map
 * (https://iiif.io/api/presentation/3.0/#44-language-of-property-values); `undefined` where no language has it.
 */
export const inLanguages = (
  locales: readonly Locale[],
  textIn: (locale: Locale) => string | undefined,
): InternationalString | undefined => {
  const texts = locales.flatMap((locale): [Locale, string[]][] => {
    const text = textIn(locale);
    return text ? [[locale, [text]]] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
};

/** A text that is the same in every language, such as a name; `undefined` where there is none. */
export const inAnyLanguage = (text: string | undefined): InternationalString | undefined =>
  text ? { none: [text] } : undefined;

/**
 * A tag, for clients that treat every text as HTML; or HTML as IIIF recognizes it, beginning with `<` and ending with
 * `>`.
 */
const looksLikeMarkup = /<[a-z/!?]|^<.*>$/is;

const shownAsWritten = (text: string): string =>
  looksLikeMarkup.test(text) ? `<span>${escapeText(text, betweenTags)}</span>` : text;

/**
 * The texts as summaries and values, which may be HTML in IIIF: what looks like HTML is escaped, so that every client
 * shows it as text (https://iiif.io/api/presentation/3.0/#45-html-markup-in-property-values). The recommended space
 * after a text is not enough: Mirador 4 still interprets the tags.
 */
export const escapeMarkup = (texts: InternationalString): InternationalString =>
  Object.fromEntries(Object.entries(texts).map(([language, values = []]) => [language, values.map(shownAsWritten)]));
