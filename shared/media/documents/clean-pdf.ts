import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Document } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { pictureWithoutMetadata } from './picture-without-metadata.ts';

/**
 * A PDF as it may be published, and the texts in it beside those of its pages: notes, fields, bookmarks, descriptions.
 */
interface CleanedPdf {
  readonly file: Uint8Array;
  readonly texts: readonly string[];
  readonly metadata?: Document['metadata'];
}

/** Most objects of a PDF: a book of a thousand pages has some tens of thousands. */
const maxObjects = 500_000;

/** Actions that only move within the document or follow a link (ISO 32000-2, 12.6.4). */
const harmlessActions = new Set([
  'GoTo',
  'URI',
  'Named',
  'Hide',
  'Thread',
  'Trans',
  'GoTo3DView',
  'SetOCGState',
  'ResetForm',
  'GoToDp',
]);

/** Keys that hold text which readers can see or have read out. */
const textKeys = ['Contents', 'Alt', 'ActualText', 'Title', 'V', 'DV', 'TU', 'RC', 'Subj'].map((name) =>
  PDFName.of(name),
);

const [actionKey, subtypeKey, typeKey, authorKey] = ['S', 'Subtype', 'Type', 'T'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];

/** What applications keep for themselves, and what says who made something (ISO 32000-2, 14.3 and 14.5). */
const privateKeys = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb'].map((name) => PDFName.of(name));

/** A dictionary as it stands, whether by itself or before a stream. */
const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;

const nameIn = (dict: PDFDict, key: PDFName): string | undefined => {
  const value = dict.lookup(key);
  return value instanceof PDFName ? value.decodeText() : undefined;
};

const textIn = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

/** True of a note, whose `T` is who has written it; that of a field is its name. */
const isNote = (dict: PDFDict): boolean => {
  const subtype = nameIn(dict, subtypeKey);
  return subtype !== undefined && subtype !== 'Widget' && dict.has(PDFName.of('Rect'));
};

/** The objects that an object is made of, those that it only refers to apart. */
function* partsOf(object: PDFObject): Generator<PDFObject> {
  const pending: PDFObject[] = [object];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    // One by one: an array may have more items than a call takes arguments.
    for (const part of next instanceof PDFArray ? next.asArray() : (dictOf(next)?.values() ?? [])) pending.push(part);
  }
}

const refuse = (dict: PDFDict): void => {
  const has = (key: string): boolean => dict.has(PDFName.of(key));
  const type = nameIn(dict, typeKey);
  const action = nameIn(dict, actionKey);
  if (has('JS') || has('JavaScript') || has('XFA') || action === 'JavaScript')
    throw new RejectedFileError('has-script');
  const isAction = type === 'Action' || (action !== undefined && (has('F') || has('D') || has('URI') || has('N')));
  if (type === 'Action' && action !== undefined && !harmlessActions.has(action))
    throw new RejectedFileError('has-script');
  if (
    isAction &&
    ['Launch', 'ImportData', 'SubmitForm', 'GoToR', 'GoToE', 'Rendition', 'Movie', 'Sound'].includes(action ?? '')
  )
    throw new RejectedFileError('has-script');
  const subtype = nameIn(dict, subtypeKey);
  if (has('EmbeddedFiles') || has('EF') || type === 'EmbeddedFile' || subtype === 'FileAttachment')
    throw new RejectedFileError('has-attachments');
  if (subtype !== undefined && ['RichMedia', 'Screen', 'Movie', 'Sound', '3D'].includes(subtype) && has('Rect'))
    throw new RejectedFileError('has-attachments');
};

/**
 * Everything that can be reached from the catalogue: what an earlier version held, and this one does not, is left out.
 */
const reachable = (context: PDFContext): Set<string> => {
  const seen = new Set<string>();
  const pending: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (!(next instanceof PDFRef)) {
      for (const part of partsOf(next)) if (part instanceof PDFRef) pending.push(part);
      continue;
    }
    if (seen.has(next.tag)) continue;
    seen.add(next.tag);
    const object = context.lookup(next);
    if (object) pending.push(object);
  }
  return seen;
};

const infoOf = (context: PDFContext): NonNullable<Document['metadata']> => {
  const info = context.lookup(context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) return [];
  return [...info.entries()].flatMap(([key, value]) => {
    const text = textIn(context.lookup(value))?.trim();
    const name = key.decodeText();
    return text && ['Author', 'Title', 'Subject', 'Keywords', 'Creator'].includes(name) ? [{ name, value: text }] : [];
  });
};

const load = async (bytes: Uint8Array): Promise<PDFDocument> => {
  try {
    return await PDFDocument.load(bytes, {
      ...{ ignoreEncryption: true, updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY },
      ...{ throwOnInvalidObject: false, warnOnInvalidObjects: false, preserveXFA: true },
    });
  } catch (cause) {
    throw new RejectedFileError('damaged-document', { cause });
  }
};

/**
 * Takes out of a PDF what tells of its authors, and all that no reader sees any more. One that is signed stays as it
 * is, or the signature would not hold. Throws `RejectedFileError` for scripts, actions that leave the document, and
 * files inside.
 */
export const cleanPdf = async (bytes: Uint8Array): Promise<CleanedPdf> => {
  const document = await load(bytes);
  const { context } = document;
  if (context.trailerInfo.Encrypt) throw new RejectedFileError('password-protected');
  const objects = context.enumerateIndirectObjects();
  if (objects.length > maxObjects) throw new RejectedFileError('too-complex');
  const texts: string[] = [];
  const writers: string[] = [];
  let isSigned = false;
  const kept = reachable(context);
  for (const [ref, object] of objects) {
    if (!kept.has(ref.tag)) continue;
    for (const part of partsOf(object)) {
      const dict = dictOf(part);
      if (!dict) continue;
      refuse(dict);
      isSigned ||= dict.has(PDFName.of('ByteRange'));
      for (const key of textKeys) {
        const text = textIn(dict.lookup(key));
        if (text) texts.push(text);
      }
      const writer = isNote(dict) && textIn(dict.lookup(authorKey));
      if (writer) writers.push(writer);
    }
  }
  const metadata = infoOf(context);
  if (isSigned) return { file: bytes, texts: [...texts, ...writers], ...(metadata.length > 0 && { metadata }) };
  for (const [ref, object] of objects) {
    for (const part of partsOf(object)) withoutAuthors(dictOf(part));
    const picture = object instanceof PDFRawStream && isJpeg(object) && pictureWithoutMetadata(object.contents);
    if (picture) context.assign(ref, PDFRawStream.of(object.dict, picture));
  }
  delete context.trailerInfo.Info;
  const left = reachable(context);
  for (const [ref] of objects) if (!left.has(ref.tag)) context.delete(ref);
  // Identifies the file among its versions: it is no property of what readers get.
  delete context.trailerInfo.ID;
  return {
    file: await document.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    }),
    texts,
  };
};

/** True of a stream that is a JPEG as a camera has made it (ISO 32000-2, 7.4.8). */
const isJpeg = ({ dict }: PDFRawStream): boolean => {
  const filter = dict.lookup(PDFName.of('Filter'));
  const [only, ...others] = filter instanceof PDFArray ? filter.asArray() : [filter];
  return others.length === 0 && only instanceof PDFName && only.decodeText() === 'DCTDecode';
};

const withoutAuthors = (dict: PDFDict | undefined): void => {
  if (!dict) return;
  for (const key of privateKeys) dict.delete(key);
  if (isNote(dict)) dict.delete(authorKey);
};
