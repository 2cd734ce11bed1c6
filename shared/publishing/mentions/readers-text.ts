import { domainToUnicode } from 'node:url';
import type { TextField } from '../../model/names/text-fields.ts';
import { withAddressesRead } from '../../model/text/with-addresses-read.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', zwj: '', zwnj: '' },
};

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (entity, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? entity;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });

/** An address as a browser shows it: escaped letters and those of its host decoded. */
const shownAddress = (address: string): string =>
  withAddressesRead(
    address.replace(/^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:@]+)/i, (whole, before, host) => {
      const shown = domainToUnicode(host);
      return shown ? `${before}${shown}` : whole;
    }),
  );

const shownAttribute = /\s(alt|title|href|src)="([^"]*)"/g;

/**
 * HTML as a reader takes it in: emphasis and links part no word, blocks part sentences, what attributes say comes at
 * the end.
 */
const textOfHtml = (html: string): string => {
  const attributes = [...html.matchAll(shownAttribute)].map(([, name = '', value = '']) => {
    const said = shownAddress(decoded(value));
    // An address stays one word.
    return name === 'href' || name === 'src' ? said.replace(/\s+/g, '_') : said;
  });
  const text = html
    .replace(/<img[^>]*?\salt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/?(?:em|strong|a|code|img)\b[^>]*>/g, '')
    .replace(/<\/?t[hd]\b[^>]*>/g, ' ')
    .replace(/<br[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '\n\n');
  return [decoded(text), ...attributes].join('\n\n');
};

/** Markup within a word in a text that is not Markdown, though its writer took it for that. */
const marksInWord = /(?<=[\p{L}\p{M}])[*_~`]+(?=\p{L})/gu;

const betweenWords = /[^\p{L}\p{M}\p{N}\p{Cf}]+/gu;

/**
 * The ways in which readers see the text of a field: as it is rendered, and as it is written, since the API gives both.
 */
export const readersTexts = ({ text, form }: TextField): { text: string; isAddress?: boolean }[] => {
  // Whatever stands between the words of an address parts no sentences.
  if (form === 'address') return [{ text: shownAddress(text).replace(betweenWords, ' '), isAddress: true }];
  const written = decoded(text.replace(marksInWord, ''));
  if (form === 'plain') return [{ text: written }];
  return [{ text: textOfHtml(renderMarkdown(text)) }, { text: written }];
};
