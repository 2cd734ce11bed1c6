import { type Document, type HiddenPart, hiddenParts } from '../../../model/files/document.ts';

/** What the reader of a type finds: the file as it may be published, and its text as it stands there. */
export interface FoundDocument extends Pick<Document, 'type' | 'pages' | 'metadata' | 'hidden'> {
  readonly file: Uint8Array;
  readonly content: string;
  /**
   * Words beside the text: alternative texts, bookmarks, names of sheets. They are compared with names; a scan has
   * them, too.
   */
  readonly beside?: string;
  /** True where there is more text, which was not looked at. */
  readonly isCut?: boolean;
}

/** What of a document readers do not see at first, in the order in which it is named; nothing where there is none. */
export const asHidden = (found: Iterable<HiddenPart>): { readonly hidden?: HiddenPart[] } => {
  const all = new Set(found);
  return all.size > 0 ? { hidden: hiddenParts.filter((part) => all.has(part)) } : {};
};

/** A property of a document, or of a picture in it, that readers can see. */
export type Property = NonNullable<Document['metadata']>[number];

/** Most properties that a person is asked to look at, and most characters of each. */
const [maxProperties, maxPropertyLength] = [50, 300];

/** What a document that stays as it is tells, each once, and no more than a person can look at. */
export const propertiesToConfirm = (found: Iterable<Property>): Property[] => {
  const kept = new Map<string, Property>();
  for (const { name, value } of found) {
    if (kept.size >= maxProperties) break;
    const property = { name: name.slice(0, maxPropertyLength), value: value.slice(0, maxPropertyLength) };
    kept.set(`${name}\n${property.value}`, property);
  }
  return [...kept.values()];
};

/**
 * Characters of text after which a reader may stop: what is said again and again counts once, so that it is more than
 * is kept.
 */
export const maxReadLength = 10_000_000;

/** Most characters of text that are kept of a document: all of them are compared with names when it is published. */
export const maxTextLength = 1_000_000;
