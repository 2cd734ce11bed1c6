import { type Api, RefusedError } from '../api/api.ts';
import { type Content, contentOf, patchBetween, type StaffEvent } from '../events/content.ts';
import { isSame } from '../merge/is-same.ts';
import { mergeContents } from '../merge/merge-contents.ts';
import type { LocalDraft } from './local-draft.ts';

/** What is to be saved of an event: `content`, which began from `base`. */
export type Work = Pick<LocalDraft, 'item' | 'base' | 'version' | 'content'>;

/** It is saved, together with what others have saved `meanwhile`; or it is not, since both have changed the same. */
type Outcome =
  | { readonly saved: StaffEvent; readonly meanwhile?: StaffEvent | undefined }
  | { readonly theirs: StaffEvent };

interface Options {
  /** Who saves. */
  readonly person: string;
  /** An earlier attempt has got no answer: it may have been carried out. */
  readonly isAgain: boolean;
}

const isConflict = (error: unknown): boolean => error instanceof RefusedError && error.problem.status === 412;

/** The event that an attempt without an answer has created, if it has. */
const createdBefore = async (api: Api, content: Content, author: string): Promise<StaffEvent | undefined> => {
  const { items } = await api.call('listStaffEvents', { query: { author, sort: 'changed', order: 'descending' } });
  return items.find((event) => event.version === 1 && isSame(contentOf(event), content));
};

/** Saves what was written, by the version that it began from: what others have saved since is merged with it. */
export const saveContent = async (
  api: Api,
  { item, base, version, content }: Work,
  { person, isAgain }: Options,
): Promise<Outcome> => {
  if (item === undefined) {
    const before = isAgain ? await createdBefore(api, content, person) : undefined;
    return { saved: before ?? (await api.call('createEvent', { body: patchBetween({}, content) as never })) };
  }
  let work = { base, version, content };
  let meanwhile: StaffEvent | undefined;
  for (;;) {
    const body = (patchBetween(work.base, work.content) ?? {}) as never;
    try {
      const saved = await api.call('updateEvent', { params: { id: item }, version: work.version, body });
      return { saved, meanwhile };
    } catch (error) {
      if (!isConflict(error)) throw error;
      const theirs = await api.call('getStaffEvent', { params: { id: item } });
      const { merged, conflicts } = mergeContents(work.base, work.content, contentOf(theirs));
      if (conflicts.length > 0) return { theirs };
      // An attempt without an answer was carried out.
      if (isSame(merged, contentOf(theirs))) return { saved: theirs, meanwhile };
      meanwhile = theirs;
      work = { base: contentOf(theirs), version: theirs.version, content: merged };
    }
  }
};
