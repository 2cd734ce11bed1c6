import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** A dictionary as it stands, whether by itself or before a stream. */
export const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;

/** The name that a dictionary has under a key. */
export const nameIn = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
};

/** The text of a string. */
export const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

/** The text that a dictionary has under a key. */
export const textIn = (dict: PDFDict, key: string): string | undefined => textOf(dict.lookup(PDFName.of(key)));

/** What stands under a key: the items of a list, or the one that is there. */
export const itemsIn = (dict: PDFDict, key: string): (PDFObject | undefined)[] => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFArray ? value.asArray().map((item) => dict.context.lookup(item)) : [value];
};

/** The texts that a dictionary has under a key: one, or those of a list, each of which may be a list itself. */
export const textsIn = (dict: PDFDict, key: string): string[] =>
  itemsIn(dict, key)
    .flatMap((item) => (item instanceof PDFArray ? item.asArray().map((one) => dict.context.lookup(one)) : [item]))
    .flatMap((item) => textOf(item) || []);

/** The objects that an object is made of, those that it only refers to apart. */
export function* partsOf(object: PDFObject): Generator<PDFObject> {
  const pending: PDFObject[] = [object];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    // One by one: an array may have more items than a call takes arguments.
    for (const part of next instanceof PDFArray ? next.asArray() : (dictOf(next)?.values() ?? [])) pending.push(part);
  }
}

/**
 * Everything that can be reached from the catalogue: what an earlier version held, and this one does not, is left out.
 */
export const reachable = (context: PDFContext): Set<string> => {
  const seen = new Set<string>();
  const pending: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (!(next instanceof PDFRef)) {
      for (const part of partsOf(next)) if (part instanceof PDFRef) pending.push(part);
      continue;
    }
    if (seen.has(next.tag)) continue;
    seen.add(next.tag);
    const object = context.lookup(next);
    if (object) pending.push(object);
  }
  return seen;
};
