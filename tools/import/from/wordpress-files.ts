import { htmlToText } from '../../../shared/publishing/imports/html/html-to-text.ts';
import type { ConvertedFile } from './converted.ts';
import { convertedFile, isDocumentAt } from './converted-files.ts';
import type { Attachments } from './wordpress-pictures.ts';

const link = /<a\b([^>]*)>(.*?)<\/a>/gis;

const address = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** The button below a file's link says "Download" in each language. */
const isButton = (attributes: string): boolean => attributes.includes('wp-block-file__button');

/**
 * The documents that a body leads to, of the export's own site, titled by the words of the link, else as the media
 * library has them. What was uploaded and is linked nowhere no reader has seen: it stays where it is. Links stay in the
 * text.
 */
export const linkedFiles = (
  html: string,
  { attachments, host, locale }: { readonly attachments: Attachments; readonly host: string; readonly locale: string },
): ConvertedFile[] => {
  const files = new Map<string, ConvertedFile>();
  for (const [, attributes = '', words = ''] of html.matchAll(link)) {
    const [, double, single] = address.exec(attributes) ?? [];
    const href = (double ?? single ?? '').replaceAll('&amp;', '&').trim();
    const known = attachments.at(href);
    const url = known?.url ?? href;
    if (!isDocumentAt(url) || files.has(url) || isButton(attributes)) continue;
    if (!known && new URL(url).host !== host) continue;
    files.set(url, convertedFile(url, htmlToText(words) || (known?.title ?? ''), locale));
  }
  return [...files.values()];
};
