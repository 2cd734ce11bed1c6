import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { tellsOfMaker } from '../pictures/picture-without-metadata.ts';
import { decode, longName, maxDecodedBytes } from './pictures.ts';

/** The head of a picture that stands among what a page draws (ISO 32000-2, 8.9.7), if a camera has made it. */
const head = /\bBI\b(?:(?!\bID\b)[\s\S]){0,2000}?\/(?:F|Filter)\s*(\[[^\]]{0,200}\]|\/\w+)[\s\S]{0,2000}?\bID\s/g;

const hasPicture = Buffer.from('/DCT', 'latin1');

/**
 * Refuses a page whose pictures, where they stand among what it draws, tell of their place or maker: there they cannot
 * be changed. Throws `RejectedFileError`.
 */
export const refuseTellingPage = (stream: PDFRawStream, drawn: Buffer): void => {
  if (!drawn.includes(hasPicture)) return;
  const text = drawn.toString('latin1');
  for (const { 0: all, 1: list = '', index } of text.matchAll(head)) {
    const filters = [...list.matchAll(/\/(\w+)/g)].map(([, name = '']) => longName(name));
    if (filters.at(-1) !== 'DCTDecode') continue;
    const data = PDFRawStream.of(PDFDict.withContext(stream.dict.context), drawn.subarray(index + all.length));
    if (tellsOfMaker(decode(data, filters.slice(0, -1), { left: maxDecodedBytes })))
      throw new RejectedFileError('picture-metadata');
  }
};
