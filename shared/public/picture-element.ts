import { type Picture, plainRendition } from '../model/files/picture.ts';
import { escapeText } from './escape-text.ts';

type Rendition = Picture['renditions'][number];

const bestFirst = ['image/avif', 'image/webp'] as const;

interface ElementOptions {
  /** The width at which it is displayed (https://html.spec.whatwg.org/multipage/images.html#sizes-attributes). */
  readonly sizes: string;
  /** The address of a rendition, where that is not its own. */
  readonly addressOf?: (rendition: Pick<Rendition, 'url'>) => string;
  /** Attributes of the image, each with a space before it. */
  readonly before?: string;
  readonly after?: string;
}

/** The HTML of a picture in all its formats and widths: the reader's browser chooses. */
export const pictureHtml = (
  { renditions, alt }: Picture,
  { sizes, addressOf = ({ url }) => url, before = '', after = '' }: ElementOptions,
): string => {
  const srcset = (all: readonly Rendition[]): string =>
    ` srcset="${escapeText(all.map((one) => `${addressOf(one)} ${one.width}w`).join(', '))}" sizes="${escapeText(sizes)}"`;
  const ofType = (type: Rendition['type']) => renditions.filter((rendition) => rendition.type === type);
  const sources = bestFirst.map((type) => {
    const all = ofType(type);
    return all.length > 0 ? `<source type="${type}"${srcset(all)}>` : '';
  });
  const jpegs = ofType('image/jpeg');
  const largest = jpegs.at(-1);
  const plain = plainRendition(renditions);
  const size = largest ? ` width="${largest.width}" height="${largest.height}"` : '';
  return `<picture>${sources.join('')}<img${before} src="${escapeText(plain ? addressOf(plain) : '')}"${srcset(jpegs)}${size} alt="${escapeText(alt)}"${after} decoding="async"></picture>`;
};
