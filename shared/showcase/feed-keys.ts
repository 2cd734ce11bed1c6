import type { Locale } from '../domain/locale.ts';

/** Which feed: everything in a locale, or of one category, or campaign, or both. */
export interface FeedScope {
  readonly locale: Locale;
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
}

/** The partition that holds a feed: `FEED#az#events`, `FEED#az#*`, and with a campaign `FEED#az#*#spring-2022`. */
export const feedPartition = ({ locale, category = '*', campaign }: FeedScope): string =>
  ['FEED', locale, category, ...(campaign ? [campaign] : [])].join('#');

/** Every feed partition in which an item of the given category and campaign is listed for a locale. */
export const feedPartitions = ({ locale, category, campaign }: FeedScope & { category: string }): string[] =>
  [undefined, ...(campaign ? [campaign] : [])].flatMap((of) => [
    feedPartition({ locale, campaign: of }),
    feedPartition({ locale, category, campaign: of }),
  ]);

/** The place of an item in a feed: by time of publication, then by id. */
export const feedSortKey = (publishedAt: string, id: string): string => `${publishedAt}#${id}`;
