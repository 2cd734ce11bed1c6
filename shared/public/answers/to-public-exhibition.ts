import type { PublicArtwork, PublicExhibition } from '../../contract/public-schemas.ts';
import { visitIn } from '../../model/events/visit-in.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import type { StoredExhibition } from '../../showcase/store/exhibition.ts';
import { exhibitionPageUrl } from '../../showcase/store/page-urls.ts';
import { manifestUrl } from '../../showcase/store/urls.ts';

/**
 * What is shown with an exhibition: its slug in each language, its text and files, some of its artworks, how many it
 * has, and its events.
 */
interface Shown {
  readonly slugs: Readonly<Record<Locale, string>>;
  readonly description: PublicExhibition['description'];
  readonly files: PublicExhibition['files'];
  readonly artworks: PublicArtwork[];
  readonly total: number;
  readonly events: PublicExhibition['events'];
  /** Its photographs, and what stands for it. */
  readonly pictures: Pick<PublicExhibition, 'pictures' | 'cover'>;
}

/** An exhibition as it is sent to readers of a language that it has. */
export const toPublicExhibition = (
  { id, content, publishedAt }: Pick<StoredExhibition, 'id' | 'content' | 'publishedAt'>,
  { slugs, description, files, artworks, total, events, pictures }: Shown,
  locale: Locale,
  site: Site,
): PublicExhibition => {
  const { category, campaign, opensOn, closesOn, rights } = content;
  const { slug = '', title = '', summary } = content.translations[locale] ?? {};
  const openingHours = textIn(content.openingHours, locale, site);
  return {
    ...{ id, locale, slug, title },
    ...(summary && { summary }),
    description,
    category: { slug: category, label: categoryLabel(site, category, locale) },
    ...(campaign && { campaign }),
    ...(opensOn && { opensOn }),
    ...(closesOn && { closesOn }),
    ...(openingHours && { openingHours }),
    ...visitIn(content, locale, site),
    rights,
    ...pictures,
    files,
    artworks,
    artworkCount: total,
    events,
    publishedAt,
    url: exhibitionPageUrl(site, locale, slug),
    manifest: manifestUrl(id),
    alternates: Object.entries(slugs).map(([other, its]) => ({
      locale: other,
      slug: its,
      url: exhibitionPageUrl(site, other, its),
    })),
  };
};
