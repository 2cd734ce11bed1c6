import type { ArtworkContent } from '../model/exhibitions/artwork.ts';
import { columnFor } from './columns.ts';
import type { StoredContent } from './compare-artwork.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** An artwork that an exhibition has. */
export interface EnteredArtwork extends StoredContent {
  readonly id: string;
  readonly entryNumber: number;
  /** SHA-256 of the bytes of its image, in lower-case hex. */
  readonly uploadSha256?: string | undefined;
  readonly uploadState?: string | undefined;
  readonly version: number;
  readonly artistHidden?: true | undefined;
}

/** A change of a version of an artwork (JSON Merge Patch, RFC 7396). */
export interface ArtworkPatch {
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
const isTransientStatus = (status: number): boolean => status === 412 || status === 429 || status >= 500;

/** The problem for which the API has refused a change. */
interface RefusedChange {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

/** The words of a refusal, with fields named as the columns that fill them. */
const byColumn = ({ detail, errors = [] }: RefusedChange): string =>
  errors.length > 0
    ? errors.map(({ path, message }) => `${path && `${columnFor(path)}: `}${message}`).join('; ')
    : detail;

/** Why the API has refused a change. */
export const changeRefusal = (problem: RefusedChange): ChangeRefusal => ({
  message: byColumn(problem),
  isTransient: isTransientStatus(problem.status),
});

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
  /** Changes as many artworks as a request takes, and says in their order which were refused. */
  readonly changeArtworks: (changes: readonly ArtworkPatch[]) => Promise<readonly (ChangeRefusal | undefined)[]>;
  /** Why a row was refused, where an error says that and nothing else: a repetition would not help. */
  readonly refusalOf: (error: unknown) => string | undefined;
}
