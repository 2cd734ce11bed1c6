import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { maxArtworkChanges } from '../model/exhibitions/artwork.ts';
import { requestBatch } from '../model/json/request-batch.ts';
import type { SheetEntry } from './check-sheet.ts';
import { compareArtwork, type Difference, patchOf } from './compare-artwork.ts';
import type { ArtworkPatch, ChangeRefusal, EnteredArtwork, EntryTarget } from './entry-target.ts';

/** The outcome of a row whose artwork was entered before. */
export interface Updated {
  /** `narrowed` where only withdrawn consent was written, `updated` where all differences were. */
  readonly result: 'unchanged' | 'differs' | 'narrowed' | 'updated' | 'rejected';
  /** The fields that differed; of a rejected row those that were written. */
  readonly differences: readonly Difference[];
  /** True where the artist could not be compared: the caller may not know whose work it is. */
  readonly isHidden: boolean;
  /** Why it was rejected. */
  readonly reason?: string;
}

/** A row, and the artwork that an earlier run has made from it. */
export interface KnownRow {
  readonly entry: SheetEntry;
  readonly known: EnteredArtwork;
}

/** How often an artwork that changes between reading and writing is compared. */
const attempts = 3;

/** How many artworks are read again at the same time. */
const concurrency = 4;

/** A row whose artwork is to be changed. */
interface Planned extends KnownRow {
  readonly change: ArtworkPatch;
  readonly updated: Updated;
}

/** How rows are compared. */
interface UpdateOptions {
  /** True where all that differs is written, false where that is only what narrows a consent. */
  readonly isUpdate: boolean;
  /** The day that it is where the site is. */
  readonly today: string;
  /** Which attempt it is, the first unless said. */
  readonly attempt?: number;
}

/** Called with what has come of a row. */
type Settle = (row: KnownRow, outcome: Updated) => void;

/** What is to be written of a row, and what its outcome is then. */
const plan = ({ entry, known }: KnownRow, { isUpdate, today }: UpdateOptions): Planned => {
  const { columns, content } = entry;
  const { id: artworkId, version, artistHidden: isHidden = false, ...stored } = known;
  const compared = isHidden ? columns.filter(({ path }) => !path.startsWith('artist.')) : columns;
  const differences = compareArtwork(compared, content, stored, today);
  const written = isUpdate ? differences : differences.filter(({ isNarrower }) => isNarrower);
  const left = differences.length > 0 ? 'differs' : 'unchanged';
  const result = written.length === 0 ? left : isUpdate ? 'updated' : 'narrowed';
  const patch = written.length === 0 ? {} : patchOf(written, content, stored);
  return { entry, known, change: { artworkId, version, patch }, updated: { result, differences, isHidden } };
};

const rejected = (reason: string): Updated => ({ result: 'rejected', differences: [], isHidden: false, reason });

/** True where something of a row narrows consent. */
const narrows = ({ updated }: Planned): boolean => updated.differences.some(({ isNarrower }) => isNarrower);

/**
 * Compares artworks with their rows, and writes what narrows consent, or, where `isUpdate` is true, all differences:
 * rows that narrow come first, each in one change, since half of a row may allow less than the whole. Calls `settle`
 * with the outcome of each row, again where more comes of it; throws where the site cannot be reached.
 */
export const updateArtworks = async (
  target: EntryTarget,
  rows: readonly KnownRow[],
  options: UpdateOptions,
  settle: Settle,
): Promise<void> => {
  if (!options.isUpdate) return writeDifferences(target, rows, options, settle);
  const { first = [], others = [] } = Object.groupBy(rows, (row) => (narrows(plan(row, options)) ? 'first' : 'others'));
  await writeDifferences(target, first, options, settle);
  await writeDifferences(target, others, options, settle);
};

/**
 * Writes differences, many works in a request. Each change names the version that was compared; where others keep
 * changing an artwork, the row is rejected. What is refused is settled and narrowed before the next request, which may
 * find no site.
 */
const writeDifferences = async (
  target: EntryTarget,
  rows: readonly KnownRow[],
  options: UpdateOptions,
  settle: Settle,
): Promise<void> => {
  const { isUpdate, attempt = 1 } = options;
  const planned = rows.map((row) => plan(row, options));
  const isDue = ({ updated: { result } }: Planned) => result === 'updated' || result === 'narrowed';
  for (const row of planned) if (!isDue(row)) settle(row, row.updated);
  for (let due = planned.filter(isDue); due.length > 0; ) {
    const batch = requestBatch(due, maxArtworkChanges, ({ change }) => JSON.stringify(change));
    due = due.slice(batch.length);
    const refusals = await write(target, batch);
    const refused: Planned[] = [];
    const overtaken: KnownRow[] = [];
    for (const [n, row] of batch.entries()) {
      const refusal = refusals[n];
      const updated = refusal ? rejected(refusal.message) : row.updated;
      settle(row, updated);
      if (refusal?.isTransient && attempt < attempts) overtaken.push(row);
      else if (refusal && isUpdate && narrows(row)) refused.push({ ...row, updated });
    }
    await narrowRefused(target, refused, options, settle);
    const next: UpdateOptions = { ...options, attempt: attempt + 1 };
    await writeDifferences(target, await readAgain(target, overtaken, settle), next, settle);
  }
};

/**
 * Writes of rows that were refused as a whole what narrows consent: whatever the rest is refused for, that can be taken
 * back. The reason stays that of the whole.
 */
const narrowRefused = async (
  target: EntryTarget,
  refused: readonly Planned[],
  { today }: UpdateOptions,
  settle: Settle,
): Promise<void> => {
  const wholes = new Map(refused.map(({ entry, updated }) => [entry, updated]));
  const settleNarrowed: Settle = (row, outcome) => {
    const { result, differences } = outcome;
    const written = result === 'narrowed' ? differences.filter(({ isNarrower }) => isNarrower) : [];
    // Another member of the staff may have written meanwhile what the row says.
    settle(row, result === 'unchanged' ? outcome : { ...outcome, ...wholes.get(row.entry), differences: written });
  };
  const narrower: UpdateOptions = { isUpdate: false, today };
  await writeDifferences(target, await readAgain(target, refused, settleNarrowed), narrower, settleNarrowed);
};

/** Writes the changes of some rows; gives in their order why some, or all of them, were refused. */
const write = async (
  target: EntryTarget,
  batch: readonly Planned[],
): Promise<readonly (ChangeRefusal | undefined)[]> => {
  try {
    return await target.changeArtworks(batch.map(({ change }) => change));
  } catch (error) {
    const message = target.refusalOf(error);
    if (message === undefined) throw error;
    return batch.map(() => ({ message, isTransient: false }));
  }
};

/** Rows with their artworks as they are now; those that cannot be read are settled. */
const readAgain = async (target: EntryTarget, rows: readonly KnownRow[], settle: Settle): Promise<KnownRow[]> => {
  const read = await mapWithConcurrency(rows, concurrency, async (row): Promise<KnownRow[]> => {
    try {
      return [{ entry: row.entry, known: await target.readArtwork(row.known.id) }];
    } catch (error) {
      const why = target.refusalOf(error);
      if (why === undefined) throw error;
      settle(row, rejected(why));
      return [];
    }
  });
  return read.flat();
};
