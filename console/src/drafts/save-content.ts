import { type Api, OfflineError, RefusedError } from '../api/api.ts';
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

/** An attempt that has got no answer: it may have been carried out. */
export interface Tried<C> {
  readonly content: C;
  /** When it began, by `performance.now()`: the clock of a device may be set meanwhile. */
  readonly at: number;
}

interface Options<C> {
  /** Who saves. */
  readonly person: string;
  /** Absent where nothing was sent before. */
  readonly tried?: Tried<C> | undefined;
}

/** What a request has not created after so many milliseconds it never will: API Gateway ends it. */
const longestRequest = 30_000;

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
  { person, tried }: Options<C>,
): Promise<Outcome<S>> => {
  if (item === undefined) {
    const before = tried && (await createdBefore(api, kind, { content: tried.content, author: person }));
    if (before) {
      const base = kind.contentOf(before);
      if (isSame(base, content)) return { saved: before };
      return saveContent(api, kind, { item: before.id, base, version: before.version, content }, { person });
    }
    // The earlier attempt may still be carried out: another one would create a second item.
    if (tried && performance.now() < tried.at + longestRequest) throw new OfflineError('not yet');
    return { saved: await kind.create(api, patchBetween({}, content) as object) };
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
