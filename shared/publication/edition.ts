import type { Write } from '../aws/transaction.ts';
import type { PublishedContent } from '../desk/published.ts';
import type { Publication } from '../domain/event.ts';
import { resolveLocale, type Site } from '../domain/site.ts';
import { cardSummary, type StoredCard } from '../showcase/card.ts';
import { feedPartitions, feedSortKey } from '../showcase/feed-keys.ts';
import type { StoredPage } from '../showcase/page.ts';
import {
  cardRemoval,
  cardWrite,
  goneWrite,
  pageRemoval,
  pageWrite,
  redirectWrite,
  slugsRemoval,
  slugsWrite,
} from '../showcase/write.ts';
import { renderMarkdown } from './render-markdown.ts';

const cardPlaces = (id: string, { publishedAt, category, campaign, feedLocales }: Publication) =>
  feedLocales.flatMap((locale) =>
    feedPartitions({ locale, category, campaign }).map((partition) => ({
      locale,
      partition,
      sortKey: feedSortKey(publishedAt, id),
    })),
  );

/**
 * The writes that make a publication what the public sees of an event, in place of `previous`: its pages, its cards in the
 * feeds of every language of the site, redirects from slugs it had, and the removal of cards that are no longer right.
 */
export const editionWrites = (
  id: string,
  content: PublishedContent,
  publication: Publication,
  previous: Publication | undefined,
  site: Site,
): Write[] => {
  const { publishedAt, slugs, category, campaign, cover } = publication;
  const shared = { category, ...(campaign && { campaign }) };
  const withCover = (alt = '') => (cover ? { cover: { ...cover, alt } } : {});

  const pages = Object.entries(slugs).map(([locale, slug]) => {
    const { title, summary, body, coverAlt } = translationOf(content, locale);
    const { startsAt, endsAt, venue } = content;
    const page: StoredPage = {
      id,
      locale,
      slug,
      title,
      ...(summary && { summary }),
      body: { markdown: body, html: renderMarkdown(body) },
      ...withCover(coverAlt),
      ...shared,
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
      ...(venue && { venue }),
      publishedAt,
      slugs,
    };
    return pageWrite(page);
  });

  const places = cardPlaces(id, publication);
  const cards = places.map(({ locale: reader, partition, sortKey }) => {
    const locale = resolveLocale(site, reader, Object.keys(slugs)) ?? site.defaultLocale;
    const { title, summary, coverAlt } = translationOf(content, locale);
    const card: StoredCard = {
      title,
      locale,
      slug: slugs[locale] ?? '',
      ...shared,
      ...(summary && { summary: cardSummary(summary) }),
      ...withCover(coverAlt),
    };
    return cardWrite(partition, sortKey, card);
  });

  const kept = new Set(places.map(({ partition, sortKey }) => `${partition} ${sortKey}`));
  const removals = (previous ? cardPlaces(id, previous) : [])
    .filter(({ partition, sortKey }) => !kept.has(`${partition} ${sortKey}`))
    .map(({ partition, sortKey }) => cardRemoval(partition, sortKey));

  const redirects = Object.entries(previous?.slugs ?? {})
    .filter(([locale, slug]) => slugs[locale] !== slug)
    .map(([locale, slug]) => {
      const movedTo = slugs[locale];
      return movedTo ? redirectWrite(locale, slug, movedTo) : goneWrite(locale, slug);
    });

  return [slugsWrite(id, publishedAt, slugs), ...pages, ...cards, ...removals, ...redirects];
};

/** The writes that take an event from the public. What has been seen answers 410 from then on; what has not leaves no trace. */
export const withdrawalWrites = (id: string, publication: Publication, now: Date): Write[] => {
  const seen = publication.publishedAt <= now.toISOString();
  return [
    slugsRemoval(id),
    ...Object.entries(publication.slugs).map(([locale, slug]) => (seen ? goneWrite : pageRemoval)(locale, slug)),
    ...cardPlaces(id, publication).map(({ partition, sortKey }) => cardRemoval(partition, sortKey)),
  ];
};

const translationOf = (content: PublishedContent, locale: string) => {
  const translation = content.translations[locale];
  if (!translation) throw new Error(`The published content has no translation ${locale}.`);
  return translation;
};
