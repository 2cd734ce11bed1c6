import { env } from '../../../aws/environment.ts';
import type { Picture } from '../../../model/files/picture.ts';
import { pictureHtml } from '../../picture-element.ts';
import { html, type Markup, trusted } from '../markup/html.ts';
import { placeholderAddress } from './placeholder.ts';

type Rendition = Picture['renditions'][number];

/**
 * The path of an address, without the host, so that a page shows its pictures at any address of the site. Signed
 * addresses are of another host, and stay as they are.
 */
export const pathOf = ({ url }: Pick<Rendition, 'url'>): string =>
  url.startsWith(`${env.publicUrl}/`) ? url.slice(env.publicUrl.length) : url;

const jpegsOf = ({ renditions }: Picture): Rendition[] => renditions.filter(({ type }) => type === 'image/jpeg');

/** The size of a picture in pixels: that of its largest rendition. */
export const sizeOf = (picture: Picture): { readonly width: number; readonly height: number } | undefined =>
  jpegsOf(picture).at(-1);

interface PictureOptions {
  /** The element's id, by which its style finds it. */
  readonly id: string;
  /** The width at which it is displayed (https://html.spec.whatwg.org/multipage/images.html#sizes-attributes). */
  readonly sizes: string;
  /** True where it is below the first screen. */
  readonly lazy?: boolean;
  /** The language of its text, as an attribute, where that is not the page's. */
  readonly language?: Markup | undefined;
}

/** A picture in all its formats and widths; the reader's browser chooses. */
export const pictureElement = (picture: Picture, { id, sizes, lazy, language }: PictureOptions): Markup => {
  const after = html`${language}${lazy ? html` loading="lazy"` : html` fetchpriority="high"`}`;
  const options = { sizes, addressOf: pathOf, before: html` id="${id}"`.text, after: after.text };
  return trusted(pictureHtml(picture, options));
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
 * The place that a picture takes before it has loaded, so that nothing moves when it has: as wide as its column, its
 * own pixels and the height of the screen allow. The height follows from its attributes.
 */
const width = (picture: Picture): string => {
  const largest = sizeOf(picture);
  if (!largest) return '';
  return `width:min(100%,${largest.width}px,${widthOfScreenHeight(picture)});`;
};

const background = ({ color, placeholder }: Picture, isBlurred: boolean): string =>
  `background:${color}${isBlurred ? ` url(${placeholderAddress(placeholder)}) center/100% 100%` : ''}`;

/**
 * The style of a whole picture until it has loaded: its place, its colour, and with `isBlurred` a blur of it. In CSS,
 * since a strict policy allows no style attributes.
 */
export const placeholderStyle = (picture: Picture, id: string, isBlurred: boolean): string =>
  `#${id}{${width(picture)}${background(picture, isBlurred)}}`;

/** The point of a picture that a crop keeps, as parts of its width and height. */
interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

const percent = (part: number): string => `${Math.round(part * 100)}%`;

/** The style of a picture that fills a frame of another shape: its colour or blur, and what of it stays in sight. */
export const croppedStyle = (
  picture: Picture & { readonly focalPoint?: FocalPoint | undefined },
  id: string,
  isBlurred: boolean,
): string => {
  const { focalPoint } = picture;
  const position = focalPoint ? `;object-position:${percent(focalPoint.x)} ${percent(focalPoint.y)}` : '';
  return `#${id}{${background(picture, isBlurred)}${position}}`;
};
