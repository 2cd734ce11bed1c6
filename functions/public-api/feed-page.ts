import type * as z from 'zod';
import type { feedQuery } from '../../shared/contract/public.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Site } from '../../shared/model/site.ts';
import { type FeedScope, feedPartition } from '../../shared/showcase/store/feed-keys.ts';
import { type FeedEntry, readFeed } from '../../shared/showcase/store/read.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { requireKnownValue } from './require-known-value.ts';

export type FeedQuery = z.output<typeof feedQuery>;

/** A page of a feed, as every format of it begins. */
interface FeedPage {
  readonly site: Site;
  readonly scope: FeedScope;
  readonly entries: readonly FeedEntry[];
  /** Set where there may be more. */
  readonly nextCursor?: string;
}

/**
 * The page of the feed that a query asks for: one Query. Answers 404 where the site has no such language, category or
 * campaign.
 */
export const feedPage = async (query: FeedQuery, now: Date): Promise<FeedPage> => {
  const site = await readPublicSite();
  const { locale = site.defaultLocale, category, campaign, translatedOnly, limit, cursor } = query;
  requireKnownValue('locale', locale, site.locales);
  if (category) {
    const known = site.categories.map(({ slug }) => slug);
    requireKnownValue('category', category, known);
  }
  const scope = { locale, category, campaign, translatedOnly };
  const list = feedPartition(scope);
  const after = fromCursor(list, cursor);
  const { entries, last } = await readFeed(scope, { limit, after, now });
  if (campaign && entries.length === 0 && !after) await requireCampaign(campaign, locale, site, now);
  return { site, scope, entries, ...(last && { nextCursor: toCursor(list, last) }) };
};

/** A campaign exists where the settings name it, or a public item belongs to it. */
const requireCampaign = async (campaign: string, locale: string, site: Site, now: Date): Promise<void> => {
  const known = site.campaigns.map(({ slug }) => slug);
  if (known.includes(campaign)) return;
  const { entries, last } = await readFeed({ locale, campaign }, { limit: 1, after: undefined, now });
  if (entries.length === 0 && !last) requireKnownValue('campaign', campaign, known);
};
