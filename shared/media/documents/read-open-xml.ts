import type { DocumentType } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { isSignedBy } from './office-signatures.ts';
import { pictureProperties } from './pictures/picture-properties.ts';
import { type FoundDocument, type Property, propertiesToConfirm } from './shared/found-document.ts';
import { sheetRows } from './sheet-rows.ts';
import { type XmlReading, type XmlText, xmlText } from './xml-text.ts';
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

const signaturePart = /^_xmlsignatures\/.*\.xml$/i;

const reading: XmlReading = {
  paragraphs: new Set(['p', 'tr', 'row', 'comment', 'footnote', 'text', 'si', 'sp', 'v']),
  spaces: new Set(['tab', 'br', 'cr', 'instrText', 'author']),
  cells: new Set(['tc', 'cell']),
  attributes: new Set([
    // Alternative texts, words drawn as a picture, hints and choices.
    ...['descr', 'title', 'alt', 'string', 'tooltip', 'display', 'displayText'],
    ...['prompt', 'promptTitle', 'error', 'errorTitle'],
    // Names of sheets and columns, and what a pivot table remembers of its source.
    ...['sheet name', 'tableColumn name', 's v'],
  ]),
};

/** Of what is signed, the names of those who have written it as well. */
const signedReading: XmlReading = {
  ...reading,
  attributes: new Set([...reading.attributes, 'author', 'displayName', 'userId', 'userName']),
};

/** What programs keep of a document in forms of their own: any element parts words. */
const customPart = /^customXml\/item\d*\.xml$/i;

/** Parts that say how things look, or what was said elsewhere. */
const withoutText =
  /(?:^|\/)(?:_rels|theme|customXml)\/|\/(?:styles|stylesWithEffects|fontTable|settings|webSettings|numbering|calcChain|sharedStrings)\.xml$|^\[Content_Types\]\.xml$|^docProps\//i;

const coreProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';

/**
 * What the parts with properties are without any (ECMA-376, part 2, 11; part 1, 22.2). Libraries of .NET call the first
 * `….psmdcp`.
 */
const emptyProperties: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/core\.xml$|\.psmdcp$/i, coreProperties],
  [
    /^docProps\/app\.xml$/i,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  ],
  [
    /^docProps\/custom\.xml$/i,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  ],
];

const emptyOf = (name: string): string | undefined => emptyProperties.find(([part]) => part.test(name))?.[1];

/** Who has written a comment or a change. */
const authors = /(\s(?:\w+:)?(?:author|initials|userId|userName|displayName)=)("[^"]*"|'[^']*')/g;
const authorElements = /(<(?:\w+:)?author\b[^>]*>)[^<]*(<\/)/g;

/** The people that SharePoint keeps with a document. */
const accounts = /(<(?:\w+:)?(?:DisplayName|AccountId|AccountName|Author|creator|lastModifiedBy)\b[^>]*>)[^<]*(<\/)/g;

/** Where the file lies on the computer of whoever has saved it, and who shares it. */
const place = /(<(?:\w+:)?(?:absPath|fileSharing|userInfo)\b[^>]*?\s(?:url|userName|name)=)("[^"]*"|'[^']*')/g;

/** Where a template lies on the computer of whoever has written the text. */
const template =
  /(<Relationship\b[^>]*\/attachedTemplate"[^>]*\bTarget=")[^"]*(")|(<Relationship\b[^>]*\bTarget=")[^"]*("[^>]*\/attachedTemplate")/g;

const thumbnail = /<Relationship\b[^>]*\/thumbnail"[^>]*\/>/g;

/** Parts in which writers are named: in others of Excel the same attributes name tables. */
const namingPart = /^word\/.*\.xml$|^xl\/(?:.*\/)?(?:comments?\w*|person\w*|threadedComments?\w*|revision\w*)\.xml$/i;
const placePart = /^xl\/(?:workbook\d*|revisions\/userNames)\.xml$/i;

const withoutAuthors = (name: string, xml: string): string =>
  customPart.test(name)
    ? xml.replace(accounts, '$1$2')
    : placePart.test(name)
      ? xml.replace(place, '$1""')
      : namingPart.test(name)
        ? xml.replace(authors, '$1""').replace(authorElements, '$1$2')
        : xml;

const typeOf = (contentTypes: string): DocumentType => {
  if (macroType.test(contentTypes)) throw new RejectedFileError('has-macros');
  const found = mainParts.find(([part]) => contentTypes.includes(`"${part}"`));
  if (!found) throw new RejectedFileError('not-a-document');
  return found[1];
};

/** The part without what tells of its authors; `undefined` where it is as it was. */
const cleanedPart = async (parts: ZipParts, name: string): Promise<string | undefined> => {
  const empty = emptyOf(name);
  if (empty !== undefined) return empty;
  if (name === '_rels/.rels') return (await parts.text(name)).replace(thumbnail, '');
  if (name.endsWith('settings.xml.rels')) return (await parts.text(name)).replace(template, '$1$3Normal.dotm$2$4');
  if (![customPart, placePart, namingPart].some((part) => part.test(name))) return undefined;
  const xml = await parts.text(name);
  const cleaned = withoutAuthors(name, xml);
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

const ownProperty = /<(?:\w+:)?property\b[^>]*?\bname="([^"]*)"[^>]*>\s*<vt:\w+>([^<]+)</g;

/** An attribute that names a person or a folder, and its value. */
const named = /\s(?:\w+:)?(\w+)=["']([^"']+)["']$/;

/** What one tells that is signed: its properties, who has written in it and where it lay, and its pictures. */
const propertiesOf = async (parts: ZipParts): Promise<Property[]> => {
  const found: Property[] = [];
  for (const part of parts.names) {
    if (emptyOf(part) !== undefined)
      for (const pattern of [propertyElement, ownProperty])
        for (const [, name = '', value = ''] of (await parts.text(part)).matchAll(pattern)) found.push({ name, value });
    const patterns = placePart.test(part) ? [place] : namingPart.test(part) ? [authors] : [];
    for (const pattern of patterns)
      for (const [all] of (await parts.text(part)).matchAll(pattern)) {
        const [, name = '', value = ''] = named.exec(all) ?? [];
        if (value) found.push({ name, value });
      }
  }
  for await (const part of parts.others()) found.push(...pictureProperties(part));
  return propertiesToConfirm(found);
};

const contentOf = async (parts: ZipParts, type: DocumentType, isSigned: boolean): Promise<XmlText> => {
  const read: XmlText[] = [];
  const { attributes } = isSigned ? signedReading : reading;
  const isText = (name: string): boolean => name.endsWith('.xml') && !withoutText.test(name);
  const sheets = parts.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (type === excel) read.push(...(await sheetRows(parts, sheets, attributes)));
  for (const name of parts.names) {
    if (customPart.test(name)) read.push({ text: '', beside: await customWords(parts, name, isSigned) });
    if (!isText(name) || sheets.includes(name)) continue;
    const xml = await parts.text(name);
    // Who has written a comment is read only where it stays.
    read.push(isSigned ? xmlText(xml, signedReading) : xmlText(withoutAuthors(name, xml), reading));
  }
  return {
    text: read.map(({ text }) => text).join('\n\n'),
    beside: read.map(({ beside }) => beside).join('\n\n'),
  };
};

const customWords = async (parts: ZipParts, name: string, isSigned: boolean): Promise<string> => {
  const xml = await parts.text(name);
  const spaced = (isSigned ? xml : withoutAuthors(name, xml)).replaceAll('</', ' </');
  return xmlText(spaced, reading).text;
};

/**
 * A document of Word or Excel (ECMA-376). What is signed stays as it is, or the signature would not hold. Throws
 * `RejectedFileError`.
 */
export const readOpenXml = async (parts: ZipParts, bytes: Uint8Array): Promise<FoundDocument> => {
  if (parts.names.some((name) => macroPart.test(name))) throw new RejectedFileError('has-macros');
  const type = typeOf(await parts.text('[Content_Types].xml'));
  if (parts.names.some((name) => embeddedPart.test(name))) throw new RejectedFileError('has-attachments');
  const isSigned = await isSignedBy(parts, signaturePart);
  const { text: content, beside } = await contentOf(parts, type, isSigned);
  if (!isSigned) return { type, content, beside, file: await clean(parts) };
  return { type, content, beside, file: bytes, metadata: await propertiesOf(parts) };
};
