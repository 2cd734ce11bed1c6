import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { type Api, RefusedError } from '../api/api.ts';
import { madeBefore } from '../api/made-before.ts';
import type { SavedItem, WrittenContent, WrittenKind } from '../editing/written-kind.ts';
import { patchBetween } from '../events/content.ts';
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

const isConflict = (error: unknown): boolean => error instanceof RefusedError && error.problem.status === 412;

/**
 * Saves what was written, by the version that it began from: what others have saved since is merged with it. Something
 * new is made once for each `key`, whatever became of the answers.
 */
export const saveContent = async <C extends WrittenContent, S extends SavedItem>(
  api: Api,
  kind: WrittenKind<C, S>,
  { item, base, version, content: written }: Work<C>,
  key: string,
): Promise<Outcome<S>> => {
  const content = kind.sentOf(written);
  if (item === undefined) {
    try {
      return { saved: await kind.create(api, patchBetween({}, content) as object, key) };
    } catch (error) {
      const made = madeBefore(error);
      if (made === undefined) throw error;
      const first = await kind.read(api, made);
      // Where another person or tab has changed it since, this tab does not have the content that it began with.
      const begun = first.version === 1 ? kind.contentOf(first) : base;
      if (isSameJson(begun, content)) return { saved: first };
      return saveContent<C, S>(api, kind, { item: made, base: begun, version: 1, content }, key);
    }
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
      if (isSameJson(merged, kind.contentOf(theirs))) return { saved: theirs, meanwhile };
      meanwhile = theirs;
      work = { base: kind.contentOf(theirs), version: theirs.version, content: merged };
    }
  }
};
