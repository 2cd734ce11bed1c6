/** What can be read on the site of the simulated day: its addresses, the most read first, and what each costs its origin. */
export interface Readable {
  /** The path with its query. */
  readonly address: string;
  /** Bytes, compressed. */
  readonly bytes: number;
  /** Calls of DynamoDB, and their read units, when the function answers it. The settings of the site are known to a warm function. */
  readonly calls: number;
  readonly units: number;
}

/** Compressed sizes, calls and read units of each kind of answer: what a warm function does for ordinary content. */
const kinds = {
  page: { bytes: 9000, calls: 3, units: 3.5 },
  event: { bytes: 3500, calls: 2, units: 2 },
  feed: { bytes: 4000, calls: 1, units: 1.5 },
  search: { bytes: 3000, calls: 3, units: 6 },
};

const locales = ['az', 'en', 'ru'];
const categories = ['', '&category=events', '&category=news', '&category=announcements', '&category=competitions'];
const formats = ['', '.rss', '.atom', '.json', '.ics'];

/** The slug of the event of a rank, the newest and most read first. */
export const slugOf = (rank: number): string => `tedbir-${rank}`;

const eventOf = (rank: number): Readable[] => [
  { address: `/az/events/${slugOf(rank)}`, ...kinds.page },
  { address: `/v1/events/${slugOf(rank)}?locale=az`, ...kinds.event },
  { address: `/en/events/${slugOf(rank)}`, ...kinds.page },
];

const feeds = locales.flatMap((locale) =>
  categories.flatMap((category) =>
    formats.map((format) => ({ address: `/v1/feed${format}?locale=${locale}${category}`, ...kinds.feed })),
  ),
);

/**
 * Everything that is read, in the order of how often: feeds among the newest events, searches further behind. `events` events in two
 * languages each.
 */
export const readables = (events: number): Readable[] => {
  const all: Readable[] = [];
  for (let rank = 0; rank < events; rank += 1) {
    const feed = feeds[rank];
    if (feed) all.push(feed);
    all.push(...eventOf(rank));
    if (rank % 5 === 0) all.push({ address: `/v1/search?q=soz${rank}&locale=az`, ...kinds.search });
  }
  return all;
};
