import { inflateSync, constants as zlib } from 'node:zlib';
import { decodePDFRawStream, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { pictureWithoutMetadata } from '../pictures/picture-without-metadata.ts';
import { itemsIn } from './objects.ts';

/** Filters whose data are files of their own, as a camera has made them (ISO 32000-2, 7.4.8 and 7.4.9). */
const pictureFilters = new Set(['DCTDecode', 'JPXDecode']);

/** Most bytes that the pictures of a document become, or one stream, once what packs them is undone. */
export const maxDecodedBytes = 500 * 1024 * 1024;

/** How many bytes are decoded at a time, so that what becomes too many is noticed. */
const step = 1024 * 1024;

/** Names that streams within a page may give to filters (ISO 32000-2, table 92); some writers use them elsewhere. */
const longNames: Readonly<Record<string, string>> = {
  ...{ AHx: 'ASCIIHexDecode', A85: 'ASCII85Decode', LZW: 'LZWDecode', Fl: 'FlateDecode', RL: 'RunLengthDecode' },
  DCT: 'DCTDecode',
};

/** The name of a filter, in full. */
export const longName = (name: string): string => longNames[name] ?? name;

/** The filters of a stream, in the order in which they are undone. */
export const filtersOf = (dict: PDFDict): string[] =>
  itemsIn(dict, 'Filter').flatMap((filter) => (filter instanceof PDFName ? [longName(filter.decodeText())] : []));

/** What a stream was packed with, as the library has it. Throws where it is packed in a way that it cannot undo. */
const packedStream = ({ dict, contents }: PDFRawStream, filters: readonly string[]): PDFRawStream => {
  const { context } = dict;
  const packing = PDFDict.withContext(context);
  const parameters = itemsIn(dict, 'DecodeParms').slice(0, filters.length);
  for (const one of parameters) {
    const predictor = one instanceof PDFDict && one.lookup(PDFName.of('Predictor'));
    if (predictor instanceof PDFNumber && predictor.asNumber() > 1) throw new Error('There is a predictor.');
  }
  packing.set(PDFName.of('Filter'), context.obj(filters.map((name) => PDFName.of(name))));
  packing.set(PDFName.of('DecodeParms'), context.obj(filters.map((_, n) => parameters[n] ?? null)));
  return PDFRawStream.of(packing, contents);
};

/** What one Flate filter has packed; `undefined` where it is damaged, which only the library reads. */
const inflated = (contents: Uint8Array, maxOutputLength: number): Buffer | undefined => {
  try {
    return inflateSync(contents, { maxOutputLength, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw new RejectedFileError('too-complex', { cause: error });
    return undefined;
  }
};

/**
 * What is left of a stream once its first filters are undone. Throws `RejectedFileError` where it is too much, and
 * other errors where they cannot be undone.
 */
export const decode = (stream: PDFRawStream, filters: readonly string[], budget: { left: number }): Buffer => {
  const packed = packedStream(stream, filters);
  const whole = filters.join() === 'FlateDecode' ? inflated(stream.contents, budget.left + 1) : undefined;
  const reader = whole ? undefined : decodePDFRawStream(packed);
  const chunks: Uint8Array[] = [];
  for (let chunk = whole ?? reader?.getBytes(step); chunk?.length; chunk = reader?.getBytes(step)) {
    budget.left -= chunk.length;
    if (budget.left < 0) throw new RejectedFileError('too-complex');
    chunks.push(Uint8Array.from(chunk));
  }
  return Buffer.concat(chunks);
};

/** The file that the stream of a picture is; `undefined` of any other stream. Throws `RejectedFileError`. */
export const pictureIn = (stream: PDFRawStream, budget: { left: number }): Buffer | Uint8Array | undefined => {
  const filters = filtersOf(stream.dict);
  if (!filters.some((name) => pictureFilters.has(name))) return undefined;
  const outer = filters.slice(0, -1);
  if (outer.length === 0) return stream.contents;
  try {
    return decode(stream, outer, budget);
  } catch (cause) {
    // A filter that is unknown, or behind that of the picture: what it tells cannot be seen.
    throw cause instanceof RejectedFileError ? cause : new RejectedFileError('picture-metadata', { cause });
  }
};

/**
 * The stream of a picture without what it tells of its place and maker, packed no more than the picture is by itself;
 * `undefined` of any other stream. Throws `RejectedFileError` where that cannot be taken out.
 */
export const cleanPictureStream = (stream: PDFRawStream, budget: { left: number }): PDFRawStream | undefined => {
  const picture = pictureIn(stream, budget);
  if (!picture) return undefined;
  const dict = stream.dict.clone();
  const filters = filtersOf(dict);
  const parameters = itemsIn(dict, 'DecodeParms')[filters.length - 1];
  dict.set(PDFName.of('Filter'), PDFName.of(filters.at(-1) ?? ''));
  if (parameters instanceof PDFDict) dict.set(PDFName.of('DecodeParms'), parameters);
  else dict.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(dict, pictureWithoutMetadata(picture));
};
