import * as z from 'zod';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { idSchema } from '../id.ts';
import { type Locale, localeSchema } from '../languages/locale.ts';
import { confirmedMentionsSchema } from '../names/confirmed-mention.ts';
import { slugSchema } from '../text/slug.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { canonicalTimeZone } from '../time/time-zone-name.ts';
import { accessibilityStatementSchema, coloursSchema, contactSchema, fontFamilies, logoSchema } from './appearance.ts';
import { frontendErrors, frontendSchema } from './frontend.ts';
import { webAddress } from './web-address.ts';

/** A short text per language. */
const label = z.record(localeSchema, lineOfText(150));

const labelled = z.array(z.strictObject({ slug: slugSchema, label })).max(100);

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** A section in the navigation, and a page there. */
export const navigatedSectionSchema = z.strictObject({ category: slugSchema });
export const navigatedPageSchema = z.strictObject({ page: idSchema });

/** Most sections and pages in the navigation. */
const maxNavigation = 20;

/** What holds for the whole site. */
export const siteSchema = z.strictObject({
  title: label,
  /**
   * The languages of the site, in order of fallback: a reader whose language a text lacks gets the first that it has,
   * the default language before all. At most four, so that every change of a publication fits into one transaction.
   */
  locales: z.array(localeSchema).min(1).max(4).refine(unique, issueCode('duplicates')),
  defaultLocale: localeSchema,
  /** The zone in which the days of events are days: its canonical IANA name, whichever of its names is written. */
  timeZone: z
    .string()
    .refine((name) => canonicalTimeZone(name) !== undefined, { error: issueCode('invalidTimeZone'), abort: true })
    .overwrite((name) => canonicalTimeZone(name) ?? name)
    .default('Asia/Baku'),
  categories: labelled.min(1).refine((all) => unique(all.map(({ slug }) => slug)), issueCode('duplicates')),
  campaigns: labelled.refine((all) => unique(all.map(({ slug }) => slug)), issueCode('duplicates')).default([]),
  /** What the navigation of every page shows, in this order; all sections and then all editors' pages, where absent. */
  navigation: z
    .array(z.union([navigatedSectionSchema, navigatedPageSchema]))
    .max(maxNavigation)
    .refine((all) => unique(all.map((one) => JSON.stringify(one))), issueCode('duplicates'))
    .optional(),
  frontend: frontendSchema.optional(),
  picture: z.strictObject({ url: webAddress('https://example.org/picture.jpg'), alt: label }).optional(),
  quotation: z
    .record(localeSchema, z.strictObject({ text: paragraphsOfText(1_000), speaker: lineOfText(300) }))
    .optional(),
  logo: logoSchema.optional(),
  colours: coloursSchema.optional(),
  /** What the pages are written in: the font of the reader's system, where absent. */
  font: z.enum(fontFamilies).optional(),
  /** What the footer of every page says. */
  contact: contactSchema.optional(),
  accessibilityStatement: accessibilityStatementSchema.optional(),
  /** Nobody publishes what they have changed last themselves. */
  fourEyes: z.boolean().optional(),
  /** In how many days a person who asks for something of their data is answered; one calendar month, where absent. */
  requestDays: z.int().min(1).max(90).optional(),
  /** Where an admin has said that a text means another person than an artist whose name is withheld. */
  confirmedMentions: confirmedMentionsSchema.optional(),
});

export type Site = z.output<typeof siteSchema>;

/**
 * What of the settings contradicts itself: labels that lack the default language, or have one that the site does not.
 */
export const siteErrors = (site: Site): FieldError[] => {
  const texts: [string, Readonly<Record<string, unknown>>][] = [
    ['title', site.title],
    ...site.categories.map(({ label }, n) => [`categories.${n}.label`, label] as [string, typeof label]),
    ...site.campaigns.map(({ label }, n) => [`campaigns.${n}.label`, label] as [string, typeof label]),
  ];
  const known = (path: string, text: Readonly<Record<string, unknown>>) =>
    Object.keys(text)
      .filter((locale) => !site.locales.includes(locale))
      .map((locale) => fieldError(`${path}.${locale}`, 'unknownLocale', { known: site.locales }));
  return [
    ...(site.locales.includes(site.defaultLocale)
      ? []
      : [fieldError('defaultLocale', 'invalidChoice', { allowed: site.locales })]),
    ...texts.flatMap(([path, text]) => [
      ...(text[site.defaultLocale] ? [] : [fieldError(`${path}.${site.defaultLocale}`, 'required')]),
      ...known(path, text),
    ]),
    ...(site.navigation ?? []).flatMap((one, n) =>
      'category' in one && !site.categories.some(({ slug }) => slug === one.category)
        ? [
            fieldError(`navigation.${n}.category`, 'unknownCategory', {
              known: site.categories.map(({ slug }) => slug),
            }),
          ]
        : [],
    ),
    ...known('quotation', site.quotation ?? {}),
    ...known('picture.alt', site.picture?.alt ?? {}),
    ...known('contact.address', site.contact?.address ?? {}),
    ...frontendErrors(site.frontend, site.locales),
  ];
};

/** The settings that a new site starts with. */
export const defaultSite: Site = {
  title: { az: 'Sərgi', en: 'Sergi', ru: 'Серги' },
  locales: ['az', 'en', 'ru'],
  defaultLocale: 'az',
  timeZone: 'Asia/Baku',
  categories: [
    { slug: 'events', label: { az: 'Tədbirlər', en: 'Events', ru: 'Мероприятия' } },
    { slug: 'news', label: { az: 'Xəbərlər', en: 'News', ru: 'Новости' } },
    { slug: 'exhibitions', label: { az: 'Sərgilər', en: 'Exhibitions', ru: 'Выставки' } },
    { slug: 'announcements', label: { az: 'Elanlar', en: 'Announcements', ru: 'Объявления' } },
  ],
  campaigns: [],
};

/** The label of a category in a locale, or in the site's fallback, or its slug where it has been removed. */
export const categoryLabel = (site: Site, slug: string, locale: Locale): string => {
  const label = site.categories.find((category) => category.slug === slug)?.label;
  return label ? (label[resolveLocale(site, locale, Object.keys(label)) ?? ''] ?? slug) : slug;
};

/** What of the settings decides in which language a reader gets a text. */
export const localeSettingsOf = ({ locales, defaultLocale }: Site) => [defaultLocale, locales];

/**
 * The language in which a reader of `wanted` gets a text that exists in `available`: that one, the site's order, or
 * any.
 */
export const resolveLocale = (site: Site, wanted: Locale, available: readonly Locale[]): Locale | undefined =>
  [wanted, site.defaultLocale, ...site.locales].find((locale) => available.includes(locale)) ?? available[0];
