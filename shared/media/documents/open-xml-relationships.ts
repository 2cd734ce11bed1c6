import { fileNameOf } from './local-places.ts';

/** A relationship of a part to another one, or to something outside (ECMA-376, part 2, 6.5). */
const element = /<(?:\w+:)?Relationship\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?Relationship\s*>)/g;

/** The last word of the type of a relationship. */
const kindOf = (relationship: string): string =>
  /\sType\s*=\s*["'][^"']*\/([^"'/]+)["']/.exec(relationship)?.[1]?.toLowerCase() ?? '';

const target = /(\sTarget\s*=\s*["'])([^"']*)(["'])/;
const isExternal = (relationship: string): boolean => /\sTargetMode\s*=\s*["']External["']/.test(relationship);

/** What goes: a small picture of the first page, the addresses of a mail merge, and the settings of a printer. */
const unwanted = new Set(['thumbnail', 'mailmergesource', 'mailmergeheadersource', 'recipientdata', 'printersettings']);

/** An address without the folders on its author's computer; one of the web stays. */
const cleanedTarget = (address: string): string =>
  /^(?:#|[a-z][a-z\d+.-]+:)/i.test(address) && !/^file:/i.test(address) ? address : fileNameOf(address);

/** Relationships without what goes, and without the folders in which templates and linked files lie. */
export const cleanedRelationships = (xml: string): string =>
  xml.replace(element, (relationship) => {
    const kind = kindOf(relationship);
    if (unwanted.has(kind)) return '';
    if (kind === 'attachedtemplate') return relationship.replace(target, '$1Normal.dotm$3');
    if (!isExternal(relationship)) return relationship;
    return relationship.replace(
      target,
      (_, before: string, address: string, after: string) => before + cleanedTarget(address) + after,
    );
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

/** The parts that relationships lead to, each with the kind of its relationship. */
export const relatedParts = (name: string, xml: string): { readonly kind: string; readonly part: string }[] =>
  [...xml.matchAll(element)].flatMap(([relationship]) =>
    isExternal(relationship)
      ? []
      : [{ kind: kindOf(relationship), part: partAt(name, target.exec(relationship)?.[2] ?? '') }],
  );

/** True of the kind of a part that goes. */
export const isUnwanted = (kind: string): boolean => unwanted.has(kind);

/** What relationships lead to outside of the document, as people read it. */
export const outsideWords = (xml: string): string[] =>
  [...xml.matchAll(element)].flatMap(([relationship]) => {
    const address = target.exec(relationship)?.[2] ?? '';
    if (!isExternal(relationship)) return [];
    try {
      return [decodeURIComponent(address)];
    } catch {
      return [address];
    }
  });
