import type { KeptEdit } from '../kept.ts';

/** A change of a field that is not saved yet. */
export interface Edit extends KeptEdit {
  /** `waiting` for the connection or a new session; `refused` by the API; in `conflict` with what somebody else has saved. */
  readonly state: 'saving' | 'waiting' | 'refused' | 'conflict';
  /** Why it was refused. */
  readonly error?: unknown;
  /** What somebody else has made of the field. */
  readonly theirs?: unknown;
}
