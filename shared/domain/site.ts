import * as z from 'zod';
import { type Locale, localeSchema } from './locale.ts';
import { slugSchema } from './slug.ts';
import { line } from './text.ts';

const label = z.record(localeSchema, line(300));

/** What holds for the whole site: its title, its languages in order of fallback, its categories. */
export const siteSchema = z.strictObject({
  title: label,
  /** The languages of the site; a reader whose language a text lacks gets the first of these that it has. */
  locales: z.array(localeSchema).min(1),
  defaultLocale: localeSchema,
  categories: z.array(z.strictObject({ slug: slugSchema, label })).min(1),
});

export type Site = z.output<typeof siteSchema>;

/** The settings that a new site starts with. */
export const defaultSite: Site = {
  title: { az: 'Sərgi', en: 'Sergi', ru: 'Серги' },
  locales: ['az', 'en', 'ru'],
  defaultLocale: 'az',
  categories: [
    { slug: 'events', label: { az: 'Tədbirlər', en: 'Events', ru: 'Мероприятия' } },
    { slug: 'news', label: { az: 'Xəbərlər', en: 'News', ru: 'Новости' } },
    { slug: 'exhibitions', label: { az: 'Sərgilər', en: 'Exhibitions', ru: 'Выставки' } },
    { slug: 'announcements', label: { az: 'Elanlar', en: 'Announcements', ru: 'Объявления' } },
  ],
};

/** The label of a category in a locale, or in the site's fallback, or its slug where it has been removed. */
export const categoryLabel = (site: Site, slug: string, locale: Locale): string => {
  const label = site.categories.find((category) => category.slug === slug)?.label;
  return label ? (label[resolveLocale(site, locale, Object.keys(label)) ?? ''] ?? slug) : slug;
};

/** The language in which a reader of `wanted` gets a text that exists in `available`: that one, the site's order, or any. */
export const resolveLocale = (site: Site, wanted: Locale, available: readonly Locale[]): Locale | undefined =>
  [wanted, site.defaultLocale, ...site.locales].find((locale) => available.includes(locale)) ?? available[0];
