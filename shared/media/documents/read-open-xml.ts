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
  usualName,
  withoutAuthors,
  withoutTypesOf,
  xmlPart,
} from './open-xml-cleaning.ts';
import { outsideAddresses } from './open-xml-relationships.ts';
import { pictureProperties } from './pictures/picture-properties.ts';
import { propertiesIn } from './properties-in.ts';
import { asHidden, type FoundDocument, type Property, propertiesToConfirm } from './shared/found-document.ts';
import { type XmlReading, type XmlText, xmlText } from './shared/xml-text.ts';
import { type SheetText, sheetRows } from './sheet-rows.ts';
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
    ...['alias val', 'tag val', 'docVar val', 'scenario name', 'inputCells val'],
    ...['connection name', 'connection description', 'protectedRange name'],
    // What a form offers, how its fields are called, and what it says of them.
    ...['listItem value', 'listEntry val', 'name val', 'helpText val', 'statusText val', 'default val'],
    // Names of tables and their fields, and what a list is filtered by.
    ...['table name', 'table displayName', 'table comment', 'pivotTableDefinition name', 'pivotField name'],
    ...['dataField name', 'slicer name', 'worksheetSource sheet', 'worksheetSource name'],
    ...['filter val', 'customFilter val', 'filter stringValue1', 'filter stringValue2'],
  ]),
};

/** Of what is signed, the names of those who have written it as well. */
const signedReading: XmlReading = {
  ...reading,
  attributes: new Set([...reading.attributes, 'author', 'displayName', 'userId', 'userName']),
};

/** What a part with the styles of a text of Word is mostly called. */
const stylesPart = /(?:^|\/)styles\.xml$/i;

const [sheetPart, sharedStringsPart] = [/^xl\/worksheets\/[^/]+\.xml$/, 'xl/sharedStrings.xml'];

/** Parts that say how things look, or what was said elsewhere. */
const withoutText =
  /(?:^|\/)(?:_rels|theme|customXml)\/|\/(?:styles|stylesWithEffects|fontTable|webSettings|numbering|calcChain|sharedStrings)\.xml$|^\[Content_Types\]\.xml$|^docProps\//i;

const typeOf = (contentTypes: string): DocumentType => {
  if (macroType.test(contentTypes)) throw new RejectedFileError('has-macros');
  const found = mainParts.find(([part]) => contentTypes.includes(`"${part}"`));
  if (!found) throw new RejectedFileError('not-a-document');
  return found[1];
};

/** A document of Office while it is read. */
interface OfficeFile {
  readonly parts: ZipParts;
  readonly telling: TellingParts;
  readonly type: DocumentType;
  readonly isSigned: boolean;
  /** What a part is mostly called that is in its place. */
  usual(name: string): string;
  /** A part as it is published: what is signed stays as it is. */
  text(name: string): Promise<string>;
}

const openOffice = async (parts: ZipParts): Promise<OfficeFile> => {
  const type = typeOf(await parts.text(contentTypesPart));
  const isSigned = await isSignedBy(parts, signaturePart);
  const telling = await tellingPartsOf(parts);
  const usual = (name: string): string => usualName(name, telling.kinds.get(name), type === word);
  const cleaned = new Map<string, string>();
  const text = async (name: string): Promise<string> => {
    if (isSigned) return parts.text(name);
    const known = cleaned.get(name) ?? withoutAuthors(usual(name), await parts.text(name));
    cleaned.set(name, known);
    return known;
  };
  return { parts, telling, type, isSigned, usual, text };
};

const clean = async ({ parts, telling, text }: OfficeFile): Promise<Uint8Array> => {
  const { properties, unwanted } = telling;
  const changes = new Map<string, string | undefined>();
  for (const name of parts.names) {
    const empty = properties.get(name);
    if (unwanted.has(name)) changes.set(name, undefined);
    else if (empty !== undefined) changes.set(name, empty);
    else if (name === contentTypesPart) changes.set(name, withoutTypesOf(await parts.text(name), unwanted));
    else if (xmlPart.test(name)) {
      const cleaned = await text(name);
      if (cleaned !== (await parts.text(name))) changes.set(name, cleaned);
    }
  }
  return parts.replace(changes);
};

const ownProperties = new Set([
  ...['creator', 'lastModifiedBy', 'Company', 'Manager', 'title', 'subject', 'keywords', 'description'],
]);

/** What one tells that is signed: its properties, who has written in it and where it lay, and its pictures. */
const propertiesOf = async ({ parts, telling, usual }: OfficeFile): Promise<Property[]> => {
  const found: Property[] = [];
  const { properties } = telling;
  for (const part of properties.keys()) found.push(...propertiesIn(await parts.text(part), ownProperties, 'property'));
  for (const part of parts.names)
    if (xmlPart.test(part) && !properties.has(part)) found.push(...authorsIn(usual(part), await parts.text(part)));
  for await (const part of parts.others()) found.push(...pictureProperties(part));
  return propertiesToConfirm(found);
};

/** The parts with styles of a text of Word. Building blocks have their own. */
const stylesOf = async ({ parts, telling, text }: OfficeFile): Promise<string[]> => {
  const isOfStyles = (name: string): boolean => telling.kinds.get(name) === 'styles' || stylesPart.test(name);
  const found: string[] = [];
  for (const name of parts.names) if (isOfStyles(name)) found.push(await text(name));
  return found;
};

const contentOf = async (file: OfficeFile): Promise<SheetText> => {
  const { parts, telling, type, isSigned, usual, text } = file;
  const read: XmlText[] = [];
  const hidden: HiddenPart[] = [];
  // Who has written a comment is read only where it stays.
  const how = isSigned ? signedReading : reading;
  const isText = (name: string): boolean =>
    /\.(?:xml|vml)$/i.test(name) && !withoutText.test(usual(name)) && !telling.properties.has(name);
  const sheets = parts.names.filter((name) => sheetPart.test(usual(name)));
  if (type === excel) {
    const strings =
      parts.names.find((name) => telling.kinds.get(name) === 'sharedstrings') ??
      parts.names.find((name) => name === sharedStringsPart);
    const texts: string[] = [];
    for (const sheet of sheets) texts.push(await text(sheet));
    const rows = sheetRows(texts, strings && (await text(strings)), how.attributes);
    read.push(...rows);
    hidden.push(...rows.flatMap((sheet) => sheet.hidden));
  }
  const styles = hidingStylesOfWord(type === word ? await stylesOf(file) : []);
  // What pictures are called inside, and what links lead to.
  const names = parts.names.filter((name) => !xmlPart.test(name) && (isSigned || !telling.unwanted.has(name)));
  read.push({ text: '', beside: names.join('\n\n') });
  for (const name of parts.names) {
    if (/\.rels$/i.test(name)) read.push({ text: '', beside: outsideAddresses(await text(name)).join('\n\n') });
    if (customPart.test(usual(name))) read.push({ text: '', beside: customWords(await text(name)) });
    if (!isText(name) || sheets.includes(name)) continue;
    const xml = await text(name);
    hidden.push(...(type === word ? hiddenInWord(xml, styles) : hiddenInWorkbook(usual(name), xml)));
    if (hasHiddenDrawing(xml)) hidden.push('drawings');
    read.push(xmlText(xml, how));
  }
  return {
    text: read.map((one) => one.text).join('\n\n'),
    beside: read.map(({ beside }) => beside).join('\n\n'),
    hidden,
  };
};

const customWords = (xml: string): string => xmlText(xml.replaceAll('</', ' </'), reading).text;

/**
 * A document of Word or Excel (ECMA-376). What is signed stays as it is, or the signature would not hold. Throws
 * `RejectedFileError`.
 */
export const readOpenXml = async (parts: ZipParts, bytes: Uint8Array): Promise<FoundDocument> => {
  if (parts.names.some((name) => macroPart.test(name))) throw new RejectedFileError('has-macros');
  const file = await openOffice(parts);
  if (parts.names.some((name) => embeddedPart.test(name))) throw new RejectedFileError('has-attachments');
  const { text: content, beside, hidden } = await contentOf(file);
  const read = { type: file.type, content, beside, ...asHidden(hidden) };
  if (!file.isSigned) return { ...read, file: await clean(file) };
  return { ...read, file: bytes, metadata: await propertiesOf(file) };
};
