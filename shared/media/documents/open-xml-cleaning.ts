import { cleanedRelationships, isUnwanted, relatedParts } from './open-xml-relationships.ts';
import type { Property } from './shared/found-document.ts';
import { localPlaces, withoutFolders } from './shared/local-places.ts';
import {
  attributeIn,
  before,
  elementsOf,
  emptyElementsOf,
  inTags,
  quoted,
  rest,
  tagsIn,
  withoutPieces,
} from './shared/xml-tags.ts';
import type { ZipParts } from './zip-parts.ts';

/** What programs keep of a document in forms of their own. */
export const customPart = /^customXml\/item\d*\.xml$/i;

/** What is XML in a document, drawings of Office 2003 included. */
export const xmlPart = /\.(?:xml|vml|rels)$/i;

/** What is told of something that goes: what it is called, and what it says. */
type Tell = (name: string, value: string) => void;

/** Something that goes. Looking for a word of it is much faster than for its pattern. */
interface Finding {
  readonly words: readonly string[];
  /** XML without it. */
  without(xml: string, tell: Tell): string;
}

/** Without what a pattern finds: what stays before it, what it is called, where it says something, and what it says. */
const withoutMatches =
  (pattern: RegExp, by = '') =>
  (xml: string, tell: Tell): string =>
    xml.replace(pattern, (_, until: string, name: string | undefined, value: string) => {
      if (name) tell(name, value.replace(/^["']|["']$/g, ''));
      return until + by;
    });

/** Without what a pattern finds in tags, those of some elements or all: a text that looks so is seen by readers. */
const withoutMatchesInTags = (pattern: RegExp, elements: string, by?: string) => {
  const change = withoutMatches(pattern, by);
  const isOf = elements ? new RegExp(String.raw`^<(?:\w+:)?(?:${elements})[\s/>]`) : undefined;
  return (xml: string, tell: Tell): string =>
    inTags(xml, (tag) => (isOf === undefined || isOf.test(tag) ? change(tag, tell) : tag));
};

/** Attributes, of some elements or all, that say nothing any more; names are parted by `|`. */
const attributesOf = (names: string, elements = ''): Finding => ({
  words: (elements || names).split('|'),
  without: withoutMatchesInTags(
    new RegExp(String.raw`(<?${before}\s(?:\w+:)?(${names})\s*=\s*)(${quoted})`, 'gy'),
    elements,
    '""',
  ),
});

/** The texts of elements. */
const textsOf = (elements: string): Finding => ({
  words: elements.split('|'),
  without: withoutMatches(new RegExp(String.raw`(<(?:\w+:)?(${elements})(?=[\s>])${rest}(?<!/)>)([^<]*)(?=</)`, 'g')),
});

/** Elements with all that stands in them. */
const wholeElements = (names: string): Finding => ({
  words: names.split('|'),
  without: (xml, tell) =>
    withoutPieces(xml, elementsOf(names), (piece) => {
      for (const tag of tagsIn(piece, 'dataSource|connectString|query|customWorkbookView'))
        tell(/^<(?:\w+:)?(\w+)/.exec(tag)?.[1] ?? '', attributeIn(tag, 'val') ?? attributeIn(tag, 'name') ?? '');
    }),
});

const word = /^word\//i;
const sheet = /^xl\/\w*sheets\//i;
const writers = /^word\/.*\.xml$|^xl\/(?:.*\/)?(?:comments?\w*|person\w*|threadedComments?\w*|revision\w*)\.xml$/i;

/** What tells of people and their computers, by the parts in which it stands. */
const rules: readonly (readonly [part: RegExp, finding: Finding])[] = [
  // The people that SharePoint keeps with a document, and the queries of Excel, which are a file of their own.
  [customPart, textsOf('DisplayName|AccountId|AccountName|Author|creator|lastModifiedBy|DataMashup')],
  // Where a workbook lies, who shares it, and whose view of it is kept.
  [
    /^xl\/(?:workbook\d*|revisions\/userNames)\.xml$/i,
    attributesOf('url|userName|name', 'absPath|fileSharing|userInfo'),
  ],
  [/^xl\/workbook\d*\.xml$/i, wholeElements('customWorkbookViews')],
  [sheet, wholeElements('customSheetViews')],
  // Who has written a comment or a change; in other parts of Excel the same attributes name tables.
  [writers, attributesOf('author|initials|userId|userName|displayName')],
  [writers, textsOf('author')],
  [/^xl\/pivotCache\//i, attributesOf('refreshedBy')],
  // Who has written a scenario; the comment begins with the name.
  [sheet, attributesOf('user|comment', 'scenario')],
  [/^xl\/connections\d*\.xml$/i, attributesOf('connection|localConnection', 'dbPr|olapPr')],
  // What a picture was called on the computer from which it comes.
  [
    /^(?:word|xl)\//i,
    {
      words: ['nvPicPr'],
      without: withoutMatches(
        new RegExp(
          String.raw`(<(?:\w+:)?nvPicPr(?=[\s>])${rest}>\s*<(?:\w+:)?cNvPr${before}\s(name)\s*=\s*)(${quoted})`,
          'g',
        ),
        '""',
      ),
    },
  ],
  // How confidential a document is names the organisation.
  [/^docMetadata\/LabelInfo\.xml$/i, attributesOf('siteId', 'label')],
  // Who may change a part of a text that is protected.
  [word, attributesOf('ed', 'permStart')],
  // A mail merge names the file with the addresses, and how it is read.
  [word, wholeElements('mailMerge')],
  // Settings of a printer, which are a part that goes.
  [word, wholeElements('printerSettings')],
  [
    sheet,
    {
      words: ['pageSetup'],
      without: withoutMatchesInTags(
        new RegExp(String.raw`(<?${before})\s\w+:id\s*=\s*()(${quoted})`, 'gy'),
        'pageSetup',
      ),
    },
  ],
];

/** A part without what the rules find in it. */
const withoutFindings = (name: string, xml: string, tell: Tell): string =>
  rules.reduce(
    (left, [part, { words, without }]) =>
      part.test(name) && words.some((one) => left.includes(one)) ? without(left, tell) : left,
    xml,
  );

/** A part without what tells of people and their computers. */
export const withoutAuthors = (name: string, xml: string): string =>
  /\.rels$/i.test(name) ? cleanedRelationships(xml) : withoutFolders(withoutFindings(name, xml, () => {}));

/** What a part tells of people and their computers. */
export const authorsIn = (name: string, xml: string): Property[] => {
  const found: Property[] = [];
  const tell: Tell = (told, value) => found.push({ name: told, value: value.trim() });
  withoutFindings(name, xml, tell);
  const tellFile = (address: string): void => tell('file', address);
  if (/\.rels$/i.test(name)) cleanedRelationships(xml, tellFile);
  else localPlaces(xml).forEach(tellFile);
  return found.filter(({ value }) => value);
};

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
  /** Of each part, the kind of a relationship that leads to it. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** What parts of a workbook are mostly called, by the kind of the relationship that leads to them. */
const usualNames: Readonly<Record<string, string>> = {
  officedocument: 'xl/workbook.xml',
  worksheet: 'xl/worksheets/sheet.xml',
  sharedstrings: 'xl/sharedStrings.xml',
  comments: 'xl/comments.xml',
  threadedcomment: 'xl/threadedComments.xml',
  person: 'xl/persons/person.xml',
  connections: 'xl/connections.xml',
  drawing: 'xl/drawings/drawing.xml',
  pivotcachedefinition: 'xl/pivotCache/pivotCacheDefinition.xml',
  pivotcacherecords: 'xl/pivotCache/pivotCacheRecords.xml',
  externallink: 'xl/externalLinks/externalLink.xml',
  usernames: 'xl/revisions/userNames.xml',
  revisionheaders: 'xl/revisions/revisionHeaders.xml',
  revisionlog: 'xl/revisions/revisionLog.xml',
};

/** Parts that a text of Word has as a workbook does. */
const sharedPart = /^(?:word|docProps|docMetadata|customXml|_xmlsignatures)\/|(?:^|\/)_rels\/|^\[Content_Types\]/i;

/** What a part is mostly called that is in its place: a writer may call it as it likes. */
export const usualName = (name: string, kind = '', isWord = false): string => {
  if (kind === 'customxml') return 'customXml/item.xml';
  if (isWord) return sharedPart.test(name) ? name : `word/${name}`;
  return usualNames[kind] ?? name;
};

/** Finds the parts with properties and those that go, by what leads to them and by their names. */
export const tellingPartsOf = async (parts: ZipParts): Promise<TellingParts> => {
  const found = new Map<string, string>();
  const kinds = new Map<string, string>();
  const unwanted = new Set(parts.names.filter((name) => unwantedPart.test(name)));
  for (const name of parts.names) {
    const usual = emptyProperties.find(([, pattern]) => pattern.test(name));
    if (usual) found.set(name, usual[2]);
    if (!/\.rels$/i.test(name)) continue;
    for (const { kind, part } of relatedParts(name, await parts.text(name))) {
      const empty = emptyProperties.find(([one]) => one === kind)?.[2];
      if (empty !== undefined && parts.has(part)) found.set(part, empty);
      if (isUnwanted(kind)) unwanted.add(part);
      if (parts.has(part)) kinds.set(part, kind);
    }
  }
  return { properties: found, unwanted, kinds };
};

const listedType = emptyElementsOf('Override');

/** The list of types without the parts that went. */
export const withoutTypesOf = (contentTypes: string, gone: ReadonlySet<string>): string =>
  contentTypes.replace(listedType, (all) => (gone.has(attributeIn(all, 'PartName')?.slice(1) ?? '') ? '' : all));
