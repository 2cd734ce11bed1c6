import { type Picture, plainRendition } from '../../model/picture.ts';
import { attribute, html, type Markup } from './html.ts';
import { placeholderAddress } from './placeholder.ts';

type Rendition = Picture['renditions'][number];

const bestFirst = ['image/avif', 'image/webp'] as const;

/** The path of an address, without the host, so that a page shows its pictures at any address of the site. */
export const pathOf = ({ url }: Pick<Rendition, 'url'>): string => new URL(url).pathname;

const srcset = (renditions: readonly Rendition[]): string =>
  renditions.map((rendition) => `${pathOf(rendition)} ${rendition.width}w`).join(', ');

const jpegsOf = ({ renditions }: Picture): Rendition[] => renditions.filter(({ type }) => type === 'image/jpeg');

interface PictureOptions {
  /** The element's id, by which its style finds it. */
  readonly id: string;
  /** The width at which it is displayed (https://html.spec.whatwg.org/multipage/images.html#sizes-attributes). */
  readonly sizes: string;
  /** True where it is below the first screen. */
  readonly lazy?: boolean;
  /** The language of its text, where that is not the page's. */
  readonly lang?: string | undefined;
}

/** A picture in all its formats and widths; the reader's browser chooses. */
export const pictureElement = (picture: Picture, { id, sizes, lazy, lang }: PictureOptions): Markup => {
  const jpegs = jpegsOf(picture);
  const largest = jpegs.at(-1);
  const plain = plainRendition(picture.renditions);
  const sources = bestFirst.flatMap((type) => {
    const renditions = picture.renditions.filter((rendition) => rendition.type === type);
    return renditions.length > 0 ? [html`<source type="${type}" srcset="${srcset(renditions)}" sizes="${sizes}">`] : [];
  });
  return html`<picture>${sources}<img id="${id}" src="${plain && pathOf(plain)}" srcset="${srcset(jpegs)}" sizes="${sizes}" width="${largest?.width}" height="${largest?.height}" alt="${picture.alt}"${attribute('lang', lang)}${lazy ? html` loading="lazy"` : html` fetchpriority="high"`} decoding="async"></picture>`;
};

/** The path of the largest file that any browser shows. */
export const plainPath = (picture: Picture): string | undefined => {
  const largest = jpegsOf(picture).at(-1);
  return largest && pathOf(largest);
};

/** A picture that links to its largest file. */
export const linkedPicture = (picture: Picture, shown: PictureOptions): Markup => {
  const path = plainPath(picture);
  const element = pictureElement(picture, shown);
  return path ? html`<a class="zoom" href="${path}">${element}</a>` : element;
};

/** Highest picture on a screen, in percent of it. */
const highest = 85;

/** How many times wider than high a picture is. */
export const ratioOf = (picture: Picture): number => {
  const { width = 1, height = 1 } = jpegsOf(picture).at(-1) ?? {};
  return width / height;
};

/** The width at which a picture is as high as it may be on a screen, in CSS. */
export const widthOfScreenHeight = (picture: Picture): string => `${(highest * ratioOf(picture)).toFixed(2)}vh`;

/**
 * The place that a picture takes before it has loaded, so that nothing moves when it has: as wide as its column, its own pixels and the
 * height of the screen allow. The height follows from its attributes.
 */
const width = (picture: Picture): string => {
  const largest = jpegsOf(picture).at(-1);
  if (!largest) return '';
  return `width:min(100%,${largest.width}px,${widthOfScreenHeight(picture)});`;
};

/**
 * The style of a picture until it has loaded: its place, its colour, and with `blurred` a blur of it. In CSS, since a strict policy allows no
 * style attributes.
 */
export const placeholderStyle = (picture: Picture, id: string, blurred: boolean): string => {
  const blur = blurred ? ` url(${placeholderAddress(picture.placeholder)}) center/100% 100%` : '';
  return `#${id}{${width(picture)}background:${picture.color}${blur}}`;
};
