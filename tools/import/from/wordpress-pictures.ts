import { htmlToText } from '../../../shared/publishing/imports/html/html-to-text.ts';
import type { ConvertedImage } from './converted.ts';
import type { GalleryPicture } from './wordpress-galleries.ts';

/** A picture, as the media library or a post has it. */
export interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}

/**
 * An address by which a picture is found again: without its scheme, and without the size that WordPress adds for
 * smaller copies.
 */
const baseOf = (address: string): string =>
  address
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/[?#].*$/s, '')
    .replace(/(?:-\d+x\d+|-scaled)(?=\.[a-z]+$)/i, '');

/** A file of the media library. */
interface LibraryFile extends Attachment {
  readonly title: string;
}

/** The media library of an export, by id, by address, and by the post that they were uploaded for. */
export class Attachments {
  readonly #byId = new Map<string, LibraryFile>();
  readonly #byAddress = new Map<string, LibraryFile>();
  readonly #byPost = new Map<string, LibraryFile[]>();

  add(id: string, postId: string, attachment: LibraryFile): void {
    this.#byId.set(id, attachment);
    this.#byAddress.set(baseOf(attachment.url), attachment);
    if (!/\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i.test(baseOf(attachment.url))) return;
    this.#byPost.set(postId, [...(this.#byPost.get(postId) ?? []), attachment]);
  }

  withId(id: string): LibraryFile | undefined {
    return this.#byId.get(id);
  }

  at(address: string): LibraryFile | undefined {
    return this.#byAddress.get(baseOf(address));
  }

  ofPost(postId: string): readonly Attachment[] {
    return this.#byPost.get(postId) ?? [];
  }
}

/** The pictures of a gallery; those that the export does not have, and that have no address, are `missing`. */
export const galleryPictures = (
  pictures: readonly GalleryPicture[],
  attachments: Attachments,
): { readonly found: readonly Attachment[]; readonly missing: number } => {
  const found = pictures.flatMap(({ id = '', src = '', alt, caption }) => {
    const known = attachments.withId(id) ?? attachments.at(src);
    const url = known?.url ?? (/^https?:\/\//i.test(src) ? src : undefined);
    if (url === undefined) return [];
    const words = htmlToText(caption ?? '').trim() || (known?.caption ?? '');
    return [{ url, alt: htmlToText(alt ?? '').trim() || (known?.alt ?? ''), caption: words }];
  });
  return { found, missing: pictures.length - found.length };
};

const image = /<img\b[^>]*>/gi;

const source = /(\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)')/i;

/** A body whose pictures of the export have the addresses of the whole files, and these pictures. */
export const bodyPictures = (
  html: string,
  attachments: Attachments,
): { readonly html: string; readonly found: readonly Attachment[] } => {
  const found: Attachment[] = [];
  const changed = html.replace(image, (tag) => {
    const [, , double, single] = source.exec(tag) ?? [];
    const known = attachments.at((double ?? single ?? '').replaceAll('&amp;', '&'));
    if (!known) return tag;
    const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    found.push({ ...known, alt: htmlToText(alt?.[1] ?? alt?.[2] ?? '').trim() || known.alt, caption: '' });
    return tag.replace(
      source,
      (_, name: string) => `${name}"${known.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
    );
  });
  return { html: changed, found };
};

/** Pictures of several posts, which are one in several languages, each once: the first words in a language count. */
export const mergedImages = (images: readonly ConvertedImage[]): ConvertedImage[] => {
  const byUrl = new Map<string, ConvertedImage>();
  for (const one of images) {
    const known = byUrl.get(one.url);
    const caption = { ...one.caption, ...known?.caption };
    const words = Object.keys(caption).length > 0 && { caption };
    byUrl.set(one.url, { url: one.url, alt: { ...one.alt, ...known?.alt }, ...words });
  }
  return [...byUrl.values()];
};
