import { diffArrays } from 'diff';

/** A part of a text: in both of its versions, or in one of them. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A paragraph or several that are the same, or one that has changed in words. */
type Passage = { readonly kind: 'same'; readonly lines: readonly string[] } | ChangedPassage;

interface ChangedPassage {
  readonly kind: 'changed';
  readonly parts: readonly TextPart[];
}

/**
 * Most insertions and deletions that are looked for: texts that have more in common with nothing are shown one after
 * the other.
 */
const maxEditLength = 2_000;

/** Words in any script, spaces, and each other character by itself. */
const tokensOf = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu) ?? [];

const partsOf = (changes: readonly { added: boolean; removed: boolean; value: string[] }[]): TextPart[] =>
  changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));

/** How two texts differ, word by word. */
export const diffWords = (before: string, after: string): TextPart[] => {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength });
  if (changes) return partsOf(changes);
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
};

const linesOf = (text: string): string[] => (text ? text.split(/(?<=\n)/) : []);

/** How two long texts differ: line by line first, and word by word where lines have changed. */
export const diffTexts = (before: string, after: string): Passage[] => {
  const [old, current] = [linesOf(before), linesOf(after)];
  const changes = diffArrays(old, current, { maxEditLength }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: current },
  ];
  const passages: Passage[] = [];
  for (let n = 0; n < changes.length; n += 1) {
    const change = changes[n];
    if (!change) continue;
    if (!change.added && !change.removed) {
      passages.push({ kind: 'same', lines: change.value });
      continue;
    }
    const next = changes[n + 1];
    const isReplaced = next !== undefined && next.added !== change.added && next.removed !== change.removed;
    if (isReplaced) n += 1;
    const both = isReplaced ? [change, next] : [change];
    const text = (of: 'added' | 'removed') => both.flatMap((one) => (one[of] ? one.value : [])).join('');
    passages.push({ kind: 'changed', parts: diffWords(text('removed'), text('added')) });
  }
  return passages;
};
