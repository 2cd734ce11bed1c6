import { before, inTags, tagsIn } from './xml-tags.ts';

/** How an address on a computer or in its network begins: `file:/`, `C:\`, `\\server\`, `/Users/`, `/home/`. */
const local = String.raw`(?:file:[\\/]|(?:file:)?[a-z]:[\\/]|\\\\[\w.$-]+\\|/(?:Users|home)/)`;

/**
 * An attribute with such an address, from the beginning of its tag or the attribute before. A format of numbers has
 * backslashes too, and what a cell says is seen.
 */
const inAttribute = new RegExp(
  String.raw`(<?${before}\s(?![\w:]*(?:formatCode|string-value))[\w:.-]+\s*=\s*)(?:"(${local}[^"<]*)"|'(${local}[^'<]*)')`,
  'giy',
);

/** What a field of Word is made of, and an address within it. */
const field = /<(?:\w+:)?instrText\b[^<>]*>[^<]*<|\s(?:\w+:)?instr\s*=\s*(?:"[^"]*"|'[^']*')/g;
const inField = new RegExp(String.raw`("|&quot;)(${local}(?:(?!\1)[^<>])*)\1`, 'gi');

/** The name of a file, without the folders that it lies in. */
export const fileNameOf = (address: string): string =>
  address
    .replace(/^file:/i, '')
    .split(/(?:[\\/]|%5c|%2f)+/i)
    .at(-1) ?? '';

/** What every such address begins with: looking for it is much faster. */
const begun = new RegExp(`["';]${local}`, 'i');

const cleanedTag = (tag: string): string =>
  tag.replace(inAttribute, (_, until: string, double?: string, single?: string) =>
    double === undefined ? `${until}'${fileNameOf(single ?? '')}'` : `${until}"${fileNameOf(double)}"`,
  );

/** XML whose addresses on a computer have lost their folders, one of which mostly is called as its owner. */
export const withoutFolders = (xml: string): string => {
  if (!begun.test(xml)) return xml;
  return inTags(xml, (tag) => (begun.test(tag) ? cleanedTag(tag) : tag)).replace(field, (all) =>
    all.replace(inField, (_, quote: string, address: string) => quote + fileNameOf(address) + quote),
  );
};

/** The addresses on a computer that stand in XML. */
export const localPlaces = (xml: string): string[] => [
  ...(begun.test(xml) ? tagsIn(xml) : []).flatMap((tag) =>
    [...tag.matchAll(inAttribute)].map(([, , double, single]) => double ?? single ?? ''),
  ),
  ...[...xml.matchAll(field)].flatMap(([all]) => [...all.matchAll(inField)].map(([, , address = '']) => address)),
];
