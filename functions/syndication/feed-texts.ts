import type { Site } from '../../shared/model/site/site.ts';
import { toPublicEvent } from '../../shared/public/answers/event.ts';
import { exhibitionFiles } from '../../shared/public/answers/exhibition-files.ts';
import type { FeedText } from '../../shared/public/feeds/feed-content.ts';
import { bodyOf } from '../../shared/public/text-body.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import type { FeedEntry } from '../../shared/showcase/store/read.ts';
import { readTexts, type Whole } from '../../shared/showcase/store/read-whole-items.ts';

const textOf = (whole: Whole, entry: FeedEntry, site: Site, now: Date): FeedText => {
  if (whole.kind === 'exhibition') {
    const { picture } = toFeedCard(entry, { locale: entry.card.locale, site, now });
    const files = exhibitionFiles(whole.files, entry.card.locale, site);
    return { summary: whole.summary, html: bodyOf(whole, now).html, pictures: picture ? [picture] : [], files };
  }
  const { summary, body, pictures, files } = toPublicEvent(site, whole.page, now);
  return { summary, html: body.html, pictures, files };
};

/**
 * The texts of the entries of a feed, by their sort keys, and the entries that could be read: one call. What is gone
 * since its card was read, or was published anew, has none: it is left to its summary.
 */
export const feedTexts = async (
  entries: readonly FeedEntry[],
  site: Site,
  now: Date,
): Promise<{ read: readonly FeedEntry[]; texts: ReadonlyMap<string, FeedText> }> => {
  const { read, texts } = await readTexts(entries);
  return {
    read,
    texts: new Map(
      read.flatMap((entry): [string, FeedText][] => {
        const whole = texts.get(entry.sortKey);
        return whole ? [[entry.sortKey, textOf(whole, entry, site, now)]] : [];
      }),
    ),
  };
};
