import { noteShown } from '../../freshness/answer-facts.ts';
import { idSchema } from '../../model/id.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { isErasedSlug } from '../../showcase/store/erased-slug.ts';
import type { StoredExhibition } from '../../showcase/store/exhibition.ts';
import { readExhibitionSlugs, readPublicExhibition } from '../../showcase/store/read-exhibition.ts';
import type { Answer } from './answer.ts';

/** The slug of each language of an exhibition that the site has. */
export const publicSlugs = (exhibition: StoredExhibition, site: Site): Record<Locale, string> =>
  Object.fromEntries(Object.entries(slugsOf(exhibition)).filter(([locale]) => site.locales.includes(locale)));

/**
 * The published exhibition that an id or slug names, and the language in which a reader of `wanted` gets it: that of
 * the slug, where none is wanted.
 */
export const findExhibition = async (
  idOrSlug: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<Answer<{ exhibition: StoredExhibition; locale: Locale }>> => {
  const isId = idSchema.safeParse(idOrSlug).success;
  const order = wanted ? [wanted, ...site.locales.filter((locale) => locale !== wanted)] : site.locales;
  const [found] = isId
    ? [{ exhibitionId: idOrSlug, locale: site.defaultLocale }]
    : await readExhibitionSlugs(order, idOrSlug);
  // Another exhibition may be published with this slug in a language that comes before: readers get that one then.
  if (!isId && found?.locale !== order[0]) noteShown('lists');
  const exhibition = found && (await readPublicExhibition(found.exhibitionId, now));
  if (!exhibition) {
    const isErased = !isId && !found && (await isErasedSlug('exhibition', site.locales, idOrSlug));
    return { kind: isErased ? 'gone' : 'missing' };
  }
  if (exhibition === 'gone') return { kind: 'gone' };
  const slugs = publicSlugs(exhibition, site);
  const locale = resolveLocale(site, wanted ?? found.locale, Object.keys(slugs));
  if (!locale) return { kind: 'missing' };
  if (isId || Object.values(slugs).includes(idOrSlug)) return { kind: 'found', value: { exhibition, locale } };
  return { kind: 'moved', locale, slug: slugs[locale] ?? '' };
};
