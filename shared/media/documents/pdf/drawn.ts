import { PDFHexString, type PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { decode, filtersOf, maxDecodedBytes } from './pictures.ts';

/** What a stream draws, as a page or a part of one does; empty of a font, or whatever is packed as no page is. */
export const drawnBy = (stream: PDFRawStream): Buffer => {
  try {
    return decode(stream, filtersOf(stream.dict), { left: maxDecodedBytes });
  } catch (error) {
    if (error instanceof RejectedFileError) throw error;
    return Buffer.alloc(0);
  }
};

const marked = Buffer.from('BDC', 'latin1');

/** What is said of a piece of a page where it is drawn (ISO 32000-2, 14.9), as a string or in hexadecimal digits. */
const words = /\/(?:ActualText|Alt|E|T)\s*(?:\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([\dA-Fa-f\s]+)>)/g;

/** The words that stand among what is drawn, and that readers have read out in place of it. */
export const drawnWords = (drawn: Buffer): string[] =>
  drawn.includes(marked)
    ? [...drawn.toString('latin1').matchAll(words)].map(([, text, digits = '']) =>
        text === undefined ? PDFHexString.of(digits).decodeText() : PDFString.of(text).decodeText(),
      )
    : [];
