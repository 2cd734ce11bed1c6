import type { PublicArtwork } from '../../contract/public-schemas.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, resolveLocale, type Site } from '../../model/site/site.ts';
import type { StoredExhibition } from '../../showcase/store/exhibition.ts';
import { exhibitionPageUrl, pageUrlOfArtwork } from '../../showcase/store/page-urls.ts';
import { readArtworkInPlace } from '../../showcase/store/read-artwork-in-place.ts';
import { manifestUrl } from '../../showcase/store/urls.ts';
import type { Answer } from './answer.ts';
import { findExhibition, publicSlugs } from './find-exhibition.ts';
import { toPublicArtwork } from './to-public-artwork.ts';

/** What the page of an artwork names of its exhibition. */
interface ExhibitionOfArtwork {
  readonly title: string;
  readonly url: string;
  readonly category: { readonly slug: string; readonly label: string };
  readonly rights: string;
  readonly manifest: string;
  readonly publishedAt: string;
}

/** A link to the page of another artwork. */
export interface ArtworkLink {
  readonly title: string;
  readonly locale: Locale;
  readonly url: string;
}

/** An artwork as its page shows it. */
export interface ArtworkForPage {
  /** The language of the page, and the slug of the exhibition in it. */
  readonly locale: Locale;
  readonly slug: string;
  readonly artwork: PublicArtwork;
  readonly exhibition: ExhibitionOfArtwork;
  readonly url: string;
  readonly alternates: readonly { readonly locale: Locale; readonly url: string }[];
  readonly number?: number;
  readonly total: number;
  readonly previous?: ArtworkLink | undefined;
  readonly next?: ArtworkLink | undefined;
}

const exhibitionIn = (
  { id, content, publishedAt }: StoredExhibition,
  locale: Locale,
  slug: string,
  site: Site,
): ExhibitionOfArtwork => ({
  title: content.translations[locale]?.title ?? '',
  url: exhibitionPageUrl(site, locale, slug),
  category: { slug: content.category, label: categoryLabel(site, content.category, locale) },
  rights: content.rights,
  manifest: manifestUrl(id),
  publishedAt,
});

/** An artwork of a published exhibition as its page shows it in `locale`; `missing` where there is no such artwork. */
export const getArtworkForPage = async (
  idOrSlug: string,
  artworkId: string,
  wanted: Locale,
  { site, now }: { readonly site: Site; readonly now: Date },
): Promise<Answer<ArtworkForPage>> => {
  const answer = await findExhibition(idOrSlug, wanted, site, now);
  if (answer.kind !== 'found') return answer;
  const found = await readArtworkInPlace(answer.value.exhibition, artworkId, now);
  if (found === 'gone') return { kind: 'gone' };
  if (!found) return { kind: 'missing' };
  const { exhibition, artwork, number, total, previous, next } = found;
  const slugs = publicSlugs(exhibition, site);
  const locale = resolveLocale(site, answer.value.locale, Object.keys(slugs)) ?? answer.value.locale;
  const slug = slugs[locale] ?? '';
  const shown = (one: PublishedArtwork) => toPublicArtwork(exhibition.id, one, locale, site);
  const linkTo = (one: PublishedArtwork | undefined): ArtworkLink | undefined => {
    if (!one) return undefined;
    const { title, locale: its } = shown(one);
    return { title, locale: its, url: pageUrlOfArtwork(site, locale, slug, one.id) };
  };
  const value: ArtworkForPage = {
    ...{ locale, slug, total },
    artwork: shown(artwork),
    exhibition: exhibitionIn(exhibition, locale, slug, site),
    url: pageUrlOfArtwork(site, locale, slug, artwork.id),
    alternates: Object.entries(slugs).map(([other, its]) => ({
      locale: other,
      url: pageUrlOfArtwork(site, other, its, artwork.id),
    })),
    ...(number !== undefined && { number }),
    previous: linkTo(previous),
    next: linkTo(next),
  };
  return { kind: 'found', value };
};
