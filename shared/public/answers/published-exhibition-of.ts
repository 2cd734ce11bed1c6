import type { PublicEvent } from '../../contract/public-schemas.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { exhibitionPageUrl } from '../../showcase/store/page-urls.ts';
import { readPublicExhibition } from '../../showcase/store/read-exhibition.ts';
import { publicSlugs } from './find-exhibition.ts';

/** The exhibition that events belong to, where that is public now, as it is named to readers of a language. */
export const publishedExhibitionOf = async (
  id: string,
  site: Site,
  now: Date,
): Promise<(wanted: Locale) => PublicEvent['exhibition']> => {
  const exhibition = await readPublicExhibition(id, now);
  if (!exhibition || exhibition === 'gone') return () => undefined;
  const slugs = publicSlugs(exhibition, site);
  return (wanted) => {
    const locale = resolveLocale(site, wanted, Object.keys(slugs));
    const title = exhibition.content.translations[locale ?? '']?.title;
    return locale && title ? { id, title, url: exhibitionPageUrl(site, locale, slugs[locale] ?? '') } : undefined;
  };
};
