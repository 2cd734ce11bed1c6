import type { Site } from '../../shared/model/site/site.ts';
import type { FeedScope } from '../../shared/showcase/store/feed-keys.ts';
import { readFeed } from '../../shared/showcase/store/read.ts';
import { requireKnownValue } from './require-known-value.ts';
import { requireLocale } from './require-locale.ts';

/** Which feed or calendar a query asks for. Answers 404 where the site has no such language or category. */
export const feedScope = (
  { locale: wanted, category, campaign, translatedOnly }: Partial<FeedScope>,
  site: Site,
): FeedScope => {
  const locale = requireLocale(wanted, site) ?? site.defaultLocale;
  if (category) {
    const known = site.categories.map(({ slug }) => slug);
    requireKnownValue('category', category, known);
  }
  return { locale, category, campaign, translatedOnly };
};

/** Answers 404 for a campaign that neither the settings name nor a public item belongs to. */
export const requireCampaign = async ({ campaign, locale }: FeedScope, site: Site, now: Date): Promise<void> => {
  const known = site.campaigns.map(({ slug }) => slug);
  if (campaign === undefined || known.includes(campaign)) return;
  const { entries, last } = await readFeed({ locale, campaign }, { limit: 1, after: undefined, now });
  if (entries.length === 0 && !last) requireKnownValue('campaign', campaign, known);
};
