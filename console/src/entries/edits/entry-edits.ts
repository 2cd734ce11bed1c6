import { maxArtworkChanges } from '../../../../shared/model/exhibitions/artwork.ts';
import { isSameJson } from '../../../../shared/model/json/is-same-json.ts';
import { type Api, OfflineError, RefusedError } from '../../api/api.ts';
import { isPassingStatus } from '../../api/is-passing.ts';
import { untilSent } from '../../drafts/until-sent.ts';
import { idOf } from '../../events/content.ts';
import { now } from '../../session/clock.ts';
import { SignedOutError } from '../../session/session.ts';
import type { Entry } from '../entry.ts';
import { valueAt } from '../entry-columns.ts';
import { forgetEdit, keepEdit, keptEdits, keyOf } from '../kept.ts';
import type { Edit } from './edit.ts';
import { patchOfEdits } from './patch-of-edits.ts';

/** A field, and what it is to hold. */
interface Changed {
  readonly path: string;
  readonly value: unknown;
}

/** Fields of an entry that are changed together. */
interface EntryChange {
  readonly entry: Entry;
  readonly values: readonly Changed[];
}

const idsOf = (edits: readonly { readonly entryId: string }[]): string[] => [
  ...new Set(edits.map(({ entryId }) => entryId)),
];

/** What the changes need of the list. */
interface EditedList {
  readonly read: (entryId: string) => Entry | undefined;
  /** Puts an entry as the API has answered it into the list. */
  readonly replace: (entry: Entry) => void;
}

/**
 * The changes in the grid of an exhibition that are not saved yet: each is kept in this browser, and sent at once in
 * the version that was seen. What others have saved meanwhile stays where it is another field; where it is the same,
 * the person chooses.
 */
export class EntryEdits {
  readonly #api: Api;
  readonly #owner: { readonly person: string; readonly exhibitionId: string };
  readonly #list: EditedList;
  readonly #mayKeep: () => boolean;
  readonly #listeners = new Set<() => void>();
  readonly #saving = new Set<string>();
  #edits: ReadonlyMap<string, Edit> = new Map();
  #stopWaiting: (() => void) | undefined;

  /** What is changed is kept in the browser as long as `mayKeep` says so: who signs out leaves nothing behind. */
  constructor(
    api: Api,
    owner: { readonly person: string; readonly exhibitionId: string },
    list: EditedList,
    mayKeep: () => boolean,
  ) {
    this.#api = api;
    this.#owner = owner;
    this.#list = list;
    this.#mayKeep = mayKeep;
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
    void this.#save(idsOf(kept));
    return kept.length;
  }

  /** Changes fields of an entry, and saves them together; resolves once they are saved, or wait for something. */
  change(entry: Entry, values: readonly Changed[]): Promise<void> {
    this.#tell(this.#with(this.#edits, entry, values));
    return this.#save([entry.id]);
  }

  /**
   * Changes fields of many entries together. All is kept before the first is sent. Gives the entries of which something
   * of it is not saved.
   */
  async changeAll(changes: readonly EntryChange[], onProgress?: (saved: number) => void): Promise<string[]> {
    let edits = this.#edits;
    for (const { entry, values } of changes) edits = this.#with(edits, entry, values);
    this.#tell(edits);
    await this.#save(
      changes.map(({ entry }) => entry.id),
      onProgress,
    );
    // What an entry waited with before is not of this change.
    const isLeft = ({ entry, values }: EntryChange) =>
      values.some(({ path }) => this.#edits.has(this.#keyOf(entry, path)));
    return changes.filter(isLeft).map(({ entry }) => entry.id);
  }

  #keyOf({ id }: Entry, path: string): string {
    return keyOf(this.#owner.person, id, path);
  }

  /** The changes with those of an entry, which are kept. */
  #with(edits: ReadonlyMap<string, Edit>, entry: Entry, values: readonly Changed[]): ReadonlyMap<string, Edit> {
    const after = new Map(edits);
    for (const { path, value } of values) {
      const key = this.#keyOf(entry, path);
      const before = after.get(key);
      const base = before ? before.base : valueAt(entry, path);
      if (isSameJson(base, value)) {
        void forgetEdit(key).catch(() => {});
        after.delete(key);
        continue;
      }
      const { id: entryId, entryNumber } = entry;
      const written = { key, entryId, entryNumber, path, base, value, writtenAt: now().toISOString() };
      const kept = { ...this.#owner, ...written };
      if (this.#mayKeep()) void keepEdit(kept).catch(() => {});
      after.set(key, { ...kept, state: 'saving' });
    }
    return after;
  }

  /**
   * Sends again what the API has refused, and what conflicts: then in place of the value that another member of the
   * staff has saved.
   */
  retryAll(edits: readonly Edit[]): void {
    const after = new Map(this.#edits);
    for (const edit of edits)
      after.set(edit.key, { ...edit, state: 'saving', ...(edit.state === 'conflict' && { base: edit.theirs }) });
    this.#tell(after);
    void this.#save(idsOf(edits));
  }

  /** Leaves the fields as they are stored. */
  dropAll(edits: readonly Edit[]): void {
    for (const { key } of edits) this.#forget(key);
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

  /**
   * Saves what some entries wait with, as many in a request as it takes; resolves once they are saved, or wait for
   * something.
   */
  async #save(entryIds: readonly string[], onProgress?: (saved: number) => void): Promise<void> {
    // What is changed meanwhile is sent by the same loop.
    const own = entryIds.filter((entryId) => !this.#saving.has(entryId));
    for (const entryId of own) this.#saving.add(entryId);
    try {
      for (let left = own; left.length > 0; ) {
        const due = left.filter((entryId) => this.#unsent(entryId).length > 0);
        onProgress?.(own.length - due.length);
        const batch = due.slice(0, maxArtworkChanges);
        const stopped = batch.length > 0 ? await this.#send(batch) : [];
        left = due.filter((entryId) => !stopped.includes(entryId));
      }
    } finally {
      for (const entryId of own) this.#saving.delete(entryId);
    }
  }

  /**
   * Sends the changes of some entries in one request. Gives the entries of which the next request must send nothing:
   * their changes wait.
   */
  async #send(entryIds: readonly string[]): Promise<readonly string[]> {
    const sent = new Map(entryIds.map((entryId) => [entryId, this.#unsent(entryId)]));
    const stopped: string[] = [];
    const stop = (entryId: string, error: unknown): void => {
      this.#stop(sent.get(entryId) ?? [], error);
      stopped.push(entryId);
    };
    const entries = await this.#entriesOf(entryIds, stop);
    const changes = entries.map((entry) => ({
      ...{ artworkId: entry.id, version: entry.version },
      patch: patchOfEdits(entry, sent.get(entry.id) ?? []),
    }));
    if (changes.length === 0) return stopped;
    try {
      const params = { id: this.#owner.exhibitionId };
      const { items } = await this.#api.call('updateArtworks', { params, body: { changes } });
      const isStuck = items.every(({ problem }) => problem && isPassingStatus(problem.status));
      for (const { artworkId, artwork, problem } of items) {
        const edits = sent.get(artworkId) ?? [];
        if (problem?.status === 412) {
          if (!(await this.#meet(artworkId, edits))) stopped.push(artworkId);
        } else if (problem) {
          // The API had no time for an entry: the next request sends it again.
          if (isStuck || !isPassingStatus(problem.status)) stop(artworkId, new RefusedError(problem));
        } else await this.#settle(artworkId, artwork, edits);
      }
    } catch (error) {
      for (const { id } of entries) if (!stopped.includes(id) && this.#unsent(id).length > 0) stop(id, error);
    }
    return stopped;
  }

  /** Entries as they are known, or read; `failed` is told of those that cannot be read. */
  async #entriesOf(ids: readonly string[], failed: (id: string, error: unknown) => void): Promise<Entry[]> {
    const found = await Promise.all(
      ids.map(async (id) => {
        try {
          return this.#list.read(id) ?? (await this.#read(id));
        } catch (error) {
          failed(id, error);
          return undefined;
        }
      }),
    );
    return found.filter((entry) => entry !== undefined);
  }

  /** Puts what was saved into the list. What was changed again while it was sent is still to be sent. */
  async #settle(entryId: string, saved: Entry | undefined, edits: readonly Edit[]): Promise<void> {
    const image = this.#list.read(entryId)?.image ?? saved?.image;
    if (saved) this.#list.replace({ ...saved, image });
    else await this.#read(entryId);
    for (const edit of edits) if (this.#edits.get(edit.key)?.value === edit.value) this.#forget(edit.key);
  }

  /**
   * Sends changes later where the connection or the session is missing; leaves them to the person where the API refuses
   * them.
   */
  #stop(edits: readonly Edit[], error: unknown): void {
    const isWaiting = error instanceof OfflineError || error instanceof SignedOutError;
    for (const { error: _, ...edit } of edits)
      this.#set(isWaiting ? { ...edit, state: 'waiting' } : { ...edit, state: 'refused', error });
    if (isWaiting) this.#wait();
  }

  async #read(entryId: string): Promise<Entry> {
    const params = { id: this.#owner.exhibitionId, artworkId: entryId };
    const entry = await this.#api.call('getStaffArtwork', { params });
    this.#list.replace(entry);
    return entry;
  }

  /**
   * Compares the person's changes with what another member of the staff has saved: only where both have changed the
   * same field the person is asked.
   */
  async #meet(entryId: string, edits: readonly Edit[]): Promise<boolean> {
    try {
      const entry = await this.#read(entryId);
      for (const edit of edits) {
        const theirs = valueAt(entry, edit.path);
        if (isSameJson(theirs, edit.value)) this.#forget(edit.key);
        else if (!isSameJson(theirs, edit.base))
          this.#set({ ...edit, state: 'conflict', theirs, isOwn: this.#isOwn(entry) });
      }
      return true;
    } catch (error) {
      this.#stop(edits, error);
      return false;
    }
  }

  /** Whether the same person has saved an entry, elsewhere. Who it was may be hidden. */
  #isOwn({ updatedBy }: Entry): boolean {
    return updatedBy !== undefined && idOf(updatedBy) === this.#owner.person;
  }

  #wait(): void {
    this.#stopWaiting ??= untilSent(async () => {
      const waiting = () => [...this.#edits.values()].filter(({ state }) => state === 'waiting');
      await this.#save(idsOf(waiting()));
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
