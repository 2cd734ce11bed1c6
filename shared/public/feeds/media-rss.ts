import type { Picture } from '../../model/picture.ts';
import { jpegOf } from './syndicated-feed.ts';
import { element, type XmlElement } from './xml.ts';

export const mediaNamespace = { 'xmlns:media': 'http://search.yahoo.com/mrss/' };

/**
 * A picture in Media RSS (https://www.rssboard.org/media-rss): in a size for reading, in a small one, and its
 * description.
 */
export const mediaElements = (cover: Picture | undefined): XmlElement[] => {
  const image = cover && jpegOf(cover, 1280);
  const thumbnail = cover && jpegOf(cover, 320);
  if (!image || !thumbnail) return [];
  const { url, type, width, height } = image;
  const described = cover.alt ? [element('media:description', cover.alt, { type: 'plain' })] : [];
  const { url: small, width: smallWidth, height: smallHeight } = thumbnail;
  return [
    element('media:content', described, { url, medium: 'image', type, width, height }),
    element('media:thumbnail', '', { url: small, width: smallWidth, height: smallHeight }),
  ];
};
