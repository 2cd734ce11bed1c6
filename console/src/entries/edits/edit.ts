import type { KeptEdit } from '../kept.ts';

/** A change of a field that is not saved yet. */
export interface Edit extends KeptEdit {
  /**
   * `saving`: the API is asked. `waiting`: there is no connection, or the session has ended; it is sent again by
   * itself. `refused`: the API has said why in `error`. `conflict`: another person has saved `theirs` in the same
   * field, or the same one elsewhere (`isOwn`). The last two wait for the person.
   */
  readonly state: 'saving' | 'waiting' | 'refused' | 'conflict';
  /** Why the API has refused it. */
  readonly error?: unknown;
  /** The value that another member of the staff has saved in the field, where there is a conflict. */
  readonly theirs?: unknown;
  /** The person has saved that, in another tab or on another device. */
  readonly isOwn?: boolean;
}
