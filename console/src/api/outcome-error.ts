/**
 * The API has not answered that an act is done. `unknown`: the console does not know yet whether the API did it.
 * `notDone`: the connection broke off before. `overtaken`: another version had been saved before.
 */
export class OutcomeError extends Error {
  readonly outcome: 'unknown' | 'notDone' | 'overtaken';
  /** Who saved that version; undefined where it was the same person, in another tab or on another device. */
  readonly by: string | undefined;

  constructor(outcome: OutcomeError['outcome'], by?: string) {
    super(outcome);
    this.name = 'OutcomeError';
    this.outcome = outcome;
    this.by = by;
  }
}
