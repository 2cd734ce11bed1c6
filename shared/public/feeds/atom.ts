import { atomEnclosures } from './enclosures.ts';
import { mediaElements, mediaNamespace } from './media-rss.ts';
import { lastUpdate, type SyndicatedFeed, type SyndicatedItem } from './syndicated-feed.ts';
import { nameUuidUrnOf, uuidUrnOf } from './uuid-of-ulid.ts';
import { element, type XmlElement, xmlDocument } from './xml.ts';

const type = 'application/atom+xml';

/**
 * A page of a feed as Atom 1.0 (RFC 4287), with links to other pages by RFC 5005, section 3. One language, and one
 * alternate for each entry: where there are more, clients disagree on which one to use.
 */
export const atom = (feed: SyndicatedFeed): string => {
  const { id, title, publisher, home, self, first, next, locale, items } = feed;
  const content = [
    element('id', id),
    element('title', title),
    // Required, even in an empty feed.
    element('updated', lastUpdate(items) ?? '1970-01-01T00:00:00.000Z'),
    element('author', [element('name', publisher)]),
    element('link', '', { rel: 'alternate', type: 'text/html', href: home }),
    element('link', '', { rel: 'self', type, href: self }),
    element('link', '', { rel: 'first', type, href: first }),
    ...(next ? [element('link', '', { rel: 'next', type, href: next })] : []),
    ...items.map((item) =>
      element('entry', entryElements(item), item.locale === locale ? {} : { 'xml:lang': item.locale }),
    ),
  ];
  return xmlDocument(
    element('feed', content, { xmlns: 'http://www.w3.org/2005/Atom', ...mediaNamespace, 'xml:lang': locale }),
  );
};

const entryElements = (item: SyndicatedItem): XmlElement[] => [
  element('id', item.guid === item.id ? uuidUrnOf(item.id) : nameUuidUrnOf(item.guid)),
  element('title', item.title),
  element('published', item.publishedAt),
  element('updated', item.updatedAt),
  element('link', '', { rel: 'alternate', type: 'text/html', hreflang: item.locale, href: item.url }),
  element('category', '', { term: item.category.slug, label: item.category.label }),
  ...(item.campaign ? [element('category', '', { term: item.campaign })] : []),
  // An entry without any text shows as empty.
  ...(item.summary || !item.content ? [element('summary', item.summary ?? item.title)] : []),
  ...(item.content ? [element('content', item.content, { type: 'html' })] : []),
  ...atomEnclosures(item),
  ...mediaElements(item),
];
