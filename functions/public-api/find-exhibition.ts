import { exhibitionSlugs } from '../../shared/domain/exhibition-edition.ts';
import { idSchema } from '../../shared/domain/id.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { resolveLocale, type Site } from '../../shared/domain/site.ts';
import { Problem } from '../../shared/http/problem.ts';
import { exhibitionAnswerUrl } from '../../shared/showcase/addresses.ts';
import type { StoredExhibition } from '../../shared/showcase/exhibition.ts';
import { readExhibition, readExhibitionSlugs } from '../../shared/showcase/read-exhibition.ts';

/** The refusal of an exhibition that is no longer public. */
export const goneExhibition = (name: string): Problem => new Problem('gone', `The exhibition ${name} was withdrawn.`);

/** The slug of each language of an exhibition that the site has. */
export const slugsShown = (exhibition: StoredExhibition, site: Site): Record<Locale, string> =>
  Object.fromEntries(Object.entries(exhibitionSlugs(exhibition)).filter(([locale]) => site.locales.includes(locale)));

/**
 * The published exhibition that an id or slug names, and the language in which a reader of `wanted` gets it: that of the slug, where
 * none is wanted. Throws 404, 410 where it was withdrawn, and 301 where the slug is one that it had before.
 */
export const findExhibition = async (
  idOrSlug: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<{ exhibition: StoredExhibition; locale: Locale }> => {
  const missing = new Problem('not-found', `There is no exhibition ${idOrSlug}.`);
  if (idSchema.safeParse(idOrSlug).success) {
    const exhibition = await demandPublished(idOrSlug, idOrSlug, missing, now);
    const locale = resolveLocale(site, wanted ?? site.defaultLocale, Object.keys(slugsShown(exhibition, site)));
    if (!locale) throw missing;
    return { exhibition, locale };
  }
  const order = wanted ? [wanted, ...site.locales.filter((locale) => locale !== wanted)] : site.locales;
  const [found] = await readExhibitionSlugs(order, idOrSlug);
  if (!found) throw missing;
  const exhibition = await demandPublished(found.exhibitionId, idOrSlug, missing, now);
  const slugs = slugsShown(exhibition, site);
  const locale = resolveLocale(site, wanted ?? found.locale, Object.keys(slugs));
  if (!locale) throw missing;
  if (Object.values(slugs).includes(idOrSlug)) return { exhibition, locale };
  const location = exhibitionAnswerUrl(locale, slugs[locale] ?? '');
  throw new Problem('moved', `This is now at ${location}.`, { headers: { location } });
};

const demandPublished = async (id: string, name: string, missing: Problem, now: Date): Promise<StoredExhibition> => {
  const exhibition = await readExhibition(id, now);
  if (!exhibition) throw missing;
  if (exhibition === 'gone') throw goneExhibition(name);
  return exhibition;
};
