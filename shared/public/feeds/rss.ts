import { betweenTags, escapeText } from '../escape-text.ts';
import { rssEnclosure } from './enclosures.ts';
import { mediaElements, mediaNamespace } from './media-rss.ts';
import { lastUpdate, type SyndicatedFeed, type SyndicatedItem } from './syndicated-feed.ts';
import { element, type XmlElement, xmlDocument } from './xml.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...mediaNamespace,
};

/** RFC 822, with a year of four digits: `Fri, 18 Nov 2022 08:00:00 GMT`. */
const date = (instant: string): string => new Date(instant).toUTCString();

/**
 * A page of a feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with images by Media RSS
 * (https://www.rssboard.org/media-rss) a link to the next page by RFC 5005, and whole
 * texts beside their summaries (https://web.resource.org/rss/1.0/modules/content/).
 */
export const rss = (feed: SyndicatedFeed): string => {
  const { title, home, self, next, publisher, locale, items } = feed;
  const updated = lastUpdate(items);
  const channel = [
    element('title', title),
    element('link', home),
    element('description', title),
    element('language', locale),
    ...(updated ? [element('lastBuildDate', date(updated))] : []),
    element('atom:link', '', { rel: 'self', type: 'application/rss+xml', href: self }),
    ...(next ? [element('atom:link', '', { rel: 'next', type: 'application/rss+xml', href: next })] : []),
    ...items.map((item) => element('item', itemElements(item, publisher, locale))),
  ];
  return xmlDocument(element('rss', [element('channel', channel)], { version: '2.0', ...namespaces }));
};

const itemElements = (item: SyndicatedItem, publisher: string, locale: string): XmlElement[] => {
  // Beside a whole text there has to be a description
  // (https://www.rssboard.org/rss-profile#namespace-elements-content-encoded).
  const described = item.summary ?? item.excerpt;
  return [
    element('title', item.title),
    element('link', item.url),
    element('guid', item.guid, { isPermaLink: 'false' }),
    element('pubDate', date(item.publishedAt)),
    element('dc:creator', publisher),
    // RSS has a language for the whole channel only.
    ...(item.locale === locale ? [] : [element('dc:language', item.locale)]),
    element('category', item.category.label),
    ...(item.campaign ? [element('category', item.campaign)] : []),
    ...(described ? [element('description', asHtml(described))] : []),
    ...(item.content ? [element('content:encoded', item.content)] : []),
    ...rssEnclosure(item),
    ...mediaElements(item),
  ];
};

/** A description is HTML by the specification, so plain text must be escaped. */
const asHtml = (text: string): string => escapeText(text, betweenTags);
