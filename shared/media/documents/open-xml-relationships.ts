import { Parser } from 'htmlparser2';
import { fileNameOf, isOfWeb } from './shared/local-places.ts';
import { attributeIn, before, emptyElementsOf, quoted } from './shared/xml-tags.ts';
import { localName } from './shared/xml-text.ts';

/** A relationship of a part to another one, or to something outside (ECMA-376, part 2, 6.5). */
const element = emptyElementsOf('Relationship');

/** The last word of the type of a relationship. */
const kindOf = (type: string): string => type.split('/').at(-1)?.trim().toLowerCase() ?? '';

const target = new RegExp(String.raw`(<${before}\sTarget\s*=\s*)(?:${quoted})`);

/** A relationship to another address. */
const withAddress = (relationship: string, address: string): string =>
  relationship.replace(target, (_, until: string) => `${until}"${address.replaceAll('"', '&quot;')}"`);

const isExternal = (relationship: string): boolean => attributeIn(relationship, 'TargetMode') === 'External';

/** What goes: a small picture of the first page, the addresses of a mail merge, and the settings of a printer. */
const unwanted = new Set(['thumbnail', 'mailmergesource', 'mailmergeheadersource', 'recipientdata', 'printersettings']);

/** An address without the folders on its author's computer; one of the web stays. */
const cleanedTarget = (address: string): string => (isOfWeb(address) ? address : fileNameOf(address));

/** What an address becomes: every text has a template, which says nothing of it. */
const publishedTarget = (kind: string, address: string): string =>
  kind === 'attachedtemplate' ? 'Normal.dotm' : cleanedTarget(address);

/**
 * Relationships without what goes, and without the folders in which templates and linked files lie. Each address
 * outside that goes is told.
 */
export const cleanedRelationships = (xml: string, tell: (address: string) => void = () => {}): string =>
  xml.replace(element, (relationship) => {
    const kind = kindOf(attributeIn(relationship, 'Type') ?? '');
    const address = attributeIn(relationship, 'Target') ?? '';
    const isOutside = isExternal(relationship);
    const published = isOutside ? publishedTarget(kind, address) : address;
    if (published !== address) tell(address);
    if (unwanted.has(kind)) return '';
    return published === address ? relationship : withAddress(relationship, published);
  });

/** The part that an address leads to from the part that the relationships are of. */
const partAt = (relationships: string, address: string): string => {
  const folder = relationships.replace(/_rels\/[^/]*$/, '');
  try {
    return decodeURIComponent(new URL(address, `http://document/${folder}`).pathname.slice(1));
  } catch {
    return '';
  }
};

/** The relationships of a part, their addresses as they are meant. */
const relationshipsIn = (
  xml: string,
): { readonly kind: string; readonly address: string; readonly isOutside: boolean }[] => {
  const found: { kind: string; address: string; isOutside: boolean }[] = [];
  const parser = new Parser(
    {
      onopentag: (name, { Type = '', Target: address = '', TargetMode }) => {
        if (localName(name) === 'Relationship')
          found.push({ kind: kindOf(Type), address, isOutside: TargetMode === 'External' });
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
};

/** The parts that relationships lead to, each with the kind of its relationship. */
export const relatedParts = (name: string, xml: string): { readonly kind: string; readonly part: string }[] =>
  relationshipsIn(xml).flatMap(({ kind, address, isOutside }) =>
    isOutside ? [] : [{ kind, part: partAt(name, address) }],
  );

/** True of the kind of a part that goes. */
export const isUnwanted = (kind: string): boolean => unwanted.has(kind);

/** What relationships lead to outside of the document. */
export const outsideAddresses = (xml: string): string[] =>
  relationshipsIn(xml).flatMap(({ address, isOutside }) => (isOutside ? [address] : []));
