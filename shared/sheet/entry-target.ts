import type { ArtworkContent } from '../model/exhibitions/artwork.ts';
import type { StoredContent } from './compare-artwork.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** An artwork that an exhibition has. */
export interface EnteredArtwork extends StoredContent {
  readonly id: string;
  readonly entryNumber: number;
  readonly uploadId?: string | undefined;
  readonly uploadState?: string | undefined;
  readonly version: number;
  readonly artistHidden?: true | undefined;
}

/** A change of a version of an artwork (JSON Merge Patch, RFC 7396). */
interface ArtworkPatch {
  readonly artworkId: string;
  readonly version: number;
  readonly patch: Readonly<Record<string, unknown>>;
}

/** Why a change was refused. */
export interface ChangeRefusal {
  readonly message: string;
  /** True where the same may be done to the artwork as it is now, or in a moment. */
  readonly isTransient: boolean;
}

/** True of the statuses of refusals that another attempt may help against. */
export const isTransientStatus = (status: number): boolean => status === 412 || status === 429 || status >= 500;

/** The upload of a file: the one known by its SHA-256, or a new one that waits for the bytes. */
export interface StartedUpload {
  readonly uploadId: string;
  /** Sends the bytes; does nothing where they are there already. */
  readonly send: () => Promise<void>;
}

/** A row that is refused; the message says why. */
export class RefusedRowError extends Error {
  override readonly name = 'RefusedRowError';
}

/** The exhibition that artworks are entered into, by whichever way the API is reached. */
export interface EntryTarget {
  /** All artworks that it has already. */
  readonly listArtworks: () => Promise<readonly EnteredArtwork[]>;
  readonly startUpload: (file: OutgoingFile) => Promise<StartedUpload>;
  /** Waits until an upload is ready. Rejects once `isWithinTimeout`, called before every pause, returns false. */
  readonly awaitReady: (uploadId: string, isWithinTimeout: () => boolean) => Promise<void>;
  /** Enters an artwork, once however often it has to ask. */
  readonly createArtwork: (
    content: ArtworkContent & { readonly uploadId: string },
  ) => Promise<Pick<EnteredArtwork, 'id' | 'entryNumber'>>;
  readonly readArtwork: (artworkId: string) => Promise<EnteredArtwork>;
  /** Changes at most `maxArtworkChanges` artworks, and says in their order which were refused. */
  readonly changeArtworks: (changes: readonly ArtworkPatch[]) => Promise<readonly (ChangeRefusal | undefined)[]>;
  /** Why a row was refused, where an error says that and nothing else: a repetition would not help. */
  readonly refusalOf: (error: unknown) => string | undefined;
}
