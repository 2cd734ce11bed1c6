import { inTags, rest, withAttributes } from './xml-tags.ts';
import { localName } from './xml-text.ts';

/** How programs begin the address of a file on the computer, or on another one that shares it in the network. */
const scheme = '(?:file|smb|cifs|afp|nfs):';

/** How an address on a computer or in its network begins: `file:/`, `C:\`, `\\server\`, `/Users/`, `/home/`. */
const local = String.raw`(?:${scheme}[\\/]|(?:file:)?[a-z]:[\\/]|\\\\[\w.$-]+\\|/(?:Users|home)/)`;

/** What every such address in quotation marks begins with: looking for it is much faster. */
const begun = new RegExp(String.raw`["';]\[?${local}`, 'i');

const beginsLocal = new RegExp(`^${local}`, 'i');

const beginsWithScheme = new RegExp(`^${scheme}`, 'i');

/** True of an address that leads to the web or within a document, not to a computer or its network. */
export const isOfWeb = (address: string): boolean =>
  /^(?:#|[a-z][a-z\d+.-]+:)/i.test(address) && !beginsWithScheme.test(address);

/** The name of a file, without the folders that it lies in. */
export const fileNameOf = (address: string): string =>
  address
    .replace(beginsWithScheme, '')
    .split(/(?:[\\/]|%5c|%2f)+/i)
    .at(-1) ?? '';

/** What is told of each address that is found. */
type Tell = (address: string) => void;

/** An address between marks, which stand twice within it, up to the next one or the end of what is written. */
const between = (marks: string, before = ''): RegExp =>
  new RegExp(String.raw`(${before}(${marks})\[?)(${local}(?:(?!\2)[^<>]|\2\2)*)(?=\2|$)`, 'gi');

/** The workbook of a cell is named in apostrophes; what a formula says in quotation marks, readers may see. */
const inFormula = [between(`'|&apos;|&#39;`), between('"|&quot;|&#34;', String.raw`HYPERLINK\(\s*`)];
const inField = [between('"|&quot;|&#34;'), new RegExp(String.raw`((?<=^|\s)())(${local}[^\s"<>]*)`, 'gi')];

const cleaned = (text: string, patterns: readonly RegExp[], tell: Tell): string =>
  patterns.reduce(
    (left, pattern) =>
      left.replace(pattern, (_, until: string, _mark: string, address: string) => {
        tell(address);
        return until + fileNameOf(address);
      }),
    text,
  );

/** A format of numbers has backslashes too, and what a cell says is seen. */
const seen = new Set(['formatCode', 'string-value']);

const cleanedValue = (name: string, value: string, tell: Tell): string => {
  if (seen.has(name)) return value;
  if (name === 'instr') return cleaned(value, inField, tell);
  if (!beginsLocal.test(value)) return cleaned(value, inFormula, tell);
  tell(value);
  return fileNameOf(value);
};

const cleanedTag = (tag: string, tell: Tell): string =>
  withAttributes(tag, (name, value) => cleanedValue(localName(name), value, tell));

/** The formulas of a workbook, and the cells that have names. */
const formula = new RegExp(
  String.raw`(<(?:\w+:)?(?:f|formula[12]?|calculatedColumnFormula|totalsRowFormula|definedName)(?=[\s>])${rest}(?<!/)>)([^<]+)`,
  'g',
);

/** Where a field of Word begins or ends, and what it is made of. */
const ofField = new RegExp(
  String.raw`<(?:\w+:)?(?:fldChar(?=[\s/>])${rest}>|(?:i|delI)nstrText(?=[\s>])${rest}(?<!/)>([^<]*))`,
  'g',
);

/** A piece of a text, and what comes in its place. */
interface Change {
  readonly from: number;
  readonly text: string;
  readonly by: string;
}

const withChanges = (text: string, changes: readonly Change[]): string => {
  const kept: string[] = [];
  let from = 0;
  for (const change of changes) {
    kept.push(text.slice(from, change.from), change.by);
    from = change.from + change.text.length;
  }
  return [...kept, text.slice(from)].join('');
};

/** Fields whose addresses have lost their folders: Word parts a field in several pieces as it likes. */
const cleanedFields = (xml: string, tell: Tell): string => {
  const changes: Change[] = [];
  let pieces: Omit<Change, 'by'>[] = [];
  const end = (): void => {
    const whole = pieces.map(({ text }) => text).join('');
    const by = cleaned(whole, inField, tell);
    if (by !== whole) for (const [n, piece] of pieces.entries()) changes.push({ ...piece, by: n === 0 ? by : '' });
    pieces = [];
  };
  for (const { 0: all, 1: text, index } of xml.matchAll(ofField))
    if (text === undefined) end();
    else pieces.push({ text, from: index + all.length - text.length });
  end();
  return withChanges(xml, changes);
};

/** XML whose addresses on a computer have lost their folders, one of which mostly is called as its owner. */
export const withoutFolders = (xml: string, tell: Tell = () => {}): string => {
  const inElements = begun.test(xml)
    ? inTags(xml, (tag) => (begun.test(tag) ? cleanedTag(tag, tell) : tag)).replace(
        formula,
        (_, tag: string, text: string) => tag + cleaned(text, inFormula, tell),
      )
    : xml;
  return /nstrText/.test(xml) ? cleanedFields(inElements, tell) : inElements;
};

/** What an address above a document begins with, and the folders in which its author keeps the file there. */
const foldersAbove = /^((?:\.\.[\\/])+)(?!\.\.[\\/])[\s\S]*[\\/]/;
const aboveDocument = /\s(?:[\w.-]+:)?href\s*=\s*["']\.\.[\\/]/;

/** XML without the folders of linked files above the document; each address that loses some is told. */
export const withoutLinkedFolders = (xml: string, tell: Tell = () => {}): string => {
  if (!aboveDocument.test(xml)) return xml;
  return inTags(xml, (tag) =>
    withAttributes(tag, (name, address) => {
      const cleaned = localName(name) === 'href' ? address.replace(foldersAbove, '$1') : address;
      if (cleaned !== address) tell(address);
      return cleaned;
    }),
  );
};

/** Addresses in CSS, in the quotation marks of CSS or of XML, or in none: `url(file:///C:/Users/…/a.png)`. */
const inStyles = [
  String.raw`((?:url\(|@import)\s*(["']|&(?:quot|apos|#3[49]);))((?:${local}|\.\.[\\/])(?:(?!\2)[^<>])*)`,
  String.raw`(url\(\s*())((?:${local}|\.\.[\\/])[^"'()<>]*)`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** A drawing whose styles have addresses without the folders in which its author keeps the files; each is told. */
export const withoutFoldersInStyles = (svg: string, tell: Tell = () => {}): string =>
  inStyles.reduce(
    (all, pattern) =>
      all.replace(pattern, (_, until: string, _mark: string, address: string) => {
        const left = beginsLocal.test(address) ? fileNameOf(address) : address.replace(foldersAbove, '$1');
        if (left !== address) tell(address);
        return until + left;
      }),
    svg,
  );

/** The addresses on a computer that stand in XML. */
export const localPlaces = (xml: string): string[] => {
  const found: string[] = [];
  withoutFolders(xml, (address) => found.push(address));
  return found;
};
