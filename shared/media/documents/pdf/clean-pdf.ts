import { type PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { Document } from '../../../model/files/document.ts';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { propertiesToConfirm } from '../shared/found-document.ts';
import { asOneFile, type NotesAsPages, notesAsPages } from './appearances.ts';
import { drawnBy, drawnWords } from './drawn.ts';
import { refuseTellingPage } from './inline-pictures.ts';
import { hasHiddenLayers } from './layers.ts';
import { dictOf, nameIn, partsOf, reachable, textIn, textsIn } from './objects.ts';
import { cleanPictureStream, maxDecodedBytes } from './pictures.ts';
import { pdfProperties } from './properties.ts';
import { refuseActive } from './refusals.ts';
import { isSignature } from './signatures.ts';

/**
 * A PDF as it may be published, and the texts in it beside those of its pages: notes, fields, bookmarks, descriptions.
 */
interface CleanedPdf {
  readonly file: Uint8Array;
  readonly texts: readonly string[];
  readonly notes: NotesAsPages;
  /** True where it has layers that are not shown at first. */
  readonly hasHiddenLayers: boolean;
  /** What one tells that is signed, and stays as it is. */
  readonly metadata?: Document['metadata'];
}

/** Most objects of a PDF: a book of a thousand pages has some tens of thousands. */
const maxObjects = 500_000;

/**
 * Keys that hold text which readers can see or have read out: of notes, fields and their choices, structure, layers,
 * buttons and links. The name of a field says what it asks for.
 */
const textKeys = [
  ...['Contents', 'RC', 'Subj', 'Alt', 'ActualText', 'E', 'Title', 'Name', 'URI'],
  ...['V', 'DV', 'Opt', 'TU', 'TM', 'CA', 'AC', 'T'],
];

/** What applications keep for themselves, and what says who made something (ISO 32000-2, 14.3 and 14.5). */
const privateKeys = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'CreatorInfo'];

const authorKey = 'T';

/** True of a note, whose `T` is who has written it; that of a field is its name. */
const isNote = (dict: PDFDict): boolean => {
  const subtype = nameIn(dict, 'Subtype');
  return subtype !== undefined && subtype !== 'Widget' && dict.has(PDFName.of('Rect'));
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

type Objects = readonly (readonly [PDFRef, PDFObject])[];

interface ReadObjects {
  readonly texts: readonly string[];
  /** Who has written notes. */
  readonly writers: readonly string[];
  readonly isSigned: boolean;
}

const read = (objects: Objects): ReadObjects => {
  const texts: string[] = [];
  const writers: string[] = [];
  let isSigned = false;
  for (const [, object] of objects)
    for (const part of partsOf(object)) {
      const dict = dictOf(part);
      if (!dict) continue;
      refuseActive(dict);
      isSigned ||= isSignature(dict);
      const writer = isNote(dict) && textIn(dict, authorKey);
      if (writer) writers.push(writer);
      for (const key of textKeys) if (key !== authorKey || !isNote(dict)) texts.push(...textsIn(dict, key));
    }
  return { texts, writers, isSigned };
};

/**
 * Takes out of a PDF what tells of its authors, and all that no reader sees any more. One that is signed stays as it
 * is, or the signature would not hold; what it tells is given then. Throws `RejectedFileError` for scripts, actions
 * that leave the document, files inside, and pictures that tell what cannot be taken out.
 */
export const cleanPdf = async (bytes: Uint8Array): Promise<CleanedPdf> => {
  const document = await load(bytes);
  const { context } = document;
  if (context.trailerInfo.Encrypt) throw new RejectedFileError('password-protected');
  const objects = context.enumerateIndirectObjects();
  if (objects.length > maxObjects) throw new RejectedFileError('too-complex');
  const kept = reachable(context);
  const { texts, isSigned } = read(objects.filter(([ref]) => kept.has(ref.tag)));
  if (isSigned) {
    // What no reader sees any more stays as well.
    const all = read(objects);
    const drawn = objects.flatMap(([, object]) => (object instanceof PDFRawStream ? drawnWords(drawnBy(object)) : []));
    return {
      file: bytes,
      texts: [...all.texts, ...all.writers, ...drawn],
      metadata: propertiesToConfirm(pdfProperties(context, objects, all.writers)),
      hasHiddenLayers: hasHiddenLayers(context, objects),
      notes: await notesAsPages(document),
    };
  }
  const drawn = clean(document, objects);
  const file = await document.save(asOneFile);
  return {
    ...{
      file,
      texts: [...texts, ...drawn],
      hasHiddenLayers: hasHiddenLayers(context, context.enumerateIndirectObjects()),
    },
    notes: await notesAsPages(document),
  };
};

/** Gives the words that stand among what the pages draw. */
const clean = ({ context }: PDFDocument, objects: Objects): string[] => {
  for (const [, object] of objects) for (const part of partsOf(object)) withoutAuthors(dictOf(part));
  delete context.trailerInfo.Info;
  const left = reachable(context);
  const budget = { left: maxDecodedBytes };
  const words: string[] = [];
  for (const [ref, object] of objects) {
    if (!left.has(ref.tag)) context.delete(ref);
    else if (object instanceof PDFRawStream) {
      const picture = cleanPictureStream(object, budget);
      if (picture) context.assign(ref, picture);
      else {
        const drawn = drawnBy(object);
        refuseTellingPage(object, drawn);
        words.push(...drawnWords(drawn));
      }
    }
  }
  // Identifies the file among its versions: it is no property of what readers get.
  delete context.trailerInfo.ID;
  return words;
};

const withoutAuthors = (dict: PDFDict | undefined): void => {
  if (!dict) return;
  for (const key of privateKeys) dict.delete(PDFName.of(key));
  if (isNote(dict)) dict.delete(PDFName.of(authorKey));
};
