import type { DocumentType } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { readOpenDocument } from './read-open-document.ts';
import { readOpenXml } from './read-open-xml.ts';
import type { FoundDocument } from './shared/found-document.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

const openDocumentTypes: Readonly<Record<string, DocumentType>> = {
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet': 'application/vnd.oasis.opendocument.spreadsheet',
};

const mimetypeOf = async (parts: ZipParts): Promise<string> =>
  parts.has('mimetype') ? (await parts.text('mimetype')).trim() : '';

/**
 * A text or a table of Word, Excel or LibreOffice: a ZIP file whose parts say what it is. Throws `RejectedFileError`.
 */
export const readOfficeDocument = async (bytes: Uint8Array): Promise<FoundDocument> => {
  const parts = await openZip(bytes);
  if (parts.has('[Content_Types].xml')) return readOpenXml(parts, bytes);
  const type = openDocumentTypes[await mimetypeOf(parts)];
  if (type) return readOpenDocument(parts, type, bytes);
  throw new RejectedFileError('not-a-document');
};
