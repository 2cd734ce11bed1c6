import type { Document, DocumentType } from '../../model/files/document.ts';
import { withAddressesRead } from '../../model/text/with-addresses-read.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { type FoundDocument, maxTextLength } from './shared/found-document.ts';

/** A document that was read: as it may be published, with all text that was found in it. */
export interface ReadDocument extends Omit<Document, 'bytes'> {
  readonly file: Uint8Array;
  readonly content: string;
}

const hasLetter = /\p{L}/u;

/** The paragraphs that hold a letter, each once: tables of figures, which may be large, name nobody. */
const paragraphsWithLetters = (content: string): string =>
  [...new Set(content.split(/\n\s*\n/).map((paragraph) => paragraph.trim()))]
    .filter((paragraph) => hasLetter.test(paragraph))
    .join('\n\n');

/** The beginning of a file by which its type is told. */
const beginsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, n) => bytes[n] === byte);

/** What Word and Excel wrote until 2003, and in which they keep what has a password. */
const isCompoundFile = (bytes: Uint8Array): boolean => beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Each kind has its libraries loaded where one of it comes: those for PDF take longer to load than a text to read. */
const readByType = async (bytes: Uint8Array, declared: string): Promise<FoundDocument> => {
  if (beginsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
  if (beginsWith(bytes, 0x50, 0x4b)) return (await import('./read-office-document.ts')).readOfficeDocument(bytes);
  if (isCompoundFile(bytes)) {
    const isProtected = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPackage);
    throw new RejectedFileError(isProtected ? 'password-protected' : 'not-a-document');
  }
  if (declared === 'text/csv' || declared === 'text/plain')
    return (await import('./read-text-file.ts')).readTextFile(bytes, declared as DocumentType);
  throw new RejectedFileError('not-a-document');
};

/**
 * Proves by its bytes what a document is, takes out what tells of its authors, and gives all its text. Throws
 * `RejectedFileError` for what is no document, or holds more than one should: macros, scripts, other files.
 */
export const readDocumentFile = async (bytes: Uint8Array, declared: string): Promise<ReadDocument> => {
  const { content, beside = '', isCut, ...found } = await readByType(bytes, declared);
  const properties = (found.metadata ?? []).map(({ value }) => value);
  const kept = paragraphsWithLetters(withAddressesRead(`${content}\n\n${beside}`));
  const text = isCut || kept.length > maxTextLength ? 'partial' : hasLetter.test(content) ? 'extracted' : 'none';
  return { ...found, text, content: [kept.slice(0, maxTextLength), ...properties].join('\n\n') };
};
