import { paragraphsFromLineBreaks } from '../../../shared/publishing/imports/html/paragraphs-from-line-breaks.ts';
import { type GalleryPicture, withoutGalleries } from './wordpress-galleries.ts';

/** The shortcodes that WordPress has itself; those of plugins are told by their attributes or their end. */
const ownShortcodes = 'audio|caption|embed|gallery|playlist|video|wp_caption|contact-form-7|contact-form';

const attributes = '(?:\\s+[\\w-]+\\s*=\\s*(?:"[^"\\]]*"|\'[^\'\\]]*\'|[^\\s"\'\\]]+))';

/** Code is shown as it is written. */
const code = /<(pre|code)(?:\s[^>]*)?>[\s\S]*?<\/\1>/gi;

const shortcode = new RegExp(
  `\\[(?:/(?<end>[a-z][\\w-]*)|(?<name>[a-z][\\w-]*)(?:${attributes}+|(?<bare>\\s[^\\[\\]<>]*)?)\\s*/?)\\]`,
  'gi',
);

const embedded = /\[embed[^\]]*\]\s*(https?:\/\/[^\s[\]<]+)\s*\[\/embed\]/gi;

const captioned =
  /\[(wp_caption|caption)(?:\s[^\]]*)?\]\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?)([\s\S]*?)\[\/\1\]/gi;

/** What a body has beside its text. */
interface WordPressBody extends Omit<ReturnType<typeof withoutGalleries>, 'html'> {
  readonly html: string;
  /** The names of the shortcodes that were taken out. */
  readonly shortcodes: readonly string[];
}

/** The names that are shortcodes in a text: ours, those with attributes, and those that are closed. */
const shortcodesIn = (text: string): Set<string> => {
  const names = new Set<string>();
  for (const { 0: whole, groups } of text.matchAll(shortcode)) {
    const { end, name = '' } = groups ?? {};
    if (end) names.add(end.toLowerCase());
    else if (new RegExp(`^(?:${ownShortcodes})$`, 'i').test(name) || whole.includes('=')) names.add(name.toLowerCase());
  }
  return names;
};

const figure = (image: string, words: string): string =>
  `<figure>${image}${words && `<figcaption>${words}</figcaption>`}</figure>`;

/** Applies a change to what is not code. */
const outsideCode = (text: string, change: (part: string) => string): string => {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(code)) {
    result += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(text.slice(at));
};

/**
 * The body of a post as the HTML that WordPress shows: with paragraphs for its blank lines, unless blocks have made it,
 * and without shortcodes, whose content stays or which become links (`[embed]`) and figures (`[caption]`). Its
 * galleries stand beside it.
 */
export const wordPressBody = (content: string): WordPressBody => {
  const taken = new Set<string>();
  const pictures: GalleryPicture[] = [];
  let hasOwn = false;
  const html = outsideCode(content, (part) => {
    const galleries = withoutGalleries(part);
    pictures.push(...galleries.pictures);
    hasOwn ||= galleries.hasOwn;
    const linked = galleries.html
      .replace(embedded, (_, address: string) => `<a href="${address}">${address}</a>`)
      .replace(captioned, (_, _name: string, image: string, words: string) => figure(image, words.trim()));
    const names = shortcodesIn(linked);
    return linked.replace(shortcode, (whole: string, ...rest: unknown[]) => {
      const { end, name = '' } = rest.at(-1) as { end?: string; name?: string };
      const known = (end ?? name).toLowerCase();
      if (!names.has(known)) return whole;
      if (known !== 'caption' && known !== 'wp_caption') taken.add(known);
      return '';
    });
  });
  const hasBlocks = /<!--\s*wp:/.test(html);
  return { html: hasBlocks ? html : paragraphsFromLineBreaks(html), shortcodes: [...taken], pictures, hasOwn };
};
