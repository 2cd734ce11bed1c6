import { maxArtworkChanges } from '../../../../shared/model/exhibitions/artwork.ts';
import { isSameJson } from '../../../../shared/model/json/is-same-json.ts';
import { requestBatch } from '../../../../shared/model/json/request-batch.ts';
import { type Api, RefusedError } from '../../api/api.ts';
import { isPassingStatus } from '../../api/is-passing.ts';
import { untilSent } from '../../drafts/until-sent.ts';
import { idOf } from '../../events/content.ts';
import { now } from '../../session/clock.ts';
import { waitsForOf } from '../../session/waits-for-of.ts';
import type { Entry } from '../entry.ts';
import { valueAt } from '../entry-columns.ts';
import { keptEdits, keyOf } from '../kept.ts';
import { type Changed, type Edit, isWaiting, takenUp } from './edit.ts';
import { patchOfEdits } from './patch-of-edits.ts';
import { PendingEdits } from './pending-edits.ts';

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
 * The changes in the grid of an exhibition that are not saved yet: each is kept in this browser, and sent at once.
 * What others have saved meanwhile stays where it is another field; where it is the same, the person chooses.
 */
export class EntryEdits {
  readonly #api: Api;
  readonly #owner: { readonly person: string; readonly exhibitionId: string };
  readonly #list: EditedList;
  readonly #pending: PendingEdits;
  /** What ends once the changes of an entry are saved, or wait for something. */
  readonly #saving = new Map<string, Promise<void>>();
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
    this.#pending = new PendingEdits(mayKeep);
    this.subscribe = this.#pending.subscribe;
    this.all = this.#pending.all;
  }

  readonly subscribe: PendingEdits['subscribe'];

  /** All of them, by `entryId/path`. */
  readonly all: PendingEdits['all'];

  /** An entry as it is stored, as far as this page knows. */
  entry(entryId: string): Entry | undefined {
    return this.#list.read(entryId);
  }

  /** What a field holds, with what is not saved yet. */
  valueOf(entry: Entry, path: string): unknown {
    const edit = this.#pending.get(this.#keyOf(entry, path));
    return edit ? edit.value : valueAt(entry, path);
  }

  /** What the API has said of the fields of an entry that wait, refused, for the person. */
  errorsOf(entry: Entry): NonNullable<RefusedError['problem']['errors']> {
    return this.#refusedOf(entry).flatMap(({ error }) =>
      error instanceof RefusedError ? (error.problem.errors ?? []) : [],
    );
  }

  /**
   * Takes up what an earlier page has kept, and sends what was not refused and meets no change of a colleague; gives
   * how many there are.
   */
  async takeUp(): Promise<number> {
    const { person, exhibitionId } = this.#owner;
    const kept = await keptEdits(person, exhibitionId).catch(() => []);
    this.#pending.show(kept.filter(({ key }) => !this.#pending.get(key)).map(takenUp));
    void this.#save(idsOf(kept));
    return kept.length;
  }

  /**
   * Changes fields of an entry, and saves them together; resolves once they are saved, or wait for something. What the
   * API has refused of the entry before goes with them: the person sees it among its fields, and mends one of them.
   */
  async change(entry: Entry, values: readonly Changed[]): Promise<void> {
    const again = this.#refusedOf(entry).filter(({ path }) => values.every((one) => one.path !== path));
    await this.changeAll([{ entry, values: [...again.map(({ path, value }) => ({ path, value })), ...values] }]);
  }

  /**
   * Changes fields of many entries together. All is kept before the first is sent. Gives the entries of which something
   * of it is not saved.
   */
  async changeAll(changes: readonly EntryChange[], onProgress?: (saved: number) => void): Promise<string[]> {
    const edits = changes.flatMap(({ entry, values }) => values.map((changed) => this.#editOf(entry, changed)));
    // What may be stored by now has to be put back, and is not done with.
    const isDone = ({ base, value, sent = [] }: Edit) => sent.length === 0 && isSameJson(base, value);
    this.#pending.forget(edits.filter(isDone).map(({ key }) => key));
    this.#pending.put(edits.filter((edit) => !isDone(edit)));
    await this.#save(
      changes.map(({ entry }) => entry.id),
      onProgress,
    );
    // What an entry waited with before is not of this change.
    const isLeft = ({ entry, values }: EntryChange) =>
      values.some(({ path }) => this.#pending.get(this.#keyOf(entry, path)));
    return changes.filter(isLeft).map(({ entry }) => entry.id);
  }

  /** What waits, refused by the API, of an entry for the person. */
  #refusedOf({ id }: Entry): Edit[] {
    return [...this.#pending.all().values()].filter(({ entryId, state }) => entryId === id && state === 'refused');
  }

  #keyOf({ id }: Entry, path: string): string {
    return keyOf(this.#owner.person, id, path);
  }

  /** A change of a field; of one that waits already it takes the place. */
  #editOf(entry: Entry, { path, value, seen }: Changed): Edit {
    const { id: entryId, entryNumber } = entry;
    const key = this.#keyOf(entry, path);
    const before = this.#pending.get(key);
    const base = before ? before.base : seen ? seen.value : valueAt(entry, path);
    const whose = { ...this.#owner, key, entryId, entryNumber, path };
    return { ...whose, base, value, sent: before?.sent, writtenAt: now().toISOString(), state: 'saving' };
  }

  /**
   * Sends again what the API has refused, and what conflicts: then in place of the value that another member of the
   * staff has saved.
   */
  retryAll(edits: readonly Edit[]): void {
    this.#pending.put(
      edits.map(({ error: _, theirs, isOwn: __, ...edit }) => ({
        ...edit,
        ...(edit.state === 'conflict' && { base: theirs }),
        state: 'saving',
      })),
    );
    void this.#save(idsOf(edits));
  }

  /** Leaves the fields as they are stored. */
  dropAll(edits: readonly Edit[]): void {
    this.#pending.forget(edits.map(({ key }) => key));
  }

  /** Stops trying; what is not saved stays in this browser. */
  close(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  /** Saves what some entries wait with; resolves once it is saved, or waits for something. */
  async #save(entryIds: readonly string[], onProgress?: (saved: number) => void): Promise<void> {
    // What is changed while an entry is sent is sent by the same loop.
    const others = entryIds.flatMap((id) => this.#saving.get(id) ?? []);
    const own = entryIds.filter((id) => !this.#saving.has(id));
    const release = (ids: readonly string[]) => {
      for (const id of ids) if (this.#saving.get(id) === run) this.#saving.delete(id);
    };
    const run = Promise.resolve().then(() => this.#saveOwn(own, release, onProgress));
    for (const id of own) this.#saving.set(id, run);
    await Promise.all([run, ...others]);
  }

  /** Sends as many in a request as it takes. Each entry is released once nothing of it is left to send. */
  async #saveOwn(
    own: readonly string[],
    release: (ids: readonly string[]) => void,
    onProgress?: (saved: number) => void,
  ): Promise<void> {
    try {
      for (let left = own; left.length > 0; ) {
        const due = left.filter((id) => this.#pending.unsent(id).length > 0);
        release(left.filter((id) => !due.includes(id)));
        onProgress?.(own.length - due.length);
        const batch = due.slice(0, maxArtworkChanges);
        const stopped = batch.length > 0 ? await this.#send(batch) : [];
        release(stopped);
        left = due.filter((id) => !stopped.includes(id));
      }
    } finally {
      release(own);
    }
  }

  /**
   * Sends the changes of some entries in one request; those that it has no room for are left to the next one. Gives the
   * entries of which the next request must send nothing: their changes wait.
   */
  async #send(entryIds: readonly string[]): Promise<readonly string[]> {
    const stopped: string[] = [];
    const stop = (entryId: string, error: unknown, edits?: readonly Edit[]): void => {
      if (this.#stop(entryId, error, edits)) stopped.push(entryId);
    };
    const entries = await this.#entriesOf(entryIds, stop);
    for (const entry of entries) this.#pending.meet(entry, this.#isOwn(entry));
    const due = entries
      .map((entry) => ({ entry, edits: this.#pending.unsent(entry.id) }))
      .filter(({ edits }) => edits.length > 0)
      .map(({ entry, edits }) => ({
        edits,
        change: { artworkId: entry.id, version: entry.version, patch: patchOfEdits(entry, edits) },
      }));
    if (due.length === 0) return stopped;
    const batch = requestBatch(due, maxArtworkChanges, ({ change }) => JSON.stringify(change));
    const changes = batch.map(({ change }) => change);
    const sent = new Map(batch.map(({ edits, change }) => [change.artworkId, edits]));
    this.#pending.markSent([...sent.values()].flat());
    try {
      const params = { id: this.#owner.exhibitionId };
      const { items } = await this.#api.call('updateArtworks', { params, body: { changes } });
      const isStuck = items.every(({ problem }) => problem && isPassingStatus(problem.status));
      for (const { artworkId, artwork, problem } of items) {
        const edits = sent.get(artworkId) ?? [];
        try {
          if (problem) this.#pending.takeBack(edits);
          if (!problem) await this.#settle(artworkId, artwork, edits);
          // What others have saved is met before the next request.
          else if (problem.status === 412) await this.#read(artworkId);
          // The API had no time for an entry: the next request sends it again.
          else if (isStuck || !isPassingStatus(problem.status)) stop(artworkId, new RefusedError(problem), edits);
        } catch (error) {
          stop(artworkId, error);
        }
      }
    } catch (error) {
      for (const { artworkId } of changes) stop(artworkId, error);
    }
    return stopped;
  }

  /** Entries as they are known, or read; `failed` is told of those that cannot be read. */
  async #entriesOf(ids: readonly string[], failed: (id: string, error: unknown) => void): Promise<Entry[]> {
    const found = await Promise.all(
      ids.map(async (id) => {
        try {
          const known = this.#list.read(id);
          return known && !this.#pending.isUnsure(known) ? known : await this.#read(id);
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
    this.#pending.settle(saved ?? (await this.#read(entryId)), edits);
  }

  /**
   * Lets the changes of an entry wait where they may do better later, and is true then; leaves those that failed
   * otherwise to the person.
   */
  #stop(entryId: string, error: unknown, failed: readonly Edit[] = this.#pending.unsent(entryId)): boolean {
    const waitsFor = waitsForOf(error);
    if (waitsFor) {
      this.#pending.put(this.#pending.unsent(entryId).map((edit) => ({ ...edit, state: waitsFor })));
      this.#wait();
    } else this.#pending.refuse(failed, error);
    return waitsFor !== undefined;
  }

  async #read(entryId: string): Promise<Entry> {
    const params = { id: this.#owner.exhibitionId, artworkId: entryId };
    const entry = await this.#api.call('getStaffArtwork', { params });
    this.#list.replace(entry);
    return entry;
  }

  /** Whether the same person has saved an entry, elsewhere. Who it was may be hidden. */
  #isOwn({ updatedBy }: Entry): boolean {
    return updatedBy !== undefined && idOf(updatedBy) === this.#owner.person;
  }

  #wait(): void {
    this.#stopWaiting ??= untilSent(async () => {
      const waiting = () => [...this.#pending.all().values()].filter(isWaiting);
      await this.#save(idsOf(waiting()));
      const isDone = waiting().length === 0;
      if (isDone) this.#stopWaiting = undefined;
      return isDone;
    });
  }
}
