/** A picture of a gallery: the attachment that it names, or its address, with its words there. */
export interface GalleryPicture {
  readonly id?: string | undefined;
  readonly src?: string | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
}

/** A body without its galleries. */
interface WithoutGalleries {
  readonly html: string;
  readonly pictures: readonly GalleryPicture[];
  /** True where a gallery names no pictures: it shows all that were uploaded for its post. */
  readonly hasOwn: boolean;
}

const block = /<!--\s*wp:gallery\b[\s\S]*?<!--\s*\/wp:gallery\s*-->/g;

const shortcode = /\[gallery(?:\s[^\]]*)?\]/gi;

const list = /\b(?:ids|include)\s*=\s*["']?([\d,\s]+)/i;

const image = /<img\b[^>]*>/gi;

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** The pictures of a block, each with the caption that follows it before the next one. */
const picturesOf = (html: string): GalleryPicture[] => {
  const images = [...html.matchAll(image)];
  return images.map(({ 0: tag, index }, n) => {
    const rest = html.slice(index, images[n + 1]?.index);
    // The caption of a gallery itself stands behind its last picture, outside that one's figure.
    const caption = /<figcaption[^>]*>([\s\S]*?)<\/figcaption>/i.exec(rest.split(/<\/figure>|<\/li>/i)[0] ?? '')?.[1];
    const id = attributeOf(tag, 'data-id') ?? /\bwp-image-(\d+)/.exec(tag)?.[1];
    return {
      id,
      src: attributeOf(tag, 'data-full-url') ?? attributeOf(tag, 'src'),
      alt: attributeOf(tag, 'alt'),
      caption,
    };
  });
};

/** Takes the galleries of blocks and shortcodes out of a body of WordPress. */
export const withoutGalleries = (content: string): WithoutGalleries => {
  const pictures: GalleryPicture[] = [];
  let hasOwn = false;
  const html = content
    .replace(block, (text) => {
      pictures.push(...picturesOf(text));
      return '';
    })
    .replace(shortcode, (text) => {
      const ids = list.exec(text)?.[1]?.match(/\d+/g);
      pictures.push(...(ids ?? []).map((id) => ({ id })));
      hasOwn ||= ids === undefined;
      return '';
    });
  return { html, pictures, hasOwn };
};
