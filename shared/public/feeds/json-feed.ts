import { jsonAttachments } from './enclosures.ts';
import { jpegOf } from './jpeg-of.ts';
import type { SyndicatedFeed, SyndicatedItem } from './syndicated-feed.ts';

/**
 * A page of a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Absent values are left out, never null.
 */
export const jsonFeed = (feed: SyndicatedFeed): string => {
  const { title, publisher, home, self, next, locale, items } = feed;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    ...(next && { next_url: next }),
    language: locale,
    authors: [{ name: publisher, url: home }],
    items: items.map(itemObject),
  });
};

const itemObject = (item: SyndicatedItem) => {
  const { id, jsonId, url, title, summary, publishedAt, updatedAt, locale, category, campaign, picture, content } =
    item;
  const image = picture && jpegOf(picture, 1280);
  const { kind, startsAt, endsAt, placeName, occurrence, soldOut } = item;
  return {
    id: jsonId,
    url,
    title,
    // One of two texts is required.
    ...(content ? { content_html: content } : { content_text: summary ?? title }),
    ...(summary && { summary }),
    ...(image && { image: image.url }),
    ...jsonAttachments(item),
    date_published: publishedAt,
    ...(updatedAt !== publishedAt && { date_modified: updatedAt }),
    tags: [category.label, ...(campaign ? [campaign] : [])],
    language: locale,
    _sergi: {
      id,
      kind,
      category: category.slug,
      ...(campaign && { campaign }),
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
      ...(placeName && { placeName }),
      ...(occurrence && { occurrence }),
      ...(soldOut && { soldOut }),
      ...(picture && { picture }),
    },
  };
};
