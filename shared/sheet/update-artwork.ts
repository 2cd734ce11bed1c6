import type { SheetEntry } from './check-sheet.ts';
import { compareArtwork, type Difference, patchOf } from './compare-artwork.ts';
import type { EntryTarget } from './entry-target.ts';

/** The outcome of a row whose artwork was entered before. */
export interface Updated {
  /** `narrowed` where only withdrawn consent was written, `updated` where all differences were. */
  readonly result: 'unchanged' | 'differs' | 'narrowed' | 'updated';
  /** The fields that differed. */
  readonly differences: readonly Difference[];
  /** True where the artist could not be compared: the rating is blind for this user. */
  readonly isHidden: boolean;
}

/** How often an artwork that changes between reading and writing is read again. */
const attempts = 3;

/**
 * Compares an artwork with its row, and writes the differences where `isUpdate` is true. Differences that narrow
 * consent it always writes. Each write names the version that was compared. Throws what the target throws where it
 * is refused, or where others keep changing the artwork.
 */
export const updateArtwork = async (
  target: EntryTarget,
  artworkId: string,
  { columns, content }: SheetEntry,
  isUpdate: boolean,
): Promise<Updated> => {
  for (let attempt = 1; ; attempt += 1) {
    const { version, artistHidden: isHidden = false, ...stored } = await target.readArtwork(artworkId);
    const compared = isHidden ? columns.filter(({ path }) => !path.startsWith('artist.')) : columns;
    const differences = compareArtwork(compared, content, stored);
    const written = isUpdate ? differences : differences.filter(({ isNarrower }) => isNarrower);
    if (written.length === 0) {
      return { result: differences.length > 0 ? 'differs' : 'unchanged', differences, isHidden };
    }
    try {
      await target.changeArtwork({ artworkId, version }, patchOf(written, content, stored));
      return { result: isUpdate ? 'updated' : 'narrowed', differences, isHidden };
    } catch (error) {
      if (!target.isVersionConflict(error) || attempt === attempts) throw error;
    }
  }
};
