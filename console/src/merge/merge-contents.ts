import type { EventContent } from '../../../shared/model/events/event.ts';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { isObject } from '../../../shared/model/json/json-object.ts';
import { mergeOrders } from './merge-orders.ts';
import { mergeSequences, type Piece } from './merge-sequences.ts';

/** What stays of something that both have changed. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** What two people have changed, each in another way. */
export interface Conflict {
  /** The same for the same contents: a choice is kept by it. */
  readonly id: string;
  /** Where it is; an item of a list that has a key is named by that. */
  readonly path: readonly string[];
  /** What both began from, as `mine`; `undefined` where there was nothing. */
  readonly base: unknown;
  /** A value, the paragraphs or items of a stretch of a list, or the keys of a list in their order. */
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Where the stretch begins in the merged list, from 0. */
  readonly at?: number;
  /** Both may stay, the other's first. */
  readonly mayKeepBoth: boolean;
}

export type Choices = Readonly<Record<string, MergeChoice>>;

export interface Merged<T> {
  /** Everything that only one has changed, and what is chosen of the rest: mine, where nothing is. */
  readonly merged: T;
  readonly conflicts: readonly Conflict[];
}

interface Three<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

type Path = readonly string[];
type Item = Readonly<Record<string, unknown>>;
type Organiser = EventContent['organisers'][number];

/** Texts that are merged by paragraph: they have more than one. */
export const textsByParagraph = ['body', 'description', 'summary'];

/**
 * True where two people may mean two organisers: in a language that was there, one has renamed what the other has
 * renamed too or given another role. Who translates a name, or corrects it in another language, means the same one.
 */
const areTwoOrganisers = ({ base, mine, theirs }: Three<Organiser>): boolean =>
  Object.entries(base.name).some(([locale, name]) => {
    const hasChanged = (now: Organiser) => now.name[locale] !== name || now.role !== base.role;
    return mine.name[locale] !== theirs.name[locale] && hasChanged(mine) && hasChanged(theirs);
  });

/**
 * True of what is one thing: a point of a picture, what stands for an exhibition, a work or a photograph, and when
 * something takes place: an editor who has moved it does not mean the end that another has added to the time before.
 * So is an organiser where otherwise the name of one would stand with the role of another.
 */
const isWhole = (path: Path, three: Three<unknown>): boolean =>
  path.at(-1) === 'focalPoint' ||
  path.at(-1) === 'cover' ||
  path.at(-2) === 'showings' ||
  (path.at(-2) === 'organisers' && areTwoOrganisers(three as Three<Organiser>));

const paragraphsOf = (text: unknown): string[] => (typeof text === 'string' ? text.split('\n\n') : ['']);

const keyOf = (item: unknown): string | undefined => {
  const key = isObject(item) ? (item.uploadId ?? item.id) : undefined;
  return typeof key === 'string' ? key : undefined;
};

const areKeyed = (items: readonly unknown[]): items is readonly Item[] => {
  const keys = items.map(keyOf);
  return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length;
};

/**
 * What two people have made of the same content: by field, texts by paragraph, pictures and files each by its upload,
 * other lists by their items.
 */
export const mergeContents = <T>(base: T, mine: T, theirs: T, choices: Choices = {}): Merged<T> => {
  const conflicts: Conflict[] = [];
  const ask = (conflict: Omit<Conflict, 'id'>, detail = ''): MergeChoice => {
    const id = `${conflict.path.join('.')}${detail}`;
    conflicts.push({ ...conflict, id });
    return choices[id] ?? 'mine';
  };

  const settle = <P>(path: Path, pieces: readonly Piece<P>[], merge?: (all: Three<P>, at: number) => P): P[] => {
    const parts: P[] = [];
    for (const [n, piece] of pieces.entries()) {
      if ('settled' in piece) {
        parts.push(...piece.settled);
        continue;
      }
      const { base: was, mine: my, theirs: other } = piece;
      if (merge && was.length === my.length && was.length === other.length) {
        for (const [i, part] of my.entries()) {
          parts.push(merge({ base: was[i] as P, mine: part, theirs: other[i] as P }, parts.length));
        }
        continue;
      }
      const mayKeepBoth = my.length > 0 && other.length > 0;
      const choice = ask({ path, base: was, mine: my, theirs: other, at: parts.length, mayKeepBoth }, `#${n}`);
      if (choice !== 'mine') parts.push(...other);
      if (choice !== 'theirs') parts.push(...my);
    }
    return parts;
  };

  const mergeText = (path: Path, { base: was, mine: my, theirs: other }: Three<unknown>): string | undefined => {
    const three = { base: paragraphsOf(was), mine: paragraphsOf(my), theirs: paragraphsOf(other) };
    return settle(path, mergeSequences(three, isSameJson)).join('\n\n') || undefined;
  };

  const mergeItems = (path: Path, { base: was, mine: my, theirs: other }: Three<readonly Item[]>): unknown[] => {
    const keysOf = (items: readonly Item[]) => items.map((item) => keyOf(item) ?? '');
    const { keys, isOpen } = mergeOrders({ base: keysOf(was), mine: keysOf(my), theirs: keysOf(other) });
    const inOrder = () => {
      if (!isOpen) return keys.mine;
      const orders = { base: keysOf(was), ...keys };
      return ask({ path, ...orders, mayKeepBoth: false }, '#order') === 'mine' ? keys.mine : keys.theirs;
    };
    return inOrder().flatMap((key) => {
      const [before, mineNow, theirsNow] = [was, my, other].map((items) => items.find((item) => keyOf(item) === key));
      const item = merge([...path, key], { base: before, mine: mineNow, theirs: theirsNow });
      return item === undefined ? [] : [item];
    });
  };

  const mergeList = (path: Path, three: Three<readonly unknown[]>): unknown[] => {
    const { base: was, mine: my, theirs: other } = three;
    if (areKeyed(was) && areKeyed(my) && areKeyed(other))
      return mergeItems(path, { base: was, mine: my, theirs: other });
    return settle(path, mergeSequences(three, isSameJson), (all, at) => merge([...path, String(at)], all));
  };

  const merge = (path: Path, three: Three<unknown>): unknown => {
    const { base: was, mine: my, theirs: other } = three;
    if (isSameJson(my, other) || isSameJson(was, other)) return my;
    if (isSameJson(was, my)) return other;
    if (textsByParagraph.includes(path.at(-1) ?? '')) return mergeText(path, three);
    if (Array.isArray(my) && Array.isArray(other)) {
      return mergeList(path, { base: Array.isArray(was) ? was : [], mine: my, theirs: other });
    }
    if (isObject(my) && isObject(other) && !isWhole(path, three)) {
      const before = isObject(was) ? was : {};
      const names = [...new Set([...Object.keys(before), ...Object.keys(my), ...Object.keys(other)])];
      const fields = names.map((name) => [
        name,
        merge([...path, name], { base: before[name], mine: my[name], theirs: other[name] }),
      ]);
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    }
    return ask({ path, base: was, mine: my, theirs: other, mayKeepBoth: false }) === 'theirs' ? other : my;
  };

  return { merged: merge([], { base, mine, theirs }) as T, conflicts };
};
