import { defaultSite, type Site } from '../../../../shared/model/site/site.ts';
import { type SyndicatedFeed, syndicatedFeed } from '../../../../shared/public/feeds/syndicated-feed.ts';
import type { StoredCard } from '../../../../shared/showcase/store/card.ts';
import type { FeedEntry } from '../../../../shared/showcase/store/read.ts';

/** What nobody should write into a title, and somebody will. */
export const hostile = [
  ']]>',
  '<script>alert("1")</script>',
  '&amp; & &#0; "quoted" \'single\'',
  'a\u0000b\u0008c\u000bd\u001fe\u007ff\u0085g',
  'half \ud83d of a pair, and \ude00 the other',
  'line\u2028paragraph\u2029end',
  '\u200fعنوان\u202e right to left\u202c',
  'no character \ufffe\uffff, and one 🎨',
  'BEGIN:VEVENT\r\nEND:VCALENDAR; a, b \\n c',
  '<!DOCTYPE x [<!ENTITY y "z">]> %y; <!-- -- -->',
] as const;

export const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

export const cover = {
  ...{ width: 3508, height: 4961, widths: [320, 640, 1280, 2560] },
  ...{ placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A', color: '#a48c6e', media: 'AbCdEfGhIjKlMnOpQrStUv' },
  alt: 'Uşaqların "rəsmləri" & günəş',
};

/** A card at its place in the feed. */
export const entry = (card: Partial<StoredCard> = {}, its = id): FeedEntry => ({
  sortKey: `2022-11-18T08:00:00.000Z#${its}`,
  card: { title: 'Rəsm müsabiqəsi', locale: 'az', slug: 'resm-musabiqesi', category: 'events', ...card },
});

/** A page of a feed as writers get it. */
export const feedOf = (
  entries: readonly FeedEntry[],
  {
    format = 'rss',
    query = '',
    locale = 'az',
    nextCursor,
    site = defaultSite,
    texts,
  }: {
    readonly format?: 'rss' | 'atom' | 'json' | 'ics';
    readonly query?: string;
    readonly locale?: string;
    readonly nextCursor?: string;
    readonly site?: Site;
    readonly texts?: Parameters<typeof syndicatedFeed>[1]['texts'];
  } = {},
): SyndicatedFeed =>
  syndicatedFeed(
    format,
    {
      site,
      scope: { locale, category: 'events' },
      entries,
      ...(nextCursor && { nextCursor }),
      ...(texts && { texts }),
    },
    query,
    new Date('2026-01-01T00:00:00Z'),
  );
