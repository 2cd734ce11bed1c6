import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { databaseFile } from './dynamodb-program.ts';
import type { Position } from './streams.ts';

/**
 * Dynoxide looks through all records of a stream at each write to its table and at each reading, as it has no index for
 * them: after 10,000 records a write takes 10 ms. With these indexes, made for exactly its queries, it takes as long as
 * the first.
 */
const indexes = [
  'CREATE INDEX IF NOT EXISTS _stream_reading ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER))',
  'CREATE INDEX IF NOT EXISTS _stream_writing ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
];

/** SQLITE_BUSY: {@link https://www.sqlite.org/rescode.html#busy}. */
const busy = 5;

/** How many records are deleted in one transaction: it is over before a write of dynoxide has waited for long. */
const atOnce = 500;

/**
 * The records of streams in dynoxide's file. Dynoxide keeps each of them for ever, where DynamoDB keeps them for a day.
 */
export class StreamRecords {
  readonly #database: DatabaseSync;
  readonly #deletion: StatementSync;

  /** `folder` is dynoxide's, which must have created its file. */
  constructor(folder: string) {
    this.#database = new DatabaseSync(databaseFile(folder), { timeout: 10_000 });
    for (const index of indexes) this.#database.exec(index);
    this.#database.exec('PRAGMA busy_timeout = 100');
    this.#deletion = this.#database.prepare(
      `DELETE FROM _stream_records WHERE rowid IN (
        SELECT rowid FROM _stream_records
        WHERE table_name = ? AND shard_id = ? AND CAST(sequence_number AS INTEGER) < ?
        LIMIT ${atOnce}
      )`,
    );
  }

  /**
   * Deletes some of the records before a position, and tells whether there may be more. The record at the position
   * stays: dynoxide counts on from the last one that it finds. Throws where dynoxide is writing for long.
   */
  trim(table: string, position: Position): boolean {
    return Object.entries(position)
      .map(([shard, sequenceNumber]) => this.#deletion.run(table, shard, BigInt(sequenceNumber)).changes)
      .some((changes) => Number(changes) === atOnce);
  }

  close(): void {
    this.#database.close();
  }
}

/**
 * How often records are deleted, and for how long at a time, in milliseconds: what else this process does must go on.
 */
const [interval, turn] = [1000, 50];

/**
 * Deletes the records that every consumer has passed, from now on until the returned function is called. `passed` gives
 * the positions by table.
 */
export const startTrimming = (
  records: StreamRecords,
  passed: () => ReadonlyMap<string, Position>,
  report: (error: unknown) => void,
): (() => void) => {
  const trim = (): void => {
    const until = performance.now() + turn;
    try {
      for (const [table, position] of passed()) while (records.trim(table, position) && performance.now() < until);
    } catch (error) {
      // Dynoxide is writing: there will be another turn.
      if (!(error instanceof Error && 'errcode' in error && error.errcode === busy)) report(error);
    }
  };
  const timer = setInterval(trim, interval);
  trim();
  return () => clearInterval(timer);
};
