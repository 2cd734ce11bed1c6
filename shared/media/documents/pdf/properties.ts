import { type PDFContext, PDFDict, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { pictureProperties } from '../pictures/picture-properties.ts';
import { xmpProperties } from '../pictures/xmp-properties.ts';
import { decodeXml } from '../shared/decode-xml.ts';
import type { Property } from '../shared/found-document.ts';
import { nameIn, textOf } from './objects.ts';
import { decode, filtersOf, maxDecodedBytes, pictureIn } from './pictures.ts';

/** Properties that say which program has made a file, and when. */
const ofProgram = new Set(['Producer', 'CreationDate', 'ModDate', 'Trapped']);

const infoProperties = (context: PDFContext): Property[] => {
  const info = context.lookup(context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) return [];
  return [...info.entries()].flatMap(([key, value]) => {
    const [name, text] = [key.decodeText(), textOf(context.lookup(value))?.trim()];
    return text && !ofProgram.has(name) ? [{ name, value: text }] : [];
  });
};

const streamProperties = (stream: PDFRawStream): Property[] => {
  const budget = { left: maxDecodedBytes };
  const { dict } = stream;
  if (nameIn(dict, 'Type') === 'Metadata' || nameIn(dict, 'Subtype') === 'XML')
    return xmpProperties(decodeXml(decode(stream, filtersOf(dict), budget)));
  const picture = pictureIn(stream, budget);
  return picture ? pictureProperties(picture) : [];
};

/** What a PDF tells that stays as it is: its properties, those in XMP and its pictures, and who has written notes. */
export function* pdfProperties(
  context: PDFContext,
  objects: readonly (readonly [PDFRef, PDFObject])[],
  writers: readonly string[],
): Generator<Property> {
  yield* infoProperties(context);
  for (const [, object] of objects) {
    if (!(object instanceof PDFRawStream)) continue;
    try {
      yield* streamProperties(object);
    } catch {
      // It is not known what it tells: a person has to look at the file anyway.
      yield { name: 'Metadata', value: '?' };
    }
  }
  for (const value of new Set(writers)) yield { name: 'Annotation', value };
}
