/**
 * What can be read on the site of the simulated day: its addresses, the most read first, and what each costs its
 * origin.
 */
export interface Readable {
  /** The path with its query. */
  readonly address: string;
  /** Bytes, compressed. */
  readonly bytes: number;
  /**
   * Calls of DynamoDB, and their read units, when the function answers it. The settings of the site are known to a warm
   * function.
   */
  readonly calls: number;
  readonly units: number;
  /** Whether it lists what is newest, or finds what somebody searches for; of neither, it shows an event. */
  readonly kind: 'list' | 'search' | 'event';
  /** The rank of the event that it shows, and of those that stand below it. */
  readonly event?: number;
  readonly beside?: readonly number[];
}

/** Compressed sizes, calls and read units of each kind of answer: what a warm function does for ordinary content. */
const kinds = {
  page: { bytes: 9000, calls: 3, units: 3.5, kind: 'event' },
  event: { bytes: 3500, calls: 2, units: 2, kind: 'event' },
  // The last call asks what comes next in it.
  feed: { bytes: 4000, calls: 2, units: 2, kind: 'list' },
  search: { bytes: 3000, calls: 4, units: 6.5, kind: 'search' },
} as const;

const locales = ['az', 'en', 'ru'];
const categories = ['', '&category=events', '&category=news', '&category=announcements', '&category=competitions'];
const formats = ['', '.rss', '.atom', '.json', '.ics'];

/** The slug of the event of a rank, the newest and most read first. */
export const slugOf = (rank: number): string => `tedbir-${rank}`;

/** The six newest but itself, whichever they are when its page is made. */
const newest = [0, 1, 2, 3, 4, 5, 6];

const eventOf = (rank: number): Readable[] => {
  const beside = newest.filter((one) => one !== rank).slice(0, 6);
  return [
    { address: `/az/events/${slugOf(rank)}`, ...kinds.page, event: rank, beside },
    { address: `/v1/events/${slugOf(rank)}?locale=az`, ...kinds.event, event: rank },
    { address: `/en/events/${slugOf(rank)}`, ...kinds.page, event: rank, beside },
  ];
};

const feeds = locales.flatMap((locale) =>
  categories.flatMap((category) =>
    formats.map((format) => ({ address: `/v1/feed${format}?locale=${locale}${category}`, ...kinds.feed })),
  ),
);

/**
 * Everything that is read, in the order of how often: feeds among the newest events, searches further behind. `events`
 * events in two languages each.
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
