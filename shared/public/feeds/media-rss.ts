import type { PublicPicture } from '../../contract/public-schemas.ts';
import type { Picture } from '../../model/files/picture.ts';
import { jpegOf } from './jpeg-of.ts';
import type { SyndicatedItem } from './syndicated-feed.ts';
import { element, type XmlElement } from './xml.ts';

export const mediaNamespace = { 'xmlns:media': 'http://search.yahoo.com/mrss/' };

/**
 * The pictures of an item in Media RSS (https://www.rssboard.org/media-rss): each in a size for reading with its
 * description, and the cover, which is the first one, in a small size too.
 */
export const mediaElements = ({ picture, gallery = [] }: SyndicatedItem): XmlElement[] => {
  const thumbnail = picture && jpegOf(picture, 320);
  return [
    ...(picture ? contentElements(picture) : []),
    ...(thumbnail
      ? [element('media:thumbnail', '', { url: thumbnail.url, width: thumbnail.width, height: thumbnail.height })]
      : []),
    ...gallery.flatMap(contentElements),
  ];
};

const contentElements = (picture: Picture | PublicPicture): XmlElement[] => {
  const image = jpegOf(picture, 1280);
  if (!image) return [];
  const { url, type, width, height } = image;
  const credit = 'credit' in picture && picture.credit;
  const described = [
    ...(picture.alt ? [element('media:description', picture.alt, { type: 'plain' })] : []),
    ...(credit ? [element('media:credit', credit, { role: 'photographer' })] : []),
  ];
  return [element('media:content', described, { url, medium: 'image', type, width, height })];
};
