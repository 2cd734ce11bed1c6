import type * as z from 'zod';
import type { feedQuery } from '../../shared/contract/public.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Site } from '../../shared/model/site/site.ts';
import { type FeedScope, feedPartition } from '../../shared/showcase/store/feed-keys.ts';
import { publishedIn } from '../../shared/showcase/store/published-in.ts';
import { type FeedEntry, readFeed } from '../../shared/showcase/store/read.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { feedScope, requireCampaign } from './feed-scope.ts';

/** What a feed is asked for; only the JSON API and the pages know months. */
type FeedQuery = z.output<typeof feedQuery> & { readonly month?: string | undefined };

/** A page of a feed, as every format of it begins. */
interface FeedPage {
  readonly site: Site;
  readonly scope: FeedScope;
  /** What its cursors belong to. */
  readonly list: string;
  readonly entries: readonly FeedEntry[];
  /** Both are set where there may be more: the place to go on from, and the cursor of it. */
  readonly last?: string | undefined;
  readonly nextCursor?: string;
}

/**
 * The page of the feed that a query asks for: one Query. Answers 404 where the site has no such language, category or
 * campaign.
 */
export const feedPage = async (query: FeedQuery, now: Date): Promise<FeedPage> => {
  const site = await readPublicSite();
  const { limit, cursor, month, ...wanted } = query;
  const scope = feedScope(wanted, site);
  const list = [feedPartition(scope), ...(month ? [month] : [])].join('#');
  const between = month ? publishedIn(month, site.timeZone) : undefined;
  const after = fromCursor(list, cursor);
  const { entries, last } = await readFeed(scope, { limit, after, now, between });
  if (entries.length === 0 && !after) await requireCampaign(scope, site, now);
  return { site, scope, list, entries, last, ...(last && { nextCursor: toCursor(list, last) }) };
};
