import * as z from 'zod';

/** Widths in pixels in which every image is made; an image narrower than one of them gets its own width instead. */
const renditionWidths = [320, 480, 640, 960, 1280, 2560] as const;

/**
 * The formats of renditions, best compressed first: the order in which a browser should be offered them. The largest,
 * for zooming and printing, is a JPEG alone: to compress it better takes longer than everything else together.
 */
const renditionFormats = [
  { type: 'image/avif', extension: 'avif', widest: 1280 },
  { type: 'image/webp', extension: 'webp', widest: 1280 },
  { type: 'image/jpeg', extension: 'jpg', widest: Number.POSITIVE_INFINITY },
] as const;

export type RenditionType = (typeof renditionFormats)[number]['type'];

/** An image that has passed ingest: what is needed to name and describe every rendition of it. */
const imageSchema = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  widths: z.array(z.int().positive()).min(1),
  placeholder: z.string(),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
});

export type Image = z.output<typeof imageSchema>;

/** An image in the media store: `media` is the part of its address that no other publication shares. */
export const publishedImageSchema = imageSchema.extend({ media: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });

export type PublishedImage = z.output<typeof publishedImageSchema>;

/**
 * The tiles of an image by the IIIF Image API 3.0, level 0: their size in pixels, and by how much each layer is
 * smaller.
 */
export const tilesSchema = z.strictObject({
  size: z.int().positive(),
  scaleFactors: z.array(z.int().positive()).min(1),
  /** The widths of the whole image that lie beside the tiles; images from before there were any have none. */
  sizes: z.array(z.int().positive()).optional(),
});

export type Tiles = z.output<typeof tilesSchema>;

/** An image as ingest leaves it; uploads from before there were tiles have none. */
export const ingestedImageSchema = imageSchema.extend({
  tiles: tilesSchema.optional(),
  /** What it looks like, to find others like it (`fingerprint.ts`). */
  fingerprint: z.string().optional(),
});

export type IngestedImage = z.output<typeof ingestedImageSchema>;

/** The part of an image that goes with every card and page. */
export const publicImage = ({ width, height, widths, placeholder, color }: Image): Image => ({
  width,
  height,
  widths,
  placeholder,
  color,
});

/** Highest rendition, in pixels: WebP holds no more. */
export const renditionHeight = 16_383;

/**
 * The widths that an image of the given size is rendered in, smallest first, never enlarged, none higher than
 * `renditionHeight`; none at all for an image that is too narrow for its height.
 */
export const widthsFor = (width: number, height: number): number[] => {
  const widest = Math.min(width, Math.max(...renditionWidths), Math.floor((renditionHeight * width) / height));
  return widest < 1 ? [] : [...renditionWidths.filter((wanted) => wanted < widest), widest];
};

/** The height of a rendition of the given width, in pixels. */
export const heightAt = (width: number, image: Pick<Image, 'width' | 'height'>): number =>
  Math.max(1, Math.round((image.height * width) / image.width));

/** One file made from an image. `file` is its name below the image's prefix: `640.avif`. */
export interface Rendition {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly type: RenditionType;
}

/** Every rendition of an image, in the order of `renditionFormats`, widest last. */
export const renditionsOf = (image: Pick<Image, 'width' | 'height' | 'widths'>): Rendition[] => {
  const sizes = image.widths.map((width) => ({ width, height: heightAt(width, image) }));
  return renditionFormats.flatMap(({ type, extension, widest }) =>
    sizes
      .filter(({ width }) => width <= widest)
      .map(({ width, height }) => ({ file: `${width}.${extension}`, width, height, type })),
  );
};

/** Widest rendition that is shown where nothing can choose. */
const plainWidth = 1280;

/**
 * The rendition for programs that cannot choose, and may know JPEG only: the widest of that type up to 1,280 pixels.
 */
export const plainRendition = <R extends Pick<Rendition, 'type' | 'width'>>(
  renditions: readonly R[],
): R | undefined => {
  const jpegs = renditions.filter(({ type }) => type === 'image/jpeg');
  return jpegs.findLast(({ width }) => width <= plainWidth) ?? jpegs[0];
};

/** Every file that renditions of an image may ever have had, for a caller that must delete all of them. */
export const renditionFiles = ({ widths }: Pick<Image, 'widths'>): string[] =>
  renditionFormats.flatMap(({ extension }) => widths.map((width) => `${width}.${extension}`));

/** A picture as every public answer gives it. */
export const pictureSchema = z.strictObject({
  renditions: z.array(
    z.strictObject({
      url: z.url(),
      width: z.int(),
      height: z.int(),
      type: z.enum(renditionFormats.map((f) => f.type)),
    }),
  ),
  alt: z.string(),
  placeholder: z.string(),
  color: z.string(),
});

export type Picture = z.output<typeof pictureSchema>;

/** A picture whose renditions lie below `base`, an address without a slash at its end. */
export const pictureAt = (base: string, image: Image, alt: string): Picture => ({
  renditions: renditionsOf(image).map(({ file, width, height, type }) => ({
    url: `${base}/${file}`,
    width,
    height,
    type,
  })),
  alt,
  placeholder: image.placeholder,
  color: image.color,
});
