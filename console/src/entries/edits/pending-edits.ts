import { isSameJson } from '../../../../shared/model/json/is-same-json.ts';
import type { Entry } from '../entry.ts';
import { valueAt } from '../entry-columns.ts';
import { forgetEdit, keepEdit } from '../kept.ts';
import { type Edit, isUnsent, keptOf } from './edit.ts';

/** The changes that are not saved yet, by `entryId/path` of a person: on the screen, and in this browser. */
export class PendingEdits {
  readonly #mayKeep: () => boolean;
  readonly #listeners = new Set<() => void>();
  #edits: ReadonlyMap<string, Edit> = new Map();

  /** They are kept in the browser as long as `mayKeep` says so: who signs out leaves nothing behind. */
  constructor(mayKeep: () => boolean) {
    this.#mayKeep = mayKeep;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly all = (): ReadonlyMap<string, Edit> => this.#edits;

  get(key: string): Edit | undefined {
    return this.#edits.get(key);
  }

  /** Those of an entry that are to be sent. */
  unsent(entryId: string): Edit[] {
    return [...this.#edits.values()].filter((edit) => edit.entryId === entryId && isUnsent(edit));
  }

  /** Shows changes, each in place of an earlier one of the same field, and leaves what is kept as it is. */
  show(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const after = new Map(this.#edits);
    for (const edit of edits) after.set(edit.key, edit);
    this.#tell(after);
  }

  /** Shows changes and keeps them. */
  put(edits: readonly Edit[]): void {
    if (this.#mayKeep()) for (const edit of edits) void keepEdit(keptOf(edit)).catch(() => {});
    this.show(edits);
  }

  forget(keys: readonly string[]): void {
    if (keys.length === 0) return;
    const left = new Map(this.#edits);
    for (const key of keys) {
      void forgetEdit(key).catch(() => {});
      left.delete(key);
    }
    this.#tell(left);
  }

  /**
   * Compares the changes of an entry with what is stored: where another member of the staff, or the person elsewhere
   * (`isOwn`), has changed the same field since the person saw it, the person is asked.
   */
  meet(entry: Entry, isOwn: boolean): void {
    const stored: string[] = [];
    const conflicts: Edit[] = [];
    for (const edit of this.unsent(entry.id)) {
      const theirs = valueAt(entry, edit.path);
      const isKnown = [edit.base, ...(edit.sent ?? [])].some((value) => isSameJson(theirs, value));
      if (isSameJson(theirs, edit.value)) stored.push(edit.key);
      else if (!isKnown) conflicts.push({ ...edit, state: 'conflict', theirs, isOwn });
    }
    this.forget(stored);
    this.put(conflicts);
  }

  /** True where a change seems to be stored, and another value of it, that was sent before, may be stored instead. */
  isUnsure(entry: Entry): boolean {
    return this.unsent(entry.id).some(
      ({ path, value, sent = [] }) => sent.length > 0 && isSameJson(valueAt(entry, path), value),
    );
  }

  /** Remembers what is sent: until there is an answer, it may be stored or not. */
  markSent(edits: readonly Edit[]): void {
    this.show(edits.map((edit) => ({ ...edit, sent: [...(edit.sent ?? []), edit.value] })));
  }

  /** Forgets that changes were sent: the API has said that they are not stored. */
  takeBack(edits: readonly Edit[]): void {
    this.show(this.#present(edits).map(({ edit, before }) => ({ ...edit, sent: before.sent })));
  }

  /** Ends changes that were sent and are stored. What was changed again since then begins from what is stored. */
  settle(stored: Entry, sent: readonly Edit[]): void {
    const done: string[] = [];
    const again: Edit[] = [];
    for (const { edit, before } of this.#present(sent)) {
      const base = valueAt(stored, edit.path);
      if (edit.value === before.value || isSameJson(edit.value, base)) done.push(edit.key);
      else again.push({ ...edit, base, sent: undefined });
    }
    this.forget(done);
    this.put(again);
  }

  /** Leaves to the person what the API refuses, but for what was changed again since it was sent. */
  refuse(sent: readonly Edit[], error: unknown): void {
    const present = this.#present(sent).filter(({ edit, before }) => edit.value === before.value);
    this.put(present.map(({ edit }) => ({ ...edit, state: 'refused', error })));
  }

  /** Changes as they are by now, beside what they were `before`. */
  #present(edits: readonly Edit[]): { readonly edit: Edit; readonly before: Edit }[] {
    return edits.flatMap((before) => {
      const edit = this.#edits.get(before.key);
      return edit ? [{ edit, before }] : [];
    });
  }

  #tell(edits: ReadonlyMap<string, Edit>): void {
    this.#edits = edits;
    for (const listener of this.#listeners) listener();
  }
}
