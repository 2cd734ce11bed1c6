import type { Document, DocumentType } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import type { FoundDocument } from './found-document.ts';
import { type XmlReading, type XmlText, xmlText } from './xml-text.ts';
import type { ZipParts } from './zip-parts.ts';

/** Basic, scripts of other languages, and events that run them (OpenDocument 1.3, part 3, 3.13 and 3.12). */
const macroPart = /^(?:Basic|Scripts)\/.*\.(?:xml|xba|xlb|py|js|bsh)$|^Dialogs\//i;
const scriptElement =
  /<(?:script:event-listener|office:script\b[^>]*script:language)|(?:xlink:href|script:macro-name)="(?:macro:|vnd\.sun\.star\.script:|javascript:)/i;

/** An object of another program: those of LibreOffice itself are folders of XML. */
const embeddedPart = /^Object[^/]*$/i;

const signaturePart = /^META-INF\/(?:document|macro)signatures\.xml$/i;

/** Earlier versions, each a document by itself. */
const versionPart = /^Versions\//i;

const reading: XmlReading = {
  paragraphs: new Set(['p', 'h', 'table-row', 'annotation', 'note', 'title', 'desc']),
  spaces: new Set(['s', 'tab', 'line-break', 'creator', 'date']),
  cells: new Set(['table-cell', 'covered-table-cell']),
  descriptions: new Set(['title', 'desc']),
  // Names of sheets, values that a cell shows otherwise or a text does not show.
  attributes: new Set(['table name', 'string-value', 'title']),
};

const textPart = /(?:^|\/)(?:content|styles)\.xml$/;

/** Who has written comments and changes, and fields that show the author. */
const authors =
  /(<(?:dc:creator|meta:creator-initials|loext:sender-initials|text:(?:author-name|author-initials|initial-creator|creator|printed-by))(?:\s[^>]*)?>)[^<]*(<\/)/g;

const emptyMeta =
  '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>';

const metaElement = /<(?:dc|meta):(creator|initial-creator|printed-by|title|subject|keyword|description)>([^<]+)</g;

const metadataOf = async (parts: ZipParts): Promise<NonNullable<Document['metadata']>> =>
  parts.has('meta.xml')
    ? [...(await parts.text('meta.xml')).matchAll(metaElement)].map(([, name = '', value = '']) => ({ name, value }))
    : [];

/** A text or table of LibreOffice (OpenDocument). What is signed stays as it is. Throws `RejectedFileError`. */
export const readOpenDocument = async (
  parts: ZipParts,
  type: DocumentType,
  bytes: Uint8Array,
): Promise<FoundDocument> => {
  if (parts.names.some((name) => macroPart.test(name))) throw new RejectedFileError('has-macros');
  if (parts.names.some((name) => embeddedPart.test(name) || versionPart.test(name)))
    throw new RejectedFileError('has-attachments');
  if (!parts.has('content.xml')) throw new RejectedFileError('damaged-document');
  const manifest = 'META-INF/manifest.xml';
  if (parts.has(manifest) && /encryption-data/.test(await parts.text(manifest)))
    throw new RejectedFileError('password-protected');
  const read: XmlText[] = [];
  const changes = new Map<string, string | undefined>();
  const isSigned = parts.names.some((name) => signaturePart.test(name));
  for (const name of parts.names.filter((one) => textPart.test(one))) {
    const xml = await parts.text(name);
    if (scriptElement.test(xml)) throw new RejectedFileError('has-macros');
    const cleaned = xml.replace(authors, '$1$2');
    read.push(xmlText(isSigned ? xml : cleaned, reading));
    if (cleaned !== xml) changes.set(name, cleaned);
  }
  const content = read.map(({ text }) => text).join('\n\n');
  const beside = read.map((one) => one.beside).join('\n\n');
  if (isSigned) {
    const metadata = await metadataOf(parts);
    return { type, content, beside, file: bytes, ...(metadata.length > 0 && { metadata }) };
  }
  if (parts.has('meta.xml')) changes.set('meta.xml', emptyMeta);
  return { type, content, beside, file: await parts.replace(changes) };
};
