import { fieldInFull, fieldPath } from '../events/field-in-full.ts';
import { languageName } from '../words/language-name.ts';
import type { Language } from '../words/words.ts';
import { type SiteWords, siteWords } from './words.ts';

/** What the fields are called that stand in one language, in the words of the form. */
const namesIn = (texts: SiteWords, language: string): Readonly<Record<string, string>> => ({
  title: texts.siteTitle(language),
  'contact.address': texts.address(language),
  'quotation.text': texts.quotationText(language),
  'quotation.speaker': texts.speaker(language),
  'picture.alt': texts.pictureAlt(language),
});

/** What the others are called; parts that have no name of their own are called by the whole. */
const namesOf = (texts: SiteWords): Readonly<Record<string, string>> => ({
  'contact.phone': texts.phone,
  'contact.email': texts.email,
  'colours.accent': texts.accent,
  'colours.header': texts.header,
  ...Object.fromEntries(Object.entries(texts.frontends).map(([name, label]) => [`frontend.${name}`, label])),
  title: texts.name,
  locales: texts.locales,
  defaultLocale: texts.defaultLocale,
  timeZone: texts.timeZone,
  categories: texts.categories,
  campaigns: texts.campaigns,
  navigation: texts.navigation,
  logo: texts.logo,
  colours: texts.ownColours,
  font: texts.font,
  contact: texts.footer,
  accessibilityStatement: texts.statement,
  quotation: texts.quotation,
  picture: texts.picture,
  frontend: texts.frontend,
  fourEyes: texts.review,
  requestDays: texts.requests,
});

/**
 * What a field of the settings is called on the screen, by its path as the API names it (`quotation.az.speaker`): with
 * its language, and its number in a list.
 */
export const siteFieldName = (
  path: string,
  { language, locales }: { readonly language: Language; readonly locales: readonly string[] },
): string => {
  const texts = siteWords[language];
  const parts = fieldPath(path, locales);
  const { fields, locale } = parts;
  const field = fields.join('.');
  const [whole = ''] = fields;
  const inLanguage = locale && namesIn(texts, languageName(locale, language))[field];
  if (inLanguage) return inLanguage;
  const names = namesOf(texts);
  return fieldInFull(names[field] ?? names[whole] ?? path, parts, language);
};
