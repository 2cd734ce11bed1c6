import type { Write } from '../../aws/transaction.ts';
import type { EventPicture } from '../../model/events/event-picture.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import {
  coverPictureOf,
  type ExhibitionEdition,
  type ExhibitionPublication,
  exhibitionCancellation,
  occasionsOf,
} from '../../model/exhibitions/exhibition-edition.ts';
import { publicImage } from '../../model/files/picture.ts';
import { slugsOf, visiblePublication } from '../../model/publication/publication.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { type SitemapItem, sitemapImage, sitemapItems } from '../../showcase/sitemap/sitemap.ts';
import { cardSummary, focusOf, type StoredCard } from '../../showcase/store/card.ts';
import { erasedSlugItem } from '../../showcase/store/erased-slug.ts';
import {
  exhibitionItem,
  exhibitionSlugItem,
  goneExhibitionItem,
  listedExhibitionItem,
  type StoredExhibitionCard,
} from '../../showcase/store/exhibition.ts';
import type { StoredCover } from '../../showcase/store/exhibition-cover.ts';
import { feedPartitions, feedSortKey } from '../../showcase/store/feed-keys.ts';
import type { PublicSummary } from '../../showcase/store/public-summary.ts';
import { cardItem, itemKeyText, itemRemoval, itemWrite, type ShowcaseItem } from '../../showcase/store/write.ts';
import { renderBody } from '../markdown/render-markdown.ts';
import { cancellationItems, publishCountFields, scheduledCancellationItems } from './calendar-items.ts';
import { guidFields, otherSlugs } from './card-parts.ts';
import { digestOf } from './digest-of.ts';
import { cardPlace } from './event-details.ts';
import { storedTextPictures } from './stored-text-pictures.ts';

const publicSummaryOf = (
  { number, actedAt }: ExhibitionEdition,
  publication: ExhibitionPublication | undefined,
): PublicSummary => ({
  edition: number,
  ...(actedAt && { actedAt }),
  ...(publication && {
    publication: {
      publishedAt: publication.publishedAt,
      ...(publication.unpublishAt && { unpublishAt: publication.unpublishAt }),
      slugs: slugsOf(publication),
      readers: publication.feedLocales,
      category: publication.content.category,
      ...(publication.content.campaign && { campaign: publication.content.campaign }),
      ...(publication.artworksDigest && { digest: digestOf(publication) }),
    },
  }),
});

/**
 * Everything in the showcase that an edition of an exhibition consists of, but for its artworks. `cover` is the one
 * that stands for it where no photograph does (`coverArtworkIdOf`).
 */
export const exhibitionItems = (
  id: string,
  edition: ExhibitionEdition,
  cover: PublishedArtwork | undefined,
  site: Site,
): ShowcaseItem[] => {
  const publication = visiblePublication(edition.publication);
  const publicSummary = publicSummaryOf(edition, publication);
  const erased = (edition.erasedSlugs ?? []).map(erasedSlugItem);
  if (!publication)
    return edition.wasPublic
      ? [goneExhibitionItem(id, publicSummary), ...cancellationItems(id, edition), ...erased]
      : erased;
  const { content, publishedAt, unpublishAt, artworkIds, images, documents } = publication;
  const leaving = unpublishAt && exhibitionCancellation(publication, unpublishAt);
  const bodies = Object.entries(content.translations).map(
    ([locale, { description }]) => [locale, renderBody(description, locale)] as const,
  );
  const pageHtml = bodies.flatMap(([locale, body]) => (body.pageHtml ? [[locale, body.pageHtml]] : []));
  const textPictures = bodies.flatMap(([locale, { pictures }]) => {
    const shown = storedTextPictures(pictures, publication);
    return shown.length > 0 ? [[locale, shown]] : [];
  });
  return [
    exhibitionItem(
      {
        id,
        artworkSetVersion: edition.artworkSetVersion,
        count: artworkIds.length,
        ...(edition.isPaged && { order: artworkIds }),
        ...(edition.manifest && { manifest: edition.manifest }),
        content,
        ...(images && { images }),
        ...(documents && { documents }),
        ...(cover && { cover: storedCover(cover) }),
        html: Object.fromEntries(bodies.map(([locale, { html }]) => [locale, html])),
        ...(pageHtml.length > 0 && { pageHtml: Object.fromEntries(pageHtml) }),
        ...(textPictures.length > 0 && { textPictures: Object.fromEntries(textPictures) }),
        publishedAt,
        ...(unpublishAt && { unpublishAt }),
        ...(edition.wasPublic && { wasPublic: true }),
      },
      publicSummary,
    ),
    ...Object.entries(slugsOf(publication)).map(([locale, slug]) => exhibitionSlugItem(locale, slug, id)),
    ...cardItems(id, { publication, edition, cover }, site),
    ...(leaving && unpublishAt ? scheduledCancellationItems(id, edition, leaving, unpublishAt) : []),
    ...sitemapItems(id, publication, sitemapItemOf(edition, publication, cover)),
    ...erased,
  ];
};

const sitemapItemOf = (
  { actedAt }: ExhibitionEdition,
  publication: ExhibitionPublication,
  cover: PublishedArtwork | undefined,
): SitemapItem => {
  const shown = shownCover(publication, cover);
  return {
    kind: 'exhibition',
    slugs: slugsOf(publication),
    ...(actedAt && { actedAt }),
    ...(shown && { image: sitemapImage(shown), ...(shown.until && { imageUntil: shown.until }) }),
  };
};

/** An edition that takes the place of another; `cover` is the artwork that stands for it, where one is shown. */
interface EditionChange {
  readonly next: ExhibitionEdition;
  readonly cover?: PublishedArtwork | undefined;
  readonly previous: ExhibitionEdition | undefined;
}

/** The writes of the addresses that were erased, which answer 410. Each may be written alone. */
export const erasedSlugWrites = ({ erasedSlugs = [] }: Pick<ExhibitionEdition, 'erasedSlugs'>): Write[] =>
  erasedSlugs.map((slugHash) => itemWrite(erasedSlugItem(slugHash)));

/**
 * The writes that put one edition in place of another. Slugs keep leading to the exhibition. Addresses that were erased
 * before are not written again: a transaction has no room for all that an exhibition ever had.
 */
export const exhibitionEditionWrites = (id: string, { next, cover, previous }: EditionChange, site: Site): Write[] => {
  const items = exhibitionItems(id, next, cover, site);
  const kept = new Set(items.map(itemKeyText));
  const written = new Set((previous?.erasedSlugs ?? []).map((slugHash) => itemKeyText(erasedSlugItem(slugHash))));
  const old = previous ? exhibitionItems(id, previous, undefined, site) : [];
  const removed = old.filter((item) => !kept.has(itemKeyText(item)) && !item.exhibitionId);
  return [...items.filter((item) => !written.has(itemKeyText(item))).map(itemWrite), ...removed.map(itemRemoval)];
};

const storedCover = ({ id, image, translations, until }: PublishedArtwork): StoredCover => ({
  ...{ ...publicImage(image), media: image.media, artworkId: id },
  alt: Object.fromEntries(Object.entries(translations).map(([locale, { alt }]) => [locale, alt])),
  ...(until && { until }),
});

/**
 * What stands for it in lists: the photograph that was chosen, an artwork, or where it has none its first photograph.
 */
const shownCover = (
  { content, images = [] }: ExhibitionPublication,
  artwork: PublishedArtwork | undefined,
): (Omit<StoredCover, 'artworkId'> & Pick<EventPicture, 'focalPoint'>) | undefined => {
  const chosen = coverPictureOf(content);
  if (chosen < 0 && artwork) return storedCover(artwork);
  const n = Math.max(chosen, 0);
  const [image, picture] = [images[n], content.pictures[n]];
  if (!image || !picture) return artwork && storedCover(artwork);
  return { ...image, alt: picture.alt, ...(picture.focalPoint && { focalPoint: picture.focalPoint }) };
};

const cardCover = (
  { alt, focalPoint, ...image }: NonNullable<ReturnType<typeof shownCover>>,
  locale: string,
  site: Site,
): StoredCard['cover'] => {
  const language = resolveLocale(site, locale, Object.keys(alt));
  return { ...image, alt: alt[language ?? ''] ?? '', ...(focalPoint && { focus: focusOf(focalPoint) }) };
};

interface ShownPublication {
  readonly publication: ExhibitionPublication;
  readonly edition: ExhibitionEdition;
  readonly cover: PublishedArtwork | undefined;
}

const cardItems = (id: string, { publication, edition, cover }: ShownPublication, site: Site): ShowcaseItem[] => {
  const { content, publishedAt, unpublishAt, feedLocales } = publication;
  const { category, campaign, place, opensOn, closesOn, translations } = content;
  const sortKey = feedSortKey(publishedAt, id);
  const shown = shownCover(publication, cover);
  return feedLocales.flatMap((reader) => {
    const locale = resolveLocale(site, reader, Object.keys(translations)) ?? site.defaultLocale;
    const texts = translations[locale];
    if (!texts) throw new Error(`The published exhibition ${id} has no translation ${locale}.`);
    const card: Omit<StoredCard, 'startsAt' | 'endsAt'> = {
      kind: 'exhibition',
      title: texts.title,
      locale,
      slug: texts.slug,
      category,
      ...(campaign && { campaign }),
      ...cardPlace(place, locale, site),
      ...publishCountFields(edition),
      ...otherSlugs(slugsOf(publication), locale),
      ...guidFields(edition, reader),
      ...(texts.summary && { summary: cardSummary(texts.summary) }),
      ...(shown && { cover: cardCover(shown, locale, site) }),
    };
    const listed: StoredExhibitionCard = {
      ...card,
      ...(opensOn && { opensOn }),
      ...(closesOn && { closesOn }),
    };
    const feeds = [false, ...(locale === reader ? [true] : [])].flatMap((translatedOnly) =>
      feedPartitions({ locale: reader, category, campaign, translatedOnly }),
    );
    return [
      ...feeds.map((partition) => cardItem(partition, sortKey, { ...card, ...occasionsOf(content)[0] }, unpublishAt)),
      listedExhibitionItem(reader, sortKey, listed, unpublishAt),
    ];
  });
};
