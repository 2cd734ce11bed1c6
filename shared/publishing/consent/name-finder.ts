import type { MentionKind } from '../../model/names/mention-kind.ts';
import { NameIndex } from '../../model/names/name-index.ts';
import { nameKeys } from '../../model/names/name-keys.ts';

/** Finds one name in texts. */
export interface NameFinder {
  /** The ways in which a text says the name: none where it does not. */
  readonly kindsIn: (text: string, isAddress?: boolean) => MentionKind[];
}

/**
 * Finds a name in texts: by all of it where it has several words, since one alone may be another person's. A name of
 * one word is found wherever that word stands, unless `isWholeOnly` is true: then it is found by what makes a whole
 * name of it, and else nowhere.
 */
export const nameFinder = (name: string, isWholeOnly = false): NameFinder => {
  const keys = nameKeys(name);
  const index = new NameIndex([keys]);
  const isWhole = isWholeOnly || (keys.given.length > 0 && (keys.surname ?? []).length > 0);
  return {
    kindsIn: (text, isAddress = false) =>
      [...(index.find(text, isAddress).get(0) ?? [])].filter(
        (kind) => !isWhole || kind === 'full' || kind === 'initial',
      ),
  };
};
