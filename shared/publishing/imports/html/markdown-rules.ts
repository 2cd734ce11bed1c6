import TurndownService from 'turndown';
import { asBlock } from './as-block.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { HtmlElement } from './html-element.ts';
import type { Kept } from './kept.ts';
import { type FindImage, type KnownImage, markdownAddress } from './known-images.ts';
import { addListRules } from './list-rules.ts';
import { addTableRules } from './table-rules.ts';
import { placeMark } from './write-marks.ts';

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

/** Words as they stand on a line, without what Markdown would read in them. */
const lineOf = (text: string | null): string => escapeMarkdown((text ?? '').replace(/\s+/g, ' ').trim());

/** An image that the line has, in Markdown, with what stands below it. */
const knownImage = (image: KnownImage, alt: string | null, caption = ''): string => {
  const title = caption && ` "${caption.replaceAll('"', '\\"')}"`;
  return `![${lineOf(alt) || lineOf(image.alt ?? '')}](${image.address}${title})`;
};

const sourceOf = (node: HtmlElement): string => (node.getAttribute('src') ?? '').trim();

const isImageFile = (address: string): boolean => /\.(?:jpe?g|png|webp|avif|gif|tiff?)(?:[?#]|$)/i.test(address);

/**
 * Turns HTML that has been cleaned into Markdown as Sergi shows it: CommonMark with tables. Names in `kept` what
 * changes; `find` gives the images that are known by their addresses.
 */
export const markdownService = (kept: Kept, find: FindImage): TurndownService => {
  const service = new TurndownService({
    ...{ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*', hr: '---' },
  });
  service.escape = escapeMarkdown;
  service.addRule('preformatted', {
    filter: 'pre',
    replacement: (_, node: HtmlElement) => {
      const text = (node.textContent ?? '').replace(/^\n|\n$/g, '');
      const longest = [...text.matchAll(/`+/g)].reduce((most, [{ length }]) => Math.max(most, length), 2);
      const fence = '`'.repeat(longest + 1);
      return asBlock(`${fence}\n${text}\n${fence}`);
    },
  });
  service.addRule('link', {
    filter: 'a',
    replacement: (content, node: HtmlElement) => {
      const href = node.getAttribute('href') ?? '';
      const text = content.trim();
      if (text === '') return content;
      // To the same picture, larger: readers get that as it is.
      if (isImageFile(href) && Array.from(node.getElementsByTagName('img')).some((image) => find(sourceOf(image))))
        return content;
      // What is around a link stays outside it, and a link holds no blocks.
      const address = href.replace(/[\s()<>\\]/g, (sign) =>
        encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
      );
      return `[${text.replace(/\s*\n\s*/g, ' ')}](${address})`;
    },
  });
  service.addRule('image', {
    filter: 'img',
    replacement: (_, node: HtmlElement) => {
      const image = node;
      const source = sourceOf(image);
      const known = find(source);
      if (known) return knownImage(known, image.getAttribute('alt'));
      const alt = escapeMarkdown((image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim());
      if (!isWebAddress(source)) {
        kept.leftOut(`img ${source.slice(0, 200)}`);
        return '';
      }
      const address = markdownAddress(source);
      if (/^https:/i.test(source)) {
        kept.imageElsewhere(source);
        return `![${alt}](${address})`;
      }
      kept.asLink(`img ${source}`);
      return node.parentNode?.nodeName === 'A'
        ? alt || escapeMarkdown(source)
        : `[${alt || escapeMarkdown(source)}](${address})`;
    },
  });
  service.addRule('figure', {
    filter: 'figure',
    replacement: (content, node: HtmlElement) => {
      const images = Array.from(node.getElementsByTagName('img'));
      const captions = Array.from(node.getElementsByTagName('figcaption'));
      const [image, caption] = [images[0], captions[0]];
      const known = image && images.length === 1 && captions.length <= 1 ? find(sourceOf(image)) : undefined;
      return asBlock(
        image && known ? knownImage(known, image.getAttribute('alt'), lineOf(caption?.textContent ?? '')) : content,
      );
    },
  });
  service.addRule('embedded', {
    filter: ['iframe', 'video', 'audio', 'embed', 'object'] as TurndownService.Filter,
    replacement: (content, node: HtmlElement) => {
      const element = node;
      const name = node.nodeName.toLowerCase();
      const source =
        element.getAttribute('src') ??
        element.getAttribute('data') ??
        element.getElementsByTagName('source')[0]?.getAttribute('src') ??
        '';
      const address = source.startsWith('//') ? `https:${source}` : source;
      if (!isWebAddress(address)) {
        kept.leftOut(source ? `${name} ${source.slice(0, 200)}` : name);
        return asBlock(content);
      }
      kept.asLink(`${name} ${address}`);
      const { href } = new URL(address);
      return asBlock(`[${escapeMarkdown(href)}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`);
    },
  });
  service.addRule('strong', { filter: 'strong', replacement: (content) => content && placeMark('strong', content) });
  service.addRule('emphasis', { filter: 'em', replacement: (content) => content && placeMark('em', content) });
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, node: HtmlElement) => {
      const signs = '#'.repeat(Number(node.nodeName[1]));
      // At its end they would be taken for an ornament.
      return asBlock(`${signs} ${content.trim().replace(/(^|\s)(#+)$/, '$1\\$2')}`);
    },
  });
  addListRules(service);
  addTableRules(service, kept);
  return service;
};
