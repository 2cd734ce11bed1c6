import type { Document, DocumentType } from '../../model/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import type { FoundDocument } from './found-document.ts';
import { sheetRows } from './sheet-rows.ts';
import { type XmlReading, xmlText } from './xml-text.ts';
import type { ZipParts } from './zip-parts.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The content types of main parts, without their ends (ECMA-376, part 1, 11.3 and 12.3). */
const mainParts: readonly (readonly [string, DocumentType])[] = [
  [`${word}.main+xml`, word],
  [`${excel}.main+xml`, excel],
];

/** Macros of Visual Basic and of Excel 4, and controls that run code. */
const macroPart = /vbaproject|vbadata|\/macrosheets\/|\/dialogsheets\/|\/activex\//i;
const macroType = /macroEnabled|ms-office\.vbaProject|ms-excel\.(?:intl)?macrosheet|activeX/i;

/** Files of other programs inside, and whole documents that a text takes in. */
const embeddedPart = /\/embeddings\/|\/afchunk|\.(?:bin\.exe|mht|html?)$/i;

const signaturePart = /^_xmlsignatures\//i;

const wordReading: XmlReading = {
  paragraphs: new Set(['w:p', 'w:tr', 'w:comment', 'a:p', 'w:footnote']),
  spaces: new Set(['w:tab', 'w:br', 'w:cr']),
  cells: new Set(['w:tc']),
};
const plainReading: XmlReading = {
  paragraphs: new Set(['text', 'si', 'a:p', 'xdr:sp', 'c:v']),
  spaces: new Set(['author']),
  cells: new Set(),
};

/** Parts that say how things look, or what was said elsewhere. */
const withoutText =
  /(?:^|\/)(?:_rels|theme|customXml)\/|\/(?:styles|stylesWithEffects|fontTable|settings|webSettings|numbering|people|calcChain|sharedStrings)\.xml$|^\[Content_Types\]\.xml$|^docProps\//i;

/** What the parts with properties are without any (ECMA-376, part 2, 11; part 1, 22.2). */
const emptyProperties: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};

/** Who has written a comment or a change. */
const authors = /(\s(?:w|w15|x15|xr)?:?(?:author|initials|userId|displayName)=)("[^"]*"|'[^']*')/g;
const authorElements = /(<author>)[^<]*(<\/author>)/g;

/** Where a template lies on the computer of whoever has written the text. */
const template =
  /(<Relationship\b[^>]*\/attachedTemplate"[^>]*\bTarget=")[^"]*(")|(<Relationship\b[^>]*\bTarget=")[^"]*("[^>]*\/attachedTemplate")/g;

const thumbnail = /<Relationship\b[^>]*\/thumbnail"[^>]*\/>/g;

/** Parts in which writers are named. */
const namingPart =
  /^(?:word|xl)\/(?:.*\/)?(?:document|comments?\w*|people|person\w*|header\d*|footer\d*|footnotes|endnotes|settings|threadedComments?\w*)\.xml$/i;

const withoutAuthors = (xml: string): string => xml.replace(authors, '$1""').replace(authorElements, '$1$2');

const typeOf = (contentTypes: string): DocumentType => {
  if (macroType.test(contentTypes)) throw new RejectedFileError('has-macros');
  const found = mainParts.find(([part]) => contentTypes.includes(`"${part}"`));
  if (!found) throw new RejectedFileError('not-a-document');
  return found[1];
};

/** The part without what tells of its authors; `undefined` where it is as it was. */
const cleanedPart = async (parts: ZipParts, name: string): Promise<string | undefined> => {
  const empty = emptyProperties[name];
  if (empty !== undefined) return empty;
  if (name === '_rels/.rels') return (await parts.text(name)).replace(thumbnail, '');
  if (name.endsWith('settings.xml.rels')) return (await parts.text(name)).replace(template, '$1$3Normal.dotm$2$4');
  if (!namingPart.test(name)) return undefined;
  const xml = await parts.text(name);
  const cleaned = withoutAuthors(xml);
  return cleaned === xml ? undefined : cleaned;
};

const clean = async (parts: ZipParts): Promise<Uint8Array> => {
  const changes = new Map<string, string | undefined>();
  for (const name of parts.names) {
    if (/^docProps\/thumbnail\./i.test(name)) changes.set(name, undefined);
    const cleaned = await cleanedPart(parts, name);
    if (cleaned !== undefined) changes.set(name, cleaned);
  }
  return parts.replace(changes);
};

const propertyElement =
  /<(?:\w+:)?(creator|lastModifiedBy|Company|Manager|title|subject|keywords|description)>([^<]+)</g;

const metadataOf = async (parts: ZipParts): Promise<NonNullable<Document['metadata']>> => {
  const found: { name: string; value: string }[] = [];
  for (const part of Object.keys(emptyProperties).filter(parts.has))
    for (const [, name = '', value = ''] of (await parts.text(part)).matchAll(propertyElement))
      found.push({ name, value });
  return found;
};

const contentOf = async (parts: ZipParts, type: DocumentType, isSigned: boolean): Promise<string> => {
  const texts: string[] = [];
  const isText = (name: string): boolean => name.endsWith('.xml') && !withoutText.test(name);
  const sheets = parts.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (type === excel) texts.push(...(await sheetRows(parts, sheets)));
  for (const name of parts.names) {
    if (!isText(name) || sheets.includes(name)) continue;
    const xml = await parts.text(name);
    // Who has written a comment is read only where it stays.
    texts.push(xmlText(isSigned ? xml : withoutAuthors(xml), name.startsWith('word/') ? wordReading : plainReading));
  }
  return texts.join('\n\n');
};

/** A document of Word or Excel (ECMA-376). What is signed stays as it is, or the signature would not hold. Throws `RejectedFileError`. */
export const readOpenXml = async (parts: ZipParts, bytes: Uint8Array): Promise<FoundDocument> => {
  if (parts.names.some((name) => macroPart.test(name))) throw new RejectedFileError('has-macros');
  const type = typeOf(await parts.text('[Content_Types].xml'));
  if (parts.names.some((name) => embeddedPart.test(name))) throw new RejectedFileError('has-attachments');
  const isSigned = parts.names.some((name) => signaturePart.test(name));
  const content = await contentOf(parts, type, isSigned);
  if (!isSigned) return { type, content, file: await clean(parts) };
  const metadata = await metadataOf(parts);
  return { type, content, file: bytes, ...(metadata.length > 0 && { metadata }) };
};
