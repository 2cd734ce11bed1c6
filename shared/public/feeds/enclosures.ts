import type { SyndicatedItem } from './syndicated-feed.ts';
import { element, type XmlElement } from './xml.ts';

type WithFiles = Pick<SyndicatedItem, 'files'>;

/**
 * The first file of an item: RSS allows one (https://www.rssboard.org/rss-profile#element-channel-item-enclosure). The
 * text names all.
 */
export const rssEnclosure = ({ files = [] }: WithFiles): XmlElement[] =>
  files.slice(0, 1).map(({ url, type, bytes }) => element('enclosure', '', { url, type, length: bytes }));

/** The files of an item as links of Atom (RFC 4287, section 4.2.7.2). */
export const atomEnclosures = ({ files = [] }: WithFiles): XmlElement[] =>
  files.map(({ url, type, bytes, title }) =>
    element('link', '', { rel: 'enclosure', type, length: bytes, title, href: url }),
  );

/** The files of an item as JSON Feed names them (https://www.jsonfeed.org/version/1.1/#attachments). */
export const jsonAttachments = ({ files = [] }: WithFiles) =>
  files.length > 0 && {
    attachments: files.map(({ url, type, bytes, title }) => ({ url, mime_type: type, title, size_in_bytes: bytes })),
  };
