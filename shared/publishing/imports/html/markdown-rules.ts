import TurndownService from 'turndown';
import { asBlock } from './as-block.ts';
import { escapeText } from './escape-text.ts';
import type { HtmlElement } from './html-element.ts';
import type { Kept } from './kept.ts';
import { addTableRules } from './table-rules.ts';

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789'].map((digit, n) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[n] ?? digit]),
);

const isAbsolute = (address: string): boolean => /^https?:\/\//i.test(address);

/** Turns HTML that has been cleaned into Markdown as Sergi shows it: CommonMark with tables. Names in `kept` what changes. */
export const markdownService = (kept: Kept): TurndownService => {
  const service = new TurndownService({
    ...{ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*', hr: '---' },
  });
  service.escape = escapeText;
  addTableRules(service, kept);
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
      const href = (node.getAttribute('href') ?? '').trim();
      const text = content.trim();
      if (text === '') return content;
      if (href === '') return content;
      if (!/^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href)) {
        kept.leftOut(`a ${href}`);
        return content;
      }
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
      const source = (image.getAttribute('src') ?? '').trim();
      const alt = escapeText((image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim());
      if (!isAbsolute(source)) {
        kept.leftOut(`img ${source.slice(0, 200)}`);
        return '';
      }
      const address = new URL(source).href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
      if (/^https:/i.test(source)) {
        kept.imageElsewhere(source);
        return `![${alt}](${address})`;
      }
      kept.asLink(`img ${source}`);
      return node.parentNode?.nodeName === 'A'
        ? alt || escapeText(source)
        : `[${alt || escapeText(source)}](${address})`;
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
      if (!URL.canParse(address) || !isAbsolute(address)) {
        kept.leftOut(source ? `${name} ${source.slice(0, 200)}` : name);
        return asBlock(content);
      }
      kept.asLink(`${name} ${address}`);
      const { href } = new URL(address);
      return asBlock(`[${escapeText(href)}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`);
    },
  });
  service.addRule('struck', {
    filter: ['s', 'del', 'strike'] as TurndownService.Filter,
    replacement: (content) => {
      if (content.trim() !== '') kept.simplified('del');
      return content;
    },
  });
  service.addRule('raised', {
    filter: ['sup', 'sub'],
    replacement: (content, node: HtmlElement) => {
      if (node.nodeName === 'SUP' && /^\d+$/.test(content)) {
        return [...content].map((digit) => superscripts[digit]).join('');
      }
      if (content.trim() !== '') kept.simplified(node.nodeName.toLowerCase());
      return content;
    },
  });
  service.addRule('term', {
    filter: 'dt',
    replacement: (content) => asBlock(content.trim() && `**${content.trim()}**`),
  });
  return service;
};
