import type { DocumentType, HiddenPart } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { type HidingStyles, hiddenInOpenDocument, hidingStylesOf } from './hidden/in-open-document.ts';
import { isSignedBy } from './office-signatures.ts';
import { pictureProperties } from './pictures/picture-properties.ts';
import { pictureWithoutMetadata } from './pictures/picture-without-metadata.ts';
import { propertiesIn } from './properties-in.ts';
import { asHidden, type FoundDocument, type Property, propertiesToConfirm } from './shared/found-document.ts';
import { localPlaces, withoutFolders, withoutLinkedFolders } from './shared/local-places.ts';
import { attributeIn, emptyElementsOf, rest } from './shared/xml-tags.ts';
import { type XmlReading, type XmlText, xmlText } from './shared/xml-text.ts';
import type { ZipParts } from './zip-parts.ts';

/** Basic, scripts of other languages, and events that run them (OpenDocument 1.3, part 3, 3.13 and 3.12). */
const macroPart = /^(?:Basic|Scripts)\/.*\.(?:xml|xba|xlb|py|js|bsh)$|^Dialogs\//i;
const scriptElement =
  /<(?:script:event-listener|office:script\b[^<>]*script:language)|(?:xlink:href|script:macro-name)\s*=\s*["'](?:macro:|vnd\.sun\.star\.script:|javascript:)/i;

/** An object of another program: those of LibreOffice itself are folders of XML. */
const embeddedPart = /^Object[^/]*$/i;

const signaturePart = /^META-INF\/documentsignatures\.xml$/i;

/** Earlier versions, each a document by itself. */
const versionPart = /^Versions\//i;

const reading: XmlReading = {
  paragraphs: new Set(['p', 'h', 'table-row', 'annotation', 'note', 'title', 'desc']),
  spaces: new Set(['s', 'tab', 'line-break', 'creator', 'date']),
  cells: new Set(['table-cell', 'covered-table-cell']),
  descriptions: new Set(['title', 'desc']),
  attributes: new Set([
    // Names of sheets, values that a cell shows otherwise or a text does not show.
    ...['table name', 'string-value', 'title'],
    // Names that people give to pictures, places and cells, and what stands on the fields of a form.
    ...['frame name', 'section name', 'bookmark name', 'bookmark-start name', 'named-range name', 'label'],
    ...['current-value', 'text value', 'textarea value', 'drop-down name', 'label value', 'description'],
    // Names of shapes, layers, variables, references, formulas and tables of data.
    ...['g name', 'custom-shape name', 'rect name', 'line name', 'ellipse name', 'polygon name', 'path name'],
    ...['polyline name', 'circle name', 'regular-polygon name', 'caption name', 'measure name'],
    ...['area-rectangle name', 'area-circle name', 'area-polygon name'],
    ...['control name', 'connector name', 'layer name', 'reference-mark name', 'reference-mark-start name'],
    ...['variable-decl name', 'user-field-decl name', 'sequence-decl name', 'user-defined name'],
    ...['named-expression name', 'database-range name', 'data-pilot-table name', 'data-pilot-member name'],
    ...['content-validation name', 'scenario comment', 'display-name'],
    // What a list is filtered by, and what a formula or a condition says.
    ...['filter-condition value', 'filter-set-item value', 'formula', 'condition', 'expression'],
    ...['string-value-if-true', 'string-value-if-false'],
    // What links lead to.
    ...['a href'],
  ]),
};

const textPart = /(?:^|\/)(?:content|styles)\.xml$/;

/** Properties of the document, and of each object in it. */
const metaPart = /(?:^|\/)meta\.xml$/;

/** A picture of the first page, as it was when the file was saved last. */
const thumbnailPart = /^Thumbnails\//;

const settingsPart = /(?:^|\/)settings\.xml$/;

/** What a program keeps of its user's printer and database. */
const ofComputer = /^(?:PrinterName|PrinterSetup|CurrentDatabase\w*)$/;

const setting = new RegExp(String.raw`(<config:config-item\s${rest}(?<!/)>)([^<]*)(?=</)`, 'g');

/** Settings without those of a computer, each of which is told. */
const withoutComputer = (xml: string, tell: (property: Property) => void): string =>
  xml.replace(setting, (all, tag: string, value: string) => {
    const name = attributeIn(tag, 'name') ?? '';
    if (!ofComputer.test(name)) return all;
    tell({ name, value });
    return tag;
  });

const withoutAuthors = (xml: string): string => withoutLinkedFolders(withoutFolders(xml.replace(authors, '$1')));

/** Who has written comments and changes, and fields that show the author. */
const authors = new RegExp(
  String.raw`(<(?:dc|meta|loext|text):(creator|creator-initials|sender-initials|author-name|author-initials|initial-creator|printed-by)(?=[\s>])${rest}(?<!/)>)([^<]*)(?=</)`,
  'g',
);

const emptyMeta =
  '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>';

const metaElements = new Set([
  ...['creator', 'initial-creator', 'printed-by', 'title', 'subject', 'keyword', 'description'],
]);

/** A picture among the text. */
const pictureWithin = /(<office:binary-data\b[^<>]*>)([^<]+)(<)/g;

const cleanedPictures = (xml: string): string =>
  xml.replace(pictureWithin, (_, before: string, picture: string, after: string) => {
    const cleaned = pictureWithoutMetadata(Buffer.from(picture, 'base64'));
    return before + Buffer.from(cleaned).toString('base64') + after;
  });

const manifest = 'META-INF/manifest.xml';

/** The list of all parts without thumbnails. */
const withoutThumbnails = (listed: string): string =>
  listed.replace(listedPart, (all) => (thumbnailPart.test(attributeIn(all, 'full-path') ?? '') ? '' : all));

const listedPart = emptyElementsOf('file-entry');

/** What one tells that is signed: its properties, who has commented or changed it, and its pictures. */
const propertiesOf = async (parts: ZipParts, texts: readonly string[]): Promise<Property[]> => {
  const found: Property[] = [];
  for (const part of parts.names) {
    if (metaPart.test(part)) found.push(...propertiesIn(await parts.text(part), metaElements, 'user-defined'));
    if (settingsPart.test(part)) withoutComputer(await parts.text(part), (one) => found.push(one));
  }
  for (const xml of texts) {
    for (const [, , picture = ''] of xml.matchAll(pictureWithin))
      found.push(...pictureProperties(Buffer.from(picture, 'base64')));
    for (const [, , name = '', value = ''] of xml.matchAll(authors)) found.push({ name, value });
    for (const place of localPlaces(xml)) found.push({ name: 'file', value: place });
    withoutLinkedFolders(xml, (address) => found.push({ name: 'file', value: address }));
  }
  for await (const part of parts.others()) found.push(...pictureProperties(part));
  return propertiesToConfirm(found.filter(({ value }) => value));
};

/** The styles that hide what a part shows: an object in a document has its own. */
const hidingStylesIn = (name: string, texts: ReadonlyMap<string, string>): HidingStyles => {
  const stylesPart = name.replace(/[^/]*$/, 'styles.xml');
  return hidingStylesOf(texts.get(name) ?? '', name === stylesPart ? undefined : texts.get(stylesPart));
};

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
  const listed = parts.has(manifest) ? await parts.text(manifest) : '';
  if (/encryption-data/.test(listed)) throw new RejectedFileError('password-protected');
  const read: XmlText[] = [];
  const changes = new Map<string, string | undefined>();
  const isSigned = await isSignedBy(parts, signaturePart);
  const texts = new Map<string, string>();
  for (const name of parts.names) if (textPart.test(name)) texts.set(name, await parts.text(name));
  const hidden: HiddenPart[] = [];
  for (const [name, xml] of texts) {
    if (scriptElement.test(xml)) throw new RejectedFileError('has-macros');
    hidden.push(...hiddenInOpenDocument(xml, hidingStylesIn(name, texts)));
    const cleaned = withoutAuthors(xml);
    read.push(xmlText(isSigned ? xml : cleaned, reading));
    const written = isSigned ? cleaned : cleanedPictures(cleaned);
    if (written !== xml) changes.set(name, written);
  }
  const content = read.map(({ text }) => text).join('\n\n');
  // What pictures are called inside.
  const names = parts.names.filter((name) => /^Pictures\//.test(name));
  const beside = [...read.map((one) => one.beside), ...names].join('\n\n');
  const found = { type, content, beside, ...asHidden(hidden) };
  if (isSigned) return { ...found, file: bytes, metadata: await propertiesOf(parts, [...texts.values()]) };
  for (const name of parts.names) {
    if (metaPart.test(name)) changes.set(name, emptyMeta);
    else if (thumbnailPart.test(name)) changes.set(name, undefined);
    else if (settingsPart.test(name))
      changes.set(
        name,
        withoutComputer(await parts.text(name), () => {}),
      );
  }
  if (parts.has(manifest)) changes.set(manifest, withoutThumbnails(listed));
  return { ...found, file: await parts.replace(changes) };
};
