import type { Write } from '../aws/transaction.ts';
import { type Edition, type Publication, type PublishedContent, slugsOf } from '../domain/edition.ts';
import { resolveLocale, type Site } from '../domain/site.ts';
import { cardSummary, type StoredCard } from '../showcase/card.ts';
import { feedPartitions, feedSortKey } from '../showcase/feed-keys.ts';
import type { StoredPage } from '../showcase/page.ts';
import {
  addressItem,
  cardItem,
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
  const { publication, former, oldAddresses } = edition;
  const slugs = publication ? slugsOf(publication) : {};
  const formerItems = Object.entries(former).flatMap(([locale, all]) =>
    all.map((slug) => {
      const current = slugs[locale];
      return current && publication
        ? redirectItem(locale, slug, current, publication.publishedAt)
        : goneItem(locale, slug);
    }),
  );
  return [
    ...(publication
      ? [
          slugsItem(id, slugs, publication.publishedAt, publication.unpublishAt),
          ...oldAddresses.map((path) => addressItem(path, id)),
          ...pageItems(id, publication),
          ...cardItems(id, publication, site),
        ]
      : []),
    ...formerItems,
  ];
};

/** The writes that put one edition in place of another: all of its items, and the removal of those it does not have. */
export const editionChange = (id: string, next: Edition, previous: Edition | undefined, site: Site): Write[] => {
  const items = showcaseItems(id, next, site);
  const kept = new Set(items.map(keyOf));
  const old = previous ? showcaseItems(id, previous, site) : [];
  return [...items.map(itemWrite), ...old.filter((item) => !kept.has(keyOf(item))).map(itemRemoval)];
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
