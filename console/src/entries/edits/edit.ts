import { RefusedError } from '../../api/api.ts';
import type { WaitsFor } from '../../api/waits-for.ts';
import type { KeptEdit, WrittenEdit } from '../kept.ts';

/** A field, and what it is to hold. */
export interface Changed {
  readonly path: string;
  readonly value: unknown;
  /** What the person saw in it, where the entry may have been replaced since. */
  readonly seen?: { readonly value: unknown };
}

/** A change of a field that is not saved yet. */
export interface Edit extends WrittenEdit {
  /**
   * `saving`: the API is asked. What it waits for: it could not be sent, and is sent again by itself. `refused`: the
   * API has said why in `error`. `conflict`: another person has saved `theirs` in the same field, or the same one
   * elsewhere (`isOwn`). The last two wait for the person.
   */
  readonly state: 'saving' | WaitsFor | 'refused' | 'conflict';
  /** Why the API has refused it. */
  readonly error?: unknown;
  /** The value that another member of the staff has saved in the field, where there is a conflict. */
  readonly theirs?: unknown;
  /** The person has saved that, in another tab or on another device. */
  readonly isOwn?: boolean | undefined;
}

/** Whether the page has still to send it: the person has nothing to decide. */
export const isUnsent = ({ state }: Pick<Edit, 'state'>): boolean => state !== 'refused' && state !== 'conflict';

/** Whether the page could not send it, and sends it again by itself. */
export const isWaiting = (edit: Pick<Edit, 'state'>): boolean => isUnsent(edit) && edit.state !== 'saving';

/** A change as this browser keeps it: what waits for the person does so too when the page is opened again. */
export const keptOf = ({ state, error, theirs, isOwn, ...written }: Edit): KeptEdit => {
  if (state === 'conflict') return { ...written, state, theirs, isOwn };
  if (state === 'refused' && error instanceof RefusedError) return { ...written, state, problem: error.problem };
  return written;
};

/** A change that was kept, as the page that is opened takes it up: what can be sent is sent at once. */
export const takenUp = ({ state, problem, theirs, isOwn, ...written }: KeptEdit): Edit => {
  if (state === 'conflict') return { ...written, state, theirs, isOwn };
  if (state === 'refused' && problem) return { ...written, state, error: new RefusedError(problem) };
  return { ...written, state: 'saving' };
};
