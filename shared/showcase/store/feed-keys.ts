import type { Locale } from '../../model/languages/locale.ts';

/**
 * Which feed: everything in a locale, or of one category, or campaign, or both; with `translatedOnly` without
 * fallbacks.
 */
export interface FeedScope {
  readonly locale: Locale;
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
  readonly translatedOnly?: boolean | undefined;
}

/**
 * The partition that holds a feed: `FEED#az#events`, `FEED#az#*`, with a campaign `FEED#az#*#spring-2022`; without
 * fallbacks `FEED#az!#*`.
 */
export const feedPartition = ({ locale, category = '*', campaign, translatedOnly }: FeedScope): string =>
  ['FEED', translatedOnly ? `${locale}!` : locale, category, ...(campaign ? [campaign] : [])].join('#');

/** Every feed partition in which an item of the given category and campaign is listed for a locale. */
export const feedPartitions = (scope: FeedScope & { readonly category: string }): string[] =>
  [undefined, ...(scope.campaign ? [scope.campaign] : [])].flatMap((campaign) => [
    feedPartition({ ...scope, campaign, category: undefined }),
    feedPartition({ ...scope, campaign }),
  ]);

/** The place of an item in a feed: by time of publication, then by id. */
export const feedSortKey = (publishedAt: string, id: string): string => `${publishedAt}#${id}`;
