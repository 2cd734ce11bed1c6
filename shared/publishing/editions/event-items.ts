import type { Write } from '../../aws/transaction.ts';
import { cancellationOf } from '../../model/events/cancellation.ts';
import { pictureWordsIn } from '../../model/events/event-picture.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import { type Edition, imagesOf, type Publication, type PublishedContent } from '../../model/publication/edition.ts';
import { slugsOf, visiblePublication } from '../../model/publication/publication.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { type SitemapItem, sitemapImage, sitemapItems } from '../../showcase/sitemap/sitemap.ts';
import { cardSummary, focusOf, type StoredCard } from '../../showcase/store/card.ts';
import { erasedSlugItem } from '../../showcase/store/erased-slug.ts';
import { feedPartitions, feedSortKey } from '../../showcase/store/feed-keys.ts';
import { type FrameKind, frameEntryItem } from '../../showcase/store/frame.ts';
import type { StoredFile, StoredPage, StoredPicture } from '../../showcase/store/page.ts';
import type { PublicSummary } from '../../showcase/store/public-summary.ts';
import {
  cardItem,
  goneEventItem,
  itemKeyText,
  itemRemoval,
  itemWrite,
  legacyPathItem,
  pageItem,
  previousSlugItem,
  type ShowcaseItem,
  slugsItem,
} from '../../showcase/store/write.ts';
import { renderBody } from '../markdown/render-markdown.ts';
import { cancellationItems, publishCountFields, scheduledCancellationItems } from './calendar-items.ts';
import { guidFields, otherSlugs } from './card-parts.ts';
import { digestOf } from './digest-of.ts';
import { cardDetails, eventDetails } from './event-details.ts';
import { storedTextPictures } from './stored-text-pictures.ts';

/** Everything in the showcase that an edition of an event consists of. */
export const eventItems = (id: string, edition: Edition, site: Site): ShowcaseItem[] => [
  ...currentItems(id, edition, site),
  ...legacyItems(id, edition),
];

/** What can be read now. */
const currentItems = (id: string, edition: Edition, site: Site): ShowcaseItem[] => {
  const { publication: whole, slugHistory } = edition;
  const isSeen = Object.values(slugHistory).flat().length > 0 || (edition.erasedSlugs?.length ?? 0) > 0;
  const publication = visiblePublication(whole);
  const publicSummary = publicSummaryOf(edition, publication);
  if (!publication)
    return isSeen ? [goneEventItem(id, publicSummary, edition.kind), ...cancellationItems(id, edition)] : [];
  const leaving = publication.unpublishAt && cancellationOf(publication, publication.unpublishAt);
  return [
    slugsItem(
      id,
      publicSummary,
      {
        slugs: slugsOf(publication),
        publishedAt: publication.publishedAt,
        unpublishAt: publication.unpublishAt,
        wasPublic: isSeen,
      },
      edition.kind,
    ),
    ...(edition.kind ? [frameItem(id, publication, edition.kind)] : cardItems(id, publication, edition, site)),
    ...(edition.kind === 'notice' ? [] : pageItems(id, publication, edition, site)),
    ...(leaving && publication.unpublishAt
      ? scheduledCancellationItems(id, edition, leaving, publication.unpublishAt)
      : []),
    ...(edition.kind ? [] : sitemapItems(id, publication, sitemapItemOf(edition, publication))),
  ];
};

const sitemapItemOf = ({ actedAt }: Edition, publication: Publication): SitemapItem => ({
  slugs: slugsOf(publication),
  ...(actedAt && { actedAt }),
  ...(publication.cover && { image: sitemapImage(publication.cover) }),
  ...(publication.cover?.until && { imageUntil: publication.cover.until }),
});

const publicSummaryOf = ({ number, actedAt }: Edition, publication: Publication | undefined): PublicSummary => ({
  edition: number,
  ...(actedAt && { actedAt }),
  ...(publication && { publication: summaryOf(publication) }),
});

const summaryOf = (publication: Publication): PublicSummary['publication'] => {
  const { gallery = [], textPictures = [], documents = [] } = publication;
  const others = [...gallery, ...textPictures, ...documents];
  return {
    publishedAt: publication.publishedAt,
    ...(publication.unpublishAt && { unpublishAt: publication.unpublishAt }),
    slugs: slugsOf(publication),
    ...(publication.feedLocales.length > 0 && { readers: publication.feedLocales }),
    category: publication.content.category,
    ...(publication.content.campaign && { campaign: publication.content.campaign }),
    ...(publication.cover && { media: publication.cover.media }),
    ...(others.length > 0 && { gallery: others.map(({ media }) => media) }),
    digest: digestOf(publication),
  };
};

/**
 * What leads to the event from addresses that it had. These items never change, however often it is published again.
 */
const legacyItems = (
  id: string,
  { kind, publication: whole, slugHistory, redirectsFrom, erasedSlugs = [] }: Edition,
): ShowcaseItem[] => {
  const publication = visiblePublication(whole);
  const slugs = publication ? slugsOf(publication) : {};
  return [
    ...redirectsFrom.map((path) => legacyPathItem(path, id)),
    ...erasedSlugs.map(erasedSlugItem),
    ...Object.entries(kind === 'notice' ? {} : slugHistory).flatMap(([locale, all]) =>
      all.filter((slug) => slug !== slugs[locale]).map((slug) => previousSlugItem(locale, slug, id, kind)),
    ),
  ];
};

/**
 * The writes that put one edition in place of another: what can be read now, whatever was there before; of old
 * addresses, of which there may be many, those that are new; and the removal of items that are no longer right.
 */
export const eventEditionWrites = (id: string, next: Edition, previous: Edition | undefined, site: Site): Write[] => {
  const old = previous ? eventItems(id, previous, site) : [];
  const written = new Set((previous ? legacyItems(id, previous) : []).map(itemKeyText));
  const current = currentItems(id, next, site);
  const added = legacyItems(id, next).filter((item) => !written.has(itemKeyText(item)));
  const kept = new Set([...current, ...legacyItems(id, next)].map(itemKeyText));
  return [
    ...[...current, ...added].map(itemWrite),
    ...old.filter((item) => !kept.has(itemKeyText(item))).map(itemRemoval),
  ];
};

/** The writes that replace the redirects of an edition's old addresses. Each may be written alone. */
export const legacyItemWrites = (id: string, edition: Edition): Write[] => legacyItems(id, edition).map(itemWrite);

/** What pages and cards have in common. */
const sharedParts = ({ content: { category, campaign } }: Publication) => ({
  category,
  ...(campaign && { campaign }),
});

/** The pictures with their words in a language. */
const picturesFor = (publication: Publication, locale: string): StoredPicture[] =>
  imagesOf(publication).map((image, n) => ({
    ...image,
    ...pictureWordsIn(publication.content.pictures[n] ?? {}, locale),
  }));

/** The files with their titles in a language. */
const filesFor = ({ documents = [], content }: Publication, locale: string, site: Site): StoredFile[] =>
  documents.map((document, n) => ({ ...document, title: textIn(content.files[n]?.title, locale, site) ?? '' }));

const pageItems = (
  id: string,
  publication: Publication,
  { kind, slugHistory }: Edition,
  site: Site,
): ShowcaseItem[] => {
  const { content, publishedAt, unpublishAt, views } = publication;
  const { exhibitionId } = content;
  return Object.entries(content.translations).map(([locale, { slug, title, summary, body = '' }]) => {
    const { html, pageHtml, pictures } = renderBody(body, locale);
    const textPictures = storedTextPictures(pictures, publication);
    const page: StoredPage = {
      id,
      locale,
      slug,
      title,
      ...(summary && { summary }),
      body: { markdown: body, html },
      ...(pageHtml && { pageHtml }),
      ...(textPictures.length > 0 && { textPictures }),
      ...sharedParts(publication),
      ...eventDetails(content, locale, site),
      pictures: picturesFor(publication, locale),
      files: filesFor(publication, locale, site),
      ...(exhibitionId && { exhibitionId }),
      ...(views !== undefined && { views }),
      publishedAt,
      ...(unpublishAt && { unpublishAt }),
      slugs: slugsOf(publication),
      ...(slugHistory[locale]?.includes(slug) && { wasPublic: true }),
    };
    return pageItem(page, kind);
  });
};

/** The entry of a page or a notice among those that every page of the site shows. */
const frameItem = (id: string, { content, publishedAt, unpublishAt }: Publication, kind: FrameKind): ShowcaseItem => {
  const texts = Object.entries(content.translations).map(([locale, { title, slug, summary }]) => [
    locale,
    { title, ...(kind === 'page' && { slug }), ...(summary && { summary }) },
  ]);
  return frameEntryItem(kind, feedSortKey(publishedAt, id), {
    texts: Object.fromEntries(texts),
    ...content.notice,
    publishedAt,
    ...(unpublishAt && { unpublishAt }),
  });
};

/** What a card shows of the pictures. */
const coverOf = ([first]: readonly StoredPicture[]): Pick<StoredCard, 'cover'> => {
  if (!first) return {};
  const { caption: _, credit: __, focalPoint, ...cover } = first;
  return { cover: { ...cover, ...(focalPoint && { focus: focusOf(focalPoint) }) } };
};

const cardItems = (id: string, publication: Publication, edition: Edition, site: Site): ShowcaseItem[] => {
  const edited = publishCountFields(edition);
  const { content, publishedAt, unpublishAt, feedLocales } = publication;
  const { category, campaign, translations } = content;
  const sortKey = feedSortKey(publishedAt, id);
  return feedLocales.flatMap((reader) => {
    const locale = resolveLocale(site, reader, Object.keys(translations)) ?? site.defaultLocale;
    const { title, summary, slug } = translationOf(content, locale);
    const card: StoredCard = {
      title,
      locale,
      slug,
      ...cardDetails(content, locale, site),
      ...edited,
      ...otherSlugs(slugsOf(publication), locale),
      ...guidFields(edition, reader),
      ...(summary && { summary: cardSummary(summary) }),
      ...sharedParts(publication),
      ...coverOf(picturesFor(publication, locale)),
    };
    return [false, ...(locale === reader ? [true] : [])]
      .flatMap((translatedOnly) => feedPartitions({ locale: reader, category, campaign, translatedOnly }))
      .map((partition) => cardItem(partition, sortKey, card, unpublishAt));
  });
};

const translationOf = (content: PublishedContent, locale: string) => {
  const translation = content.translations[locale];
  if (!translation) throw new Error(`The published content has no translation ${locale}.`);
  return translation;
};
