import Markdown, { type MarkdownIt } from 'markdown-it';
import { closeBeforeLetter } from './close-before-letter.ts';
import { linkAddresses } from './link-addresses.ts';
import { picturesOfTheirOwn } from './pictures-of-their-own.ts';

/** The Markdown of Sergi: CommonMark with tables and links of bare addresses; HTML in a text is text. */
export const makeMarkdown = (): MarkdownIt =>
  new Markdown('commonmark', { html: false })
    .enable('table')
    .use(closeBeforeLetter)
    .use(linkAddresses)
    .use(picturesOfTheirOwn);
