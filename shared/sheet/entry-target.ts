import type { ArtworkContent } from '../model/artwork.ts';
import type { StoredContent } from './compare-artwork.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** An artwork that an exhibition has. */
export interface EnteredArtwork {
  readonly id: string;
  readonly entryNumber: number;
  readonly uploadId?: string | undefined;
  readonly uploadState?: string | undefined;
}

/** An artwork as it is read to be compared. */
export interface StoredArtwork extends StoredContent {
  readonly version: number;
  readonly artistHidden?: true | undefined;
}

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
  readonly createArtwork: (
    content: ArtworkContent & { readonly uploadId: string },
  ) => Promise<Pick<EnteredArtwork, 'id' | 'entryNumber'>>;
  readonly readArtwork: (artworkId: string) => Promise<StoredArtwork>;
  /** Makes a change (JSON Merge Patch, RFC 7396) to a version of an artwork. */
  readonly changeArtwork: (
    artwork: { readonly artworkId: string; readonly version: number },
    patch: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  /** Why a row was refused, where an error says that and nothing else: a repetition would not help. */
  readonly refusalOf: (error: unknown) => string | undefined;
  /** True where somebody else has changed the artwork meanwhile. */
  readonly isVersionConflict: (error: unknown) => boolean;
}
