import { localPlaces, withoutFolders } from './local-places.ts';
import { cleanedRelationships, isUnwanted, relatedParts } from './open-xml-relationships.ts';
import type { Property } from './shared/found-document.ts';
import { before, inTags, tagsIn } from './xml-tags.ts';
import type { ZipParts } from './zip-parts.ts';

/** What programs keep of a document in forms of their own. */
export const customPart = /^customXml\/item\d*\.xml$/i;

/** What is XML in a document, drawings of Office 2003 included. */
export const xmlPart = /\.(?:xml|vml|rels)$/i;

/** How something is found in XML: looking for a word of it is much faster than for its pattern. */
interface Finding {
  readonly words: readonly string[];
  readonly pattern: RegExp;
  /** True of a pattern for a single tag. */
  readonly isInTag?: boolean;
}

const value = `("[^"]*"|'[^']*')`;

/** Attributes of an element, up to their values; names that may stand in one place are parted by `|`. */
const attributeOf = (element: string, names: string): Finding => ({
  words: element.split('|'),
  pattern: new RegExp(String.raw`(<(?:\w+:)?(?:${element})\b[^>]*?\s(?:\w+:)?(?:${names})\s*=\s*)${value}`, 'g'),
});

/** Attributes of any element, up to their values: a text that looks so is seen by readers. */
const attribute = (names: string): Finding => ({
  words: names.split('|'),
  pattern: new RegExp(String.raw`(<?${before}\s(?:\w+:)?(?:${names})\s*=\s*)${value}`, 'gy'),
  isInTag: true,
});

/** The texts of elements. */
const textOf = (elements: string): Finding => ({
  words: elements.split('|'),
  pattern: new RegExp(String.raw`(<(?:\w+:)?(?:${elements})\b[^>]*>)[^<]*(<\/)`, 'g'),
});

const word = /^word\//i;
const sheet = /^xl\/\w*sheets\//i;
const writers = /^word\/.*\.xml$|^xl\/(?:.*\/)?(?:comments?\w*|person\w*|threadedComments?\w*|revision\w*)\.xml$/i;

/** What tells of people and their computers: the parts in which it stands, how, and what is written instead. */
const rules: readonly (readonly [part: RegExp, finding: Finding, by: string])[] = [
  // The people that SharePoint keeps with a document, and the queries of Excel, which are a file of their own.
  [customPart, textOf('DisplayName|AccountId|AccountName|Author|creator|lastModifiedBy|DataMashup'), '$1$2'],
  // Where a workbook lies, who shares it, and whose view of it is kept.
  [
    /^xl\/(?:workbook\d*|revisions\/userNames)\.xml$/i,
    attributeOf('absPath|fileSharing|userInfo', 'url|userName|name'),
    '$1""',
  ],
  [/^xl\/workbook\d*\.xml$/i, attributeOf('customWorkbookView', 'name'), '$1"View"'],
  // Who has written a comment or a change; in other parts of Excel the same attributes name tables.
  [writers, attribute('author|initials|userId|userName|displayName'), '$1""'],
  [writers, textOf('author'), '$1$2'],
  [/^xl\/pivotCache\//i, attribute('refreshedBy'), '$1""'],
  // Who has written a scenario; the comment begins with the name.
  [sheet, attributeOf('scenario', 'user'), '$1""'],
  [sheet, attributeOf('scenario', 'comment'), '$1""'],
  [/^xl\/connections\d*\.xml$/i, attributeOf('dbPr|olapPr', 'connection|localConnection'), '$1""'],
  // What a picture was called on the computer from which it comes.
  [
    /^(?:word|xl)\//i,
    {
      words: ['nvPicPr'],
      pattern: new RegExp(String.raw`(<(?:\w+:)?nvPicPr\b[^>]*>\s*<(?:\w+:)?cNvPr\b[^>]*?\sname\s*=\s*)${value}`, 'g'),
    },
    '$1""',
  ],
  // How confidential a document is names the organisation.
  [/^docMetadata\/LabelInfo\.xml$/i, attributeOf('label', 'siteId'), '$1""'],
  // A mail merge names the file with the addresses, and how it is read.
  [word, { words: ['mailMerge'], pattern: /<((?:\w+:)?mailMerge)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g }, ''],
  // Settings of a printer, which are a part that goes.
  [word, { words: ['printerSettings'], pattern: /<(?:\w+:)?printerSettings\b[^>]*\/>/g }, ''],
  [
    sheet,
    {
      words: ['pageSetup'],
      pattern: /(<(?:\w+:)?pageSetup\b[^>]*?)\s\w+:id\s*=\s*(?:"[^"]*"|'[^']*')/g,
    },
    '$1',
  ],
];

/** The rules that a part may have something of. */
const rulesFor = (name: string, xml: string) =>
  rules.filter(([part, { words }]) => part.test(name) && words.some((one) => xml.includes(one)));

/** What a rule finds in a part. */
const foundBy = ({ pattern, isInTag }: Finding, xml: string): string[] =>
  (isInTag ? tagsIn(xml) : [xml]).flatMap((piece) => piece.match(pattern) ?? []);

/** A part without what tells of people and their computers. */
export const withoutAuthors = (name: string, xml: string): string => {
  if (/\.rels$/i.test(name)) return cleanedRelationships(xml);
  return withoutFolders(
    rulesFor(name, xml).reduce(
      (left, [, { pattern, isInTag }, by]) =>
        isInTag ? inTags(left, (tag) => tag.replace(pattern, by)) : left.replace(pattern, by),
      xml,
    ),
  );
};

/** An attribute or an element at the end of what a rule has found, and what it says. */
const said = /\s(?:\w+:)?(\w+)\s*=\s*["']([^"']+)["']$|<(?:\w+:)?(\w+)\b[^>]*>([^<]+)<\/$/;

/** What a part tells of people and their computers. */
export const authorsIn = (name: string, xml: string): Property[] => [
  ...rulesFor(name, xml).flatMap(([, finding]) =>
    foundBy(finding, xml).flatMap((all) => {
      const [, attributeName, attributeValue, element = '', text = ''] = said.exec(all) ?? [];
      const [told, words] = [attributeName ?? element, (attributeValue ?? text).trim()];
      return told && words ? [{ name: told, value: words }] : [];
    }),
  ),
  ...localPlaces(xml).map((place) => ({ name: 'file', value: place })),
];

const coreProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';

const properties = (kind: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/${kind}-properties"/>`;

/**
 * What the parts with properties are without any (ECMA-376, part 2, 11; part 1, 22.2), by the kind of the relationship
 * that leads to them, and by the names that they mostly have. Libraries of .NET call the first `….psmdcp`.
 */
const emptyProperties: readonly (readonly [kind: string, usual: RegExp, empty: string])[] = [
  ['core-properties', /^docProps\/core\.xml$|\.psmdcp$/i, coreProperties],
  ['extended-properties', /^docProps\/app\.xml$/i, properties('extended')],
  ['custom-properties', /^docProps\/custom\.xml$/i, properties('custom')],
];

/** What the parts that go are mostly called. */
const unwantedPart = /^docProps\/thumbnail\.|^word\/recipientData\.xml$|\/printerSettings\d*\.bin$/i;

/** What there is to do with the parts of a document that tell nothing else. */
export interface TellingParts {
  /** The parts with properties, as they are without any. */
  readonly properties: ReadonlyMap<string, string>;
  /** The parts that go. */
  readonly unwanted: ReadonlySet<string>;
}

/** Finds the parts with properties and those that go, by what leads to them and by their names. */
export const tellingPartsOf = async (parts: ZipParts): Promise<TellingParts> => {
  const found = new Map<string, string>();
  const unwanted = new Set(parts.names.filter((name) => unwantedPart.test(name)));
  for (const name of parts.names) {
    const usual = emptyProperties.find(([, pattern]) => pattern.test(name));
    if (usual) found.set(name, usual[2]);
    if (!/\.rels$/i.test(name)) continue;
    for (const { kind, part } of relatedParts(name, await parts.text(name))) {
      const empty = emptyProperties.find(([one]) => one === kind)?.[2];
      if (empty !== undefined && parts.has(part)) found.set(part, empty);
      if (isUnwanted(kind)) unwanted.add(part);
    }
  }
  return { properties: found, unwanted };
};

/** The list of types without the parts that went. */
export const withoutTypesOf = (contentTypes: string, gone: ReadonlySet<string>): string =>
  contentTypes.replace(/<(?:\w+:)?Override\b[^>]*?\sPartName\s*=\s*["']\/([^"']*)["'][^>]*\/>/g, (all, part: string) =>
    gone.has(part) ? '' : all,
  );
