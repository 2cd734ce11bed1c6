/**
 * What became of an act of which no good answer has come: nobody knows yet; the connection broke off before it was done; or another version was there
 * already, by `name`.
 */
export class OutcomeError extends Error {
  readonly outcome: 'unknown' | 'notDone' | 'overtaken';
  /** Who has made the other version, where it is known. */
  readonly by: string;

  constructor(outcome: OutcomeError['outcome'], by = '') {
    super(outcome);
    this.name = 'OutcomeError';
    this.outcome = outcome;
    this.by = by;
  }
}
