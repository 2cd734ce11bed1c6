import type { Write } from '../aws/transaction.ts';
import { type Edition, type Publication, type PublishedContent, slugsOf } from '../domain/edition.ts';
import { resolveLocale, type Site } from '../domain/site.ts';
import { cardSummary, type StoredCard } from '../showcase/card.ts';
import { feedPartitions, feedSortKey } from '../showcase/feed-keys.ts';
import type { StoredPage } from '../showcase/page.ts';
import {
  addressItem,
  cardItem,
  goneEventItem,
  goneItem,
  itemRemoval,
  itemWrite,
  pageItem,
  redirectItem,
  type ShowcaseItem,
  slugsItem,
} from '../showcase/write.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Everything in the showcase that an edition of an event consists of. */
export const showcaseItems = (id: string, edition: Edition, site: Site): ShowcaseItem[] => {
  const { publication } = edition;
  const slugs = publication ? slugsOf(publication) : {};
  return [
    ...(publication
      ? [
          slugsItem(id, slugs, publication.publishedAt, publication.unpublishAt),
          ...pageItems(id, publication),
          ...cardItems(id, publication, site),
        ]
      : []),
    ...formerItems(id, edition),
  ];
};

/** What old addresses lead to. A slug or an event that was withdrawn answers that it was. */
const formerItems = (id: string, { publication, former, oldAddresses }: Edition): ShowcaseItem[] => {
  const slugs = publication ? slugsOf(publication) : {};
  const seen = Object.entries(former).flatMap(([locale, all]) =>
    all.map((slug) => {
      const current = slugs[locale];
      return current && publication
        ? redirectItem(locale, slug, current, publication.publishedAt)
        : goneItem(locale, slug);
    }),
  );
  return [
    ...oldAddresses.map((path) => addressItem(path, id)),
    ...(!publication && seen.length > 0 ? [goneEventItem(id)] : []),
    ...seen,
  ];
};

/**
 * The writes that put one edition in place of another: what can be read now, whatever was there before; of old addresses those
 * that lead elsewhere than they did, since there may be many; and the removal of items that are no longer right.
 */
export const editionChange = (id: string, next: Edition, previous: Edition | undefined, site: Site): Write[] => {
  const written = new Set(previous ? formerItems(id, previous).map((item) => JSON.stringify(item)) : []);
  return editionWrites(id, next, previous, site, (item) => !written.has(JSON.stringify(item)));
};

/** The writes that make an edition anew, whatever is there of it. */
export const editionRepair = (id: string, next: Edition, previous: Edition, site: Site): Write[] =>
  editionWrites(id, next, previous, site, () => true);

const editionWrites = (
  id: string,
  next: Edition,
  previous: Edition | undefined,
  site: Site,
  isNeeded: (item: ShowcaseItem) => boolean,
): Write[] => {
  const items = showcaseItems(id, next, site);
  const kept = new Set(items.map(keyOf));
  const old = previous ? showcaseItems(id, previous, site) : [];
  return [...items.filter(isNeeded).map(itemWrite), ...old.filter((item) => !kept.has(keyOf(item))).map(itemRemoval)];
};

const keyOf = ({ pk, sk }: ShowcaseItem): string => `${pk.S} ${sk.S}`;

/** What pages and cards have in common. */
const sharedParts = ({ content: { category, campaign }, cover }: Publication, alt = '') => ({
  category,
  ...(campaign && { campaign }),
  ...(cover && { cover: { ...cover, alt } }),
});

const pageItems = (id: string, publication: Publication): ShowcaseItem[] => {
  const { content, publishedAt, unpublishAt, views } = publication;
  const { startsAt, endsAt, venue } = content;
  return Object.entries(content.translations).map(([locale, { slug, title, summary, body, coverAlt }]) => {
    const page: StoredPage = {
      id,
      locale,
      slug,
      title,
      ...(summary && { summary }),
      body: { markdown: body, html: renderMarkdown(body) },
      ...sharedParts(publication, coverAlt),
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
      ...(venue && { venue }),
      ...(views !== undefined && { views }),
      publishedAt,
      ...(unpublishAt && { unpublishAt }),
      slugs: slugsOf(publication),
    };
    return pageItem(page);
  });
};

const cardItems = (id: string, publication: Publication, site: Site): ShowcaseItem[] => {
  const { content, publishedAt, unpublishAt, feedLocales } = publication;
  const { category, campaign, translations } = content;
  const sortKey = feedSortKey(publishedAt, id);
  return feedLocales.flatMap((reader) => {
    const locale = resolveLocale(site, reader, Object.keys(translations)) ?? site.defaultLocale;
    const { title, summary, slug, coverAlt } = translationOf(content, locale);
    const card: StoredCard = {
      title,
      locale,
      slug,
      ...(summary && { summary: cardSummary(summary) }),
      ...sharedParts(publication, coverAlt),
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
