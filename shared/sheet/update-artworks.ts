import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { maxArtworkChanges } from '../model/exhibitions/artwork.ts';
import type { SheetEntry } from './check-sheet.ts';
import { compareArtwork, type Difference, patchOf } from './compare-artwork.ts';
import { type ChangeRefusal, type EnteredArtwork, type EntryTarget, RefusedRowError } from './entry-target.ts';

/** The outcome of a row whose artwork was entered before. */
export interface Updated {
  /** `narrowed` where only withdrawn consent was written, `updated` where all differences were. */
  readonly result: 'unchanged' | 'differs' | 'narrowed' | 'updated';
  /** The fields that differed. */
  readonly differences: readonly Difference[];
  /** True where the artist could not be compared: the rating is blind for this user. */
  readonly isHidden: boolean;
}

/** A row, and the artwork that an earlier run has made from it. */
export interface KnownRow {
  readonly entry: SheetEntry;
  readonly known: EnteredArtwork;
}

/** How often an artwork that changes between reading and writing is read again. */
const attempts = 3;

/** How many artworks are read again at the same time. */
const concurrency = 4;

/** A row whose artwork is to be changed. */
interface Planned extends KnownRow {
  readonly patch: Readonly<Record<string, unknown>>;
  readonly updated: Updated;
}

/** What is to be written of a row, and what its outcome is then. */
const plan = ({ entry, known }: KnownRow, isUpdate: boolean): Planned => {
  const { columns, content } = entry;
  const { artistHidden: isHidden = false, ...stored } = known;
  const compared = isHidden ? columns.filter(({ path }) => !path.startsWith('artist.')) : columns;
  const differences = compareArtwork(compared, content, stored);
  const written = isUpdate ? differences : differences.filter(({ isNarrower }) => isNarrower);
  const left = differences.length > 0 ? 'differs' : 'unchanged';
  const result = written.length === 0 ? left : isUpdate ? 'updated' : 'narrowed';
  const patch = written.length === 0 ? {} : patchOf(written, content, stored);
  return { entry, known, patch, updated: { result, differences, isHidden } };
};

const needsWriting = ({ updated: { result } }: Planned): boolean => result === 'updated' || result === 'narrowed';

/**
 * Compares artworks with their rows, and writes the differences where `isUpdate` is true, many works in a request.
 * Differences that narrow consent it always writes. Each change names the version that was compared; where others keep
 * changing an artwork, the row is refused. Calls `settle` with the outcome of each row, or why it was refused; throws
 * where the site cannot be reached.
 */
export const updateArtworks = async (
  target: EntryTarget,
  rows: readonly KnownRow[],
  isUpdate: boolean,
  settle: (row: KnownRow, outcome: Updated | RefusedRowError) => void,
): Promise<void> => {
  let pending = rows;
  for (let attempt = 1; pending.length > 0; attempt += 1) {
    const planned = pending.map((row) => plan(row, isUpdate));
    for (const row of planned) if (!needsWriting(row)) settle(row, row.updated);
    const due = planned.filter(needsWriting);
    const again: KnownRow[] = [];
    for (let begin = 0; begin < due.length; begin += maxArtworkChanges) {
      const batch = due.slice(begin, begin + maxArtworkChanges);
      const refusals = await write(target, batch);
      const overtaken: Planned[] = [];
      for (const [n, row] of batch.entries()) {
        const refusal = refusals[n];
        if (!refusal) settle(row, row.updated);
        else if (!refusal.isTransient || attempt === attempts) settle(row, new RefusedRowError(refusal.message));
        else overtaken.push(row);
      }
      const read = await mapWithConcurrency(overtaken, concurrency, (row) => readAgain(target, row));
      for (const [n, row] of overtaken.entries()) {
        const known = read[n];
        if (known instanceof RefusedRowError) settle(row, known);
        else if (known) again.push({ entry: row.entry, known });
      }
    }
    pending = again;
  }
};

/** Writes the changes of some rows; gives in their order why some, or all of them, were refused. */
const write = async (
  target: EntryTarget,
  batch: readonly Planned[],
): Promise<readonly (ChangeRefusal | undefined)[]> => {
  try {
    return await target.changeArtworks(
      batch.map(({ known: { id: artworkId, version }, patch }) => ({ artworkId, version, patch })),
    );
  } catch (error) {
    const message = target.refusalOf(error);
    if (message === undefined) throw error;
    return batch.map(() => ({ message, isTransient: false }));
  }
};

/** The artwork as it is now; why it cannot be read, where it is gone. */
const readAgain = async (target: EntryTarget, { known }: KnownRow): Promise<EnteredArtwork | RefusedRowError> => {
  try {
    return await target.readArtwork(known.id);
  } catch (error) {
    const why = target.refusalOf(error);
    if (why === undefined) throw error;
    return new RefusedRowError(why);
  }
};
