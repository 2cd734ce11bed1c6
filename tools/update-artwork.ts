import * as z from 'zod';
import { type ApiTarget, ApiVersionConflictError, callApi } from './api.ts';
import type { SheetEntry } from './check-sheet.ts';
import { compareArtwork, type Difference, patchOf, type StoredContent } from './sheet/compare-artwork.ts';

const storedSchema = z.looseObject({ version: z.int(), artistHidden: z.literal(true).optional() });

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
 * consent it always writes. Each write names the version that was compared. Throws `ApiError` where the site refuses
 * it, `ApiVersionConflictError` where others keep changing the artwork.
 */
export const updateArtwork = async (
  site: ApiTarget,
  { exhibitionId, artworkId }: { readonly exhibitionId: string; readonly artworkId: string },
  { columns, content }: SheetEntry,
  isUpdate: boolean,
): Promise<Updated> => {
  const path = `/exhibitions/${exhibitionId}/artworks/${artworkId}`;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await callApi(site, path);
    const { version, artistHidden: isHidden = false } = storedSchema.parse(answer);
    const stored = answer as StoredContent;
    const compared = isHidden ? columns.filter(({ path }) => !path.startsWith('artist.')) : columns;
    const differences = compareArtwork(compared, content, stored);
    const written = isUpdate ? differences : differences.filter(({ isNarrower }) => isNarrower);
    if (written.length === 0) {
      return { result: differences.length > 0 ? 'differs' : 'unchanged', differences, isHidden };
    }
    try {
      await callApi(site, path, { method: 'PATCH', version, body: JSON.stringify(patchOf(written, content, stored)) });
      return { result: isUpdate ? 'updated' : 'narrowed', differences, isHidden };
    } catch (error) {
      if (!(error instanceof ApiVersionConflictError) || attempt === attempts) throw error;
    }
  }
};
