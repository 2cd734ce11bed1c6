import { type PublicChange, publicChange } from '../store/public-summary.ts';

/** A record of the table's stream, as far as it tells of a change. */
export interface StreamRecordSummary {
  readonly eventID?: string | undefined;
  readonly eventName?: string | undefined;
  readonly dynamodb?:
    | {
        readonly Keys?: Parameters<typeof publicChange>[0];
        readonly OldImage?: Parameters<typeof publicChange>[1];
        readonly NewImage?: Parameters<typeof publicChange>[2];
        readonly SequenceNumber?: string | undefined;
        readonly ApproximateCreationDateTime?: number | undefined;
      }
    | undefined;
}

/** A change, and the record that tells of it. */
export interface StreamChange {
  readonly change: PublicChange;
  readonly record: StreamRecordSummary;
}

/** A record that can never be processed, however often it comes, and why. */
export interface UnprocessableRecord {
  readonly record: StreamRecordSummary;
  readonly error: unknown;
}

/**
 * The changes that records of the stream tell of, in their order, and the records that tell of none. Those would be
 * unreadable the next time too, and block every later record: the consumer of the stream sets them aside and continues.
 */
export const changesIn = (
  records: readonly StreamRecordSummary[],
): { changes: StreamChange[]; unreadable: UnprocessableRecord[] } => {
  const changes: StreamChange[] = [];
  const unreadable: UnprocessableRecord[] = [];
  for (const record of records) {
    const { dynamodb } = record;
    try {
      changes.push({ change: publicChange(dynamodb?.Keys, dynamodb?.OldImage, dynamodb?.NewImage), record });
    } catch (error) {
      unreadable.push({ record, error });
    }
  }
  return { changes, unreadable };
};

/** A change as a log names it: what it is of, and the editions before and after. */
export const toLogFields = ({ kind, id, before, after }: PublicChange): object => ({
  kind,
  id,
  before: before?.edition,
  after: after?.edition,
});
