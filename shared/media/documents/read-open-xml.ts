import type { DocumentType, HiddenPart } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { hiddenInWorkbook } from './hidden/in-excel.ts';
import { hasHiddenDrawing, hiddenInWord, hidingStylesOfWord } from './hidden/in-word.ts';
import { isSignedBy } from './office-signatures.ts';
import {
  authorsIn,
  customPart,
  type TellingParts,
  tellingPartsOf,
  withoutAuthors,
  withoutTypesOf,
  xmlPart,
} from './open-xml-cleaning.ts';
import { outsideAddresses } from './open-xml-relationships.ts';
import { pictureProperties } from './pictures/picture-properties.ts';
import { propertiesIn } from './properties-in.ts';
import { asHidden, type FoundDocument, type Property, propertiesToConfirm } from './shared/found-document.ts';
import { type SheetText, sheetRows } from './sheet-rows.ts';
import { type XmlReading, type XmlText, xmlText } from './xml-text.ts';
import type { ZipParts } from './zip-parts.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const contentTypesPart = '[Content_Types].xml';

/** The content types of main parts, without their ends (ECMA-376, part 1, 11.3 and 12.3). */
const mainParts: readonly (readonly [string, DocumentType])[] = [
  [`${word}.main+xml`, word],
  [`${excel}.main+xml`, excel],
];

/** Macros of Visual Basic and of Excel 4, and controls that run code. */
const macroPart = /vbaproject|vbadata|\/macrosheets\/|\/dialogsheets\/|\/activex\//i;
const macroType = /macroEnabled|ms-office\.vbaProject|ms-excel\.(?:intl)?macrosheet|activeX/i;

/** Files of other programs inside, whole documents that a text takes in, and the tables behind a workbook. */
const embeddedPart = /\/embeddings\/|\/afchunk|^xl\/model\/|\.(?:bin\.exe|mht|html?)$/i;

const signaturePart = /^_xmlsignatures\/.*\.xml$/i;

const reading: XmlReading = {
  paragraphs: new Set(['p', 'tr', 'row', 'comment', 'footnote', 'text', 'si', 'sp', 'v', 'div']),
  spaces: new Set(['tab', 'br', 'cr', 'instrText', 'author']),
  cells: new Set(['tc', 'cell']),
  attributes: new Set([
    // Alternative texts, words drawn as a picture, hints and choices.
    ...['descr', 'title', 'alt', 'string', 'tooltip', 'display', 'displayText'],
    ...['prompt', 'promptTitle', 'error', 'errorTitle'],
    // Names of sheets and columns, and what a pivot table remembers of its source.
    ...['sheet name', 'sheetName val', 'tableColumn name', 'cacheField name', 'caption', 's v'],
    // Names that people give to cells, places, drawings and fields, and what a text keeps to be filled in.
    ...['definedName name', 'definedName comment', 'bookmarkStart name', 'cNvPr name', 'docPr name'],
    ...['alias val', 'tag val', 'docVar val', 'scenario name'],
  ]),
};

/** Of what is signed, the names of those who have written it as well. */
const signedReading: XmlReading = {
  ...reading,
  attributes: new Set([...reading.attributes, 'author', 'displayName', 'userId', 'userName']),
};

/** The styles of a text of Word. */
const stylesPart = /(?:^|\/)styles\.xml$/i;

/** Parts that say how things look, or what was said elsewhere. */
const withoutText =
  /(?:^|\/)(?:_rels|theme|customXml)\/|\/(?:styles|stylesWithEffects|fontTable|webSettings|numbering|calcChain|sharedStrings)\.xml$|^\[Content_Types\]\.xml$|^docProps\//i;

const typeOf = (contentTypes: string): DocumentType => {
  if (macroType.test(contentTypes)) throw new RejectedFileError('has-macros');
  const found = mainParts.find(([part]) => contentTypes.includes(`"${part}"`));
  if (!found) throw new RejectedFileError('not-a-document');
  return found[1];
};

const clean = async (parts: ZipParts, { properties, unwanted }: TellingParts): Promise<Uint8Array> => {
  const changes = new Map<string, string | undefined>();
  for (const name of parts.names) {
    const empty = properties.get(name);
    if (unwanted.has(name)) changes.set(name, undefined);
    else if (empty !== undefined) changes.set(name, empty);
    else if (name === contentTypesPart) changes.set(name, withoutTypesOf(await parts.text(name), unwanted));
    else if (xmlPart.test(name)) {
      const xml = await parts.text(name);
      const cleaned = withoutAuthors(name, xml);
      if (cleaned !== xml) changes.set(name, cleaned);
    }
  }
  return parts.replace(changes);
};

const ownProperties = new Set([
  ...['creator', 'lastModifiedBy', 'Company', 'Manager', 'title', 'subject', 'keywords', 'description'],
]);

/** What one tells that is signed: its properties, who has written in it and where it lay, and its pictures. */
const propertiesOf = async (parts: ZipParts, { properties }: TellingParts): Promise<Property[]> => {
  const found: Property[] = [];
  for (const part of properties.keys()) found.push(...propertiesIn(await parts.text(part), ownProperties, 'property'));
  for (const part of parts.names)
    if (xmlPart.test(part) && !properties.has(part)) found.push(...authorsIn(part, await parts.text(part)));
  for await (const part of parts.others()) found.push(...pictureProperties(part));
  return propertiesToConfirm(found);
};

const contentOf = async (
  parts: ZipParts,
  { properties, unwanted }: TellingParts,
  { type, isSigned }: { readonly type: DocumentType; readonly isSigned: boolean },
): Promise<SheetText> => {
  const read: XmlText[] = [];
  const hidden: HiddenPart[] = [];
  const { attributes } = isSigned ? signedReading : reading;
  const isText = (name: string): boolean =>
    /\.(?:xml|vml)$/i.test(name) && !withoutText.test(name) && !properties.has(name);
  const sheets = parts.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (type === excel) {
    const rows = await sheetRows(parts, sheets, attributes);
    read.push(...rows);
    hidden.push(...rows.flatMap((sheet) => sheet.hidden));
  }
  const stylesXml = await Promise.all(parts.names.filter((name) => stylesPart.test(name)).map(parts.text));
  const styles = hidingStylesOfWord(stylesXml.join(''));
  // What pictures are called inside, and what links lead to.
  const names = parts.names.filter((name) => !xmlPart.test(name) && (isSigned || !unwanted.has(name)));
  read.push({ text: '', beside: names.join('\n\n') });
  for (const name of parts.names) {
    if (/\.rels$/i.test(name)) {
      const xml = await parts.text(name);
      read.push({ text: '', beside: outsideAddresses(isSigned ? xml : withoutAuthors(name, xml)).join('\n\n') });
    }
    if (customPart.test(name)) read.push({ text: '', beside: await customWords(parts, name, isSigned) });
    if (!isText(name) || sheets.includes(name)) continue;
    const xml = await parts.text(name);
    hidden.push(...(type === word ? hiddenInWord(xml, styles) : hiddenInWorkbook(name, xml)));
    if (hasHiddenDrawing(xml)) hidden.push('drawings');
    // Who has written a comment is read only where it stays.
    read.push(isSigned ? xmlText(xml, signedReading) : xmlText(withoutAuthors(name, xml), reading));
  }
  return {
    text: read.map(({ text }) => text).join('\n\n'),
    beside: read.map(({ beside }) => beside).join('\n\n'),
    hidden,
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
  const type = typeOf(await parts.text(contentTypesPart));
  if (parts.names.some((name) => embeddedPart.test(name))) throw new RejectedFileError('has-attachments');
  const isSigned = await isSignedBy(parts, signaturePart);
  const telling = await tellingPartsOf(parts);
  const { text: content, beside, hidden } = await contentOf(parts, telling, { type, isSigned });
  const read = { type, content, beside, ...asHidden(hidden) };
  if (!isSigned) return { ...read, file: await clean(parts, telling) };
  return { ...read, file: bytes, metadata: await propertiesOf(parts, telling) };
};
