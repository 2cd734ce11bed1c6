import { mapWithConcurrency } from '../../../../shared/async/map-with-concurrency.ts';
import { type Api, OfflineError, RefusedError } from '../../api/api.ts';
import { untilSent } from '../../drafts/until-sent.ts';
import { isSame } from '../../merge/is-same.ts';
import { SignedOutError } from '../../session/session.ts';
import type { Entry } from '../entry.ts';
import { valueAt } from '../entry-columns.ts';
import { forgetEdit, type KeptEdit, keepEdit, keptEdits } from '../kept.ts';
import { patchOfEdits } from './patch-of-edits.ts';

/** A change of a field that is not saved yet. */
export interface Edit extends KeptEdit {
  /** `waiting` for the connection or a new session; `refused` by the API; in `conflict` with what somebody else has saved. */
  readonly state: 'saving' | 'waiting' | 'refused' | 'conflict';
  /** Why it was refused. */
  readonly error?: unknown;
  /** What somebody else has made of the field. */
  readonly theirs?: unknown;
}

/** A field, and what it is to hold. */
interface Changed {
  readonly path: string;
  readonly value: unknown;
}

/** How many entries are saved at the same time where many are changed. */
const lanes = 4;

/** What the changes need of the list. */
interface EditedList {
  readonly read: (entryId: string) => Entry | undefined;
  /** Puts an entry as the API has answered it into the list. */
  readonly replace: (entry: Entry) => void;
}

/**
 * The changes in the grid of an exhibition that are not saved yet: each is kept in this browser, and sent at once in the version that was seen. What
 * others have saved meanwhile stays where it is another field; where it is the same, the person chooses.
 */
export class EntryEdits {
  readonly #api: Api;
  readonly #owner: { readonly person: string; readonly exhibitionId: string };
  readonly #list: EditedList;
  readonly #listeners = new Set<() => void>();
  readonly #saving = new Set<string>();
  #edits: ReadonlyMap<string, Edit> = new Map();
  #stopWaiting: (() => void) | undefined;

  constructor(api: Api, owner: { readonly person: string; readonly exhibitionId: string }, list: EditedList) {
    this.#api = api;
    this.#owner = owner;
    this.#list = list;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All of them, by `entryId/path`. */
  readonly all = (): ReadonlyMap<string, Edit> => this.#edits;

  /** Takes up what an earlier page has kept, and sends it; gives how many there are. */
  async takeUp(): Promise<number> {
    const { person, exhibitionId } = this.#owner;
    const kept = await keptEdits(person, exhibitionId).catch(() => []);
    for (const edit of kept) if (!this.#edits.has(edit.key)) this.#set({ ...edit, state: 'waiting' });
    for (const entryId of new Set(kept.map((edit) => edit.entryId))) void this.#save(entryId);
    return kept.length;
  }

  /** Changes fields of an entry, and saves them together; resolves once they are saved, or wait for something. */
  change(entry: Entry, values: readonly Changed[]): Promise<void> {
    this.#tell(this.#with(this.#edits, entry, values));
    return this.#save(entry.id);
  }

  /** Changes fields of many entries. All is kept before the first is sent, and then they are saved a few at a time. */
  async changeAll(changes: readonly { readonly entry: Entry; readonly values: readonly Changed[] }[]): Promise<void> {
    let edits = this.#edits;
    for (const { entry, values } of changes) edits = this.#with(edits, entry, values);
    this.#tell(edits);
    await mapWithConcurrency(changes, lanes, ({ entry }) => this.#save(entry.id));
  }

  /** The changes with those of an entry, which are kept. */
  #with(edits: ReadonlyMap<string, Edit>, entry: Entry, values: readonly Changed[]): ReadonlyMap<string, Edit> {
    const after = new Map(edits);
    for (const { path, value } of values) {
      const key = `${this.#owner.person}/${entry.id}/${path}`;
      const before = after.get(key);
      const base = before ? before.base : valueAt(entry, path);
      if (isSame(base, value)) {
        void forgetEdit(key).catch(() => {});
        after.delete(key);
        continue;
      }
      const { id: entryId, entryNumber } = entry;
      const written = { key, entryId, entryNumber, path, base, value, writtenAt: new Date().toISOString() };
      const kept = { ...this.#owner, ...written };
      void keepEdit(kept).catch(() => {});
      after.set(key, { ...kept, state: 'saving' });
    }
    return after;
  }

  /** Tries again what was refused, or puts the person's value above that of somebody else. */
  retry(edit: Edit): void {
    this.#set({ ...edit, state: 'saving', ...(edit.state === 'conflict' && { base: edit.theirs }) });
    void this.#save(edit.entryId);
  }

  /** Leaves the field as it is stored. */
  drop({ key }: Edit): void {
    this.#forget(key);
  }

  /** Stops trying; what is not saved stays in this browser. */
  close(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  #unsent(entryId: string): Edit[] {
    return [...this.#edits.values()].filter(
      (edit) => edit.entryId === entryId && (edit.state === 'saving' || edit.state === 'waiting'),
    );
  }

  async #save(entryId: string): Promise<void> {
    // What is changed meanwhile is sent by the same loop.
    if (this.#saving.has(entryId)) return;
    this.#saving.add(entryId);
    try {
      while (this.#unsent(entryId).length > 0) if (!(await this.#saveOnce(entryId))) return;
    } finally {
      this.#saving.delete(entryId);
    }
  }

  /** Sends what an entry waits with; false where it is no use to go on now. */
  async #saveOnce(entryId: string): Promise<boolean> {
    const { exhibitionId } = this.#owner;
    const params = { id: exhibitionId, artworkId: entryId };
    const edits = this.#unsent(entryId);
    try {
      const entry = this.#list.read(entryId) ?? (await this.#read(entryId));
      const body = patchOfEdits(entry, edits);
      const saved = await this.#api.call('updateArtwork', { params, version: entry.version, body });
      this.#list.replace({ ...saved, image: entry.image ?? saved.image });
      // What was changed again while it was sent is still to be sent.
      for (const edit of edits) if (this.#edits.get(edit.key)?.value === edit.value) this.#forget(edit.key);
      return true;
    } catch (error) {
      if (error instanceof RefusedError && error.problem.status === 412) return this.#meet(entryId, edits);
      const isWaiting = error instanceof OfflineError || error instanceof SignedOutError;
      for (const edit of edits)
        this.#set(isWaiting ? { ...edit, state: 'waiting' } : { ...edit, state: 'refused', error });
      if (isWaiting) this.#wait();
      return false;
    }
  }

  async #read(entryId: string): Promise<Entry> {
    const params = { id: this.#owner.exhibitionId, artworkId: entryId };
    const entry = await this.#api.call('getStaffArtwork', { params });
    this.#list.replace(entry);
    return entry;
  }

  /** Compares the changes with what somebody else has saved: only where both have changed the same field the person is asked. */
  async #meet(entryId: string, edits: readonly Edit[]): Promise<boolean> {
    try {
      const entry = await this.#read(entryId);
      for (const edit of edits) {
        const theirs = valueAt(entry, edit.path);
        if (isSame(theirs, edit.value)) this.#forget(edit.key);
        else if (!isSame(theirs, edit.base)) this.#set({ ...edit, state: 'conflict', theirs });
      }
      return true;
    } catch (error) {
      const isWaiting = error instanceof OfflineError || error instanceof SignedOutError;
      for (const edit of edits) this.#set({ ...edit, state: isWaiting ? 'waiting' : 'refused', error });
      if (isWaiting) this.#wait();
      return false;
    }
  }

  #wait(): void {
    this.#stopWaiting ??= untilSent(async () => {
      const waiting = () => [...this.#edits.values()].filter(({ state }) => state === 'waiting');
      await Promise.all([...new Set(waiting().map(({ entryId }) => entryId))].map((id) => this.#save(id)));
      const isDone = waiting().length === 0;
      if (isDone) this.#stopWaiting = undefined;
      return isDone;
    });
  }

  #set(edit: Edit): void {
    this.#tell(new Map(this.#edits).set(edit.key, edit));
  }

  #forget(key: string): void {
    void forgetEdit(key).catch(() => {});
    const left = new Map(this.#edits);
    left.delete(key);
    this.#tell(left);
  }

  #tell(edits: ReadonlyMap<string, Edit>): void {
    this.#edits = edits;
    for (const listener of this.#listeners) listener();
  }
}
