import { type PublicChange, publicChange } from './face.ts';

/** A record of the table's stream, as far as it tells of a change. */
export interface ChangeRecord {
  readonly dynamodb?:
    | {
        readonly Keys?: Parameters<typeof publicChange>[0];
        readonly OldImage?: Parameters<typeof publicChange>[1];
        readonly NewImage?: Parameters<typeof publicChange>[2];
      }
    | undefined;
}

/**
 * The changes that records of the stream tell of, in their order, and an error for each record that tells of none: whoever follows
 * the stream does its work for the others first, and throws then, so that what could not be read comes again.
 */
export const changesIn = (records: readonly ChangeRecord[]): { changes: PublicChange[]; unreadable: unknown[] } => {
  const changes: PublicChange[] = [];
  const unreadable: unknown[] = [];
  for (const { dynamodb } of records) {
    try {
      changes.push(publicChange(dynamodb?.Keys, dynamodb?.OldImage, dynamodb?.NewImage));
    } catch (error) {
      unreadable.push(error);
    }
  }
  return { changes, unreadable };
};

/** A change as a log names it: what it is of, and the editions before and after. */
export const inShort = ({ kind, id, before, after }: PublicChange): object => ({
  kind,
  id,
  before: before?.edition,
  after: after?.edition,
});
