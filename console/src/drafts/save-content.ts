import { type Api, RefusedError } from '../api/api.ts';
import type { SavedItem, WrittenContent, WrittenKind } from '../editing/written-kind.ts';
import { patchBetween } from '../events/content.ts';
import { isSame } from '../merge/is-same.ts';
import { mergeContents } from '../merge/merge-contents.ts';

/** What is to be saved of an item: `content`, which began from `base`. */
export interface Work<C> {
  /** Absent for one that does not exist yet. */
  readonly item?: string | undefined;
  readonly base: C;
  /** The version of `base`. */
  readonly version: number;
  readonly content: C;
}

/** It is saved, together with what others have saved `meanwhile`; or it is not, since both have changed the same. */
export type Outcome<S> = { readonly saved: S; readonly meanwhile?: S | undefined } | { readonly theirs: S };

interface Options {
  /** Who saves. */
  readonly person: string;
  /** An earlier attempt has got no answer: it may have been carried out. */
  readonly isAgain: boolean;
}

const isConflict = (error: unknown): boolean => error instanceof RefusedError && error.problem.status === 412;

/** Most items that an attempt without an answer is looked for among: those that its author has changed last. */
const mostLookedAt = 5;

/** The item that an attempt without an answer has created, if it has. */
const createdBefore = async <C extends WrittenContent, S extends SavedItem>(
  api: Api,
  kind: WrittenKind<C, S>,
  { content, author }: { content: C; author: string },
): Promise<S | undefined> => {
  const first = (await kind.listOf(api, author)).filter(({ version }) => version === 1).slice(0, mostLookedAt);
  const items = await Promise.all(first.map(({ id }) => kind.read(api, id)));
  return items.find((item) => item.version === 1 && isSame(kind.contentOf(item), content));
};

/** Saves what was written, by the version that it began from: what others have saved since is merged with it. */
export const saveContent = async <C extends WrittenContent, S extends SavedItem>(
  api: Api,
  kind: WrittenKind<C, S>,
  { item, base, version, content }: Work<C>,
  { person, isAgain }: Options,
): Promise<Outcome<S>> => {
  if (item === undefined) {
    const before = isAgain ? await createdBefore(api, kind, { content, author: person }) : undefined;
    return { saved: before ?? (await kind.create(api, patchBetween({}, content) as object)) };
  }
  let work = { base, version, content };
  let meanwhile: S | undefined;
  for (;;) {
    const patch = (patchBetween(work.base, work.content) ?? {}) as object;
    try {
      const saved = await kind.update(api, item, work.version, patch);
      return { saved, meanwhile };
    } catch (error) {
      if (!isConflict(error)) throw error;
      const theirs = await kind.read(api, item);
      const { merged, conflicts } = mergeContents(work.base, work.content, kind.contentOf(theirs));
      if (conflicts.length > 0) return { theirs };
      // An attempt without an answer was carried out.
      if (isSame(merged, kind.contentOf(theirs))) return { saved: theirs, meanwhile };
      meanwhile = theirs;
      work = { base: kind.contentOf(theirs), version: theirs.version, content: merged };
    }
  }
};
