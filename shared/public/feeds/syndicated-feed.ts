import type { FeedCard, PublicPicture, PublicPlace } from '../../contract/public-schemas.ts';
import type { PublicFile } from '../../model/files/document.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import { withDirectionMark } from '../../model/text/text-direction.ts';
import { cardPublishCount, sequenceOf, toFeedCard } from '../../showcase/store/card.ts';
import type { FeedScope } from '../../showcase/store/feed-keys.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import type { FeedEntry } from '../../showcase/store/read.ts';
import { feedUrl } from '../../showcase/store/urls.ts';
import { bodyText } from '../pages/item/body-text.ts';
import { siteText, siteTitle } from '../pages/markup/site-text.ts';
import { type FeedText, feedContent } from './feed-content.ts';

/** A feed card, with the additional data of other formats. */
export interface SyndicatedItem extends FeedCard {
  /** What names it in feeds of this language, for good: its id, with the language where that is not its first one. */
  readonly guid: string;
  /** The same for JSON Feeds. */
  readonly jsonId: string;
  /** When staff last published it. */
  readonly updatedAt: string;
  /** Grows whenever it is published again. */
  readonly sequence: number;
  /** What names one of its showings in calendars, for good: its id, with the start of all but the first. */
  readonly uid: string;
  readonly address?: string | undefined;
  /** Where it takes place on the web. */
  readonly onlineUrl?: string | undefined;
  /** Latitude and longitude of its place. */
  readonly geo?: readonly number[] | undefined;
  /** Documents to open or keep. Absent of what is a summary alone. */
  readonly files?: readonly PublicFile[] | undefined;
  /** The whole text as HTML, and the pictures of a gallery after the cover. Absent of what is a summary alone. */
  readonly content?: string | undefined;
  /** How that begins, where there is no summary. */
  readonly excerpt?: string | undefined;
  readonly gallery?: readonly PublicPicture[] | undefined;
}

/** What calendars say of an item, and its card leaves out. */
export interface CalendarText {
  /** Not cut. */
  readonly summary?: string | undefined;
  readonly place?: PublicPlace | undefined;
}

/** A page of a feed in one language, independent of the format. Addresses are absolute. */
export interface SyndicatedFeed {
  readonly locale: Locale;
  readonly title: string;
  /** The institution that publishes it. */
  readonly publisher: string;
  readonly home: string;
  /** The feed's permanent id: the same on all its pages. */
  readonly id: string;
  /** The address of this page, and those of the first page and, where there may be more, the next. */
  readonly self: string;
  readonly first: string;
  readonly next?: string;
  readonly items: readonly SyndicatedItem[];
}

/** The addresses of a page of a feed in a format. `query` is that of the request, unchanged. */
const pageAddresses = (
  format: Parameters<typeof feedUrl>[0],
  query: string,
  nextCursor: string | undefined,
): Pick<SyndicatedFeed, 'self' | 'first' | 'next'> => {
  const parameters = new URLSearchParams(query);
  parameters.delete('cursor');
  const first = feedUrl(format, parameters.toString());
  if (nextCursor) parameters.set('cursor', nextCursor);
  const next = nextCursor && feedUrl(format, parameters.toString());
  return { self: feedUrl(format, query), first, ...(next && { next }) };
};

/** The title of a feed: the site's, and the category or campaign. */
const feedTitle = ({ locale, category, campaign }: FeedScope, site: Site): string => {
  const its = site.campaigns.find(({ slug }) => slug === campaign)?.label;
  const parts = [
    ...(category ? [categoryLabel(site, category, locale)] : []),
    ...(campaign ? [siteText(its, locale, site)?.text ?? campaign] : []),
  ];
  const title = siteTitle(site, locale);
  return parts.length > 0 ? `${title}: ${parts.join(', ')}` : title;
};

/** Longest beginning of a text in place of a summary, in characters. */
const excerptLength = 200;

const ofCalendar = ({ summary, place }: CalendarText): Partial<SyndicatedItem> => ({
  ...(summary && { summary }),
  address: place?.address,
  onlineUrl: place?.onlineUrl,
});

const wholeText = (text: FeedText, card: FeedCard, locale: Locale): Partial<SyndicatedItem> => ({
  ...(text.summary ? { summary: text.summary } : { excerpt: bodyText(text.html, excerptLength) }),
  content: feedContent(text, card, locale),
  gallery: card.picture ? text.pictures.slice(1) : text.pictures,
  files: text.files,
});

/** A page of a feed as any format needs it. */
export const syndicatedFeed = (
  format: Parameters<typeof feedUrl>[0],
  page: {
    readonly site: Site;
    readonly scope: FeedScope;
    readonly entries: readonly FeedEntry[];
    readonly nextCursor?: string | undefined;
    /** By the sort keys of the entries. */
    readonly texts?: ReadonlyMap<string, FeedText | CalendarText>;
  },
  query: string,
  now: Date,
): SyndicatedFeed => {
  const { site, scope, entries, nextCursor, texts } = page;
  const { locale, category, campaign, translatedOnly } = scope;
  const named = new URLSearchParams({
    locale,
    ...(category && { category }),
    ...(campaign && { campaign }),
    ...(translatedOnly && { translatedOnly: 'true' }),
  });
  return {
    locale,
    title: withDirectionMark(feedTitle(scope, site), locale),
    publisher: siteTitle(site, locale),
    home: homePageUrl(site, locale),
    id: feedUrl(format, named.toString()),
    ...pageAddresses(format, query, nextCursor),
    items: entries.map(({ card, sortKey, laterShowing }) => {
      const sent = toFeedCard({ card, sortKey }, { locale, site, now });
      const ownName = `${sent.id}.${locale}`;
      const text = texts?.get(sortKey);
      return {
        ...sent,
        title: withDirectionMark(sent.title, sent.locale),
        ...(text && ('html' in text ? wholeText(text, sent, locale) : ofCalendar(text))),
        guid: card.ownGuid ? ownName : sent.id,
        jsonId: card.ownJsonId ? ownName : sent.id,
        // What was planned changes at its start, though staff acted before.
        updatedAt: [card.actedAt ?? '', sent.publishedAt].sort().at(-1) ?? sent.publishedAt,
        sequence: sequenceOf(cardPublishCount(card)),
        uid: showingUid(sent.id, laterShowing),
        geo: card.geo,
      };
    }),
  };
};

/**
 * The UID of a showing in calendars (RFC 5545, section 3.8.4.7): the id of its event for the first one, as it always
 * was, and with its start for each other one, so that no client takes two showings for one.
 */
export const showingUid = (id: string, laterShowing: string | undefined): string =>
  laterShowing === undefined ? id : `${id}.${laterShowing.replace(/[-:]|\.000(?=Z)/g, '')}`;

/** The last change of any item on the page; the clock is not used, so that the same page has the same bytes. */
export const lastUpdate = (items: readonly SyndicatedItem[]): string | undefined =>
  items
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
