import { documentOf } from '../../aws/document.ts';
import { keyOf, type Page, queryAll, queryPage, type Range } from '../../aws/table.ts';
import { checkWrite, deleteWrite, exists, isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { type Artwork, artworkSchema } from '../../model/exhibitions/artwork.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import type { AuditAction } from '../../model/staff/audit.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { nameRemoval, nameWrites } from '../mentions/withheld-names.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';
import { readDocument, versionCheck, versionRemoval, versionWrite, writeVersion } from '../store/versions.ts';
import { uploadClaim, uploadRelease } from '../uploads/uploads.ts';
import { entryKey } from './entry-numbers.ts';
import { formerUploadWrite } from './former-uploads.ts';

/** What the sort keys of artworks begin with; an id follows. */
export const artworkPrefix = 'ARTWORK#';

export const artworkKey = (exhibitionId: string, id: string) =>
  keyOf(exhibitionPk(exhibitionId), `${artworkPrefix}${id}`);

/** Makes a transaction fail where an artwork was deleted. */
export const artworkCheck = (exhibitionId: string, id: string): Write =>
  checkWrite(deskTable, artworkKey(exhibitionId, id), exists('artwork'));

/** Makes a transaction fail where an artwork has another version than the one that was read. */
export const artworkVersionCheck = (artwork: Artwork): Write =>
  versionCheck(artworkKey(artwork.exhibitionId, artwork.id), artwork, 'artwork');

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
export const entryNumberCondition = 'entryNumber';

/** An artwork, read consistently; `undefined` if there is none. */
export const readArtwork = (exhibitionId: string, id: string): Promise<Artwork | undefined> =>
  readDocument(artworkKey(exhibitionId, id), artworkSchema);

const claimName = ({ exhibitionId, id }: Artwork): string => `${exhibitionId}/${id}`;

const entryClaim = ({ exhibitionId, entryNumber, id }: Artwork): Write => ({
  ...putWrite(deskTable, { ...entryKey(exhibitionId, entryNumber), artworkId: { S: id } }, isNew(entryNumberCondition)),
  refusal: () => new ConflictError([fieldError('entryNumber', 'entryNumberTaken', { entryNumber })]),
});

const entryRelease = ({ exhibitionId, entryNumber }: Artwork): Write =>
  deleteWrite(deskTable, entryKey(exhibitionId, entryNumber));

/** The claims that change with a version: its number in the exhibition, and its image. */
const claims = (artwork: Artwork, previous: Artwork | undefined): Write[] => [
  ...(artwork.entryNumber === previous?.entryNumber
    ? []
    : [entryClaim(artwork), ...(previous ? [entryRelease(previous)] : [])]),
  ...(artwork.uploadId === previous?.uploadId
    ? []
    : [
        ...(artwork.uploadId ? [uploadClaim(artwork.uploadId, claimName(artwork))] : []),
        ...(previous?.uploadId
          ? [
              uploadRelease(previous.uploadId, claimName(artwork)),
              formerUploadWrite(artwork.exhibitionId, artwork.id, previous.uploadId),
            ]
          : []),
      ]),
];

interface ArtworkVersion {
  readonly artwork: Artwork;
  /** The version in whose place it comes: none, where the artwork is new. */
  readonly previous: Artwork | undefined;
  readonly action: Extract<AuditAction, `artwork.${string}`>;
  readonly others?: readonly Write[];
  readonly places?: readonly FieldLocation[];
}

/**
 * Writes a version of an artwork with its audit entry, which names the other `places` that the action has changed, and
 * `others`; or nothing. No earlier version is kept: it would be children's data without a use. Throws
 * `VersionConflictError`, or `ConditionsFailedError` with `entryNumberCondition` where the number is taken,
 * `uploadCondition` where the upload is unknown or belongs to another artwork.
 */
export const saveArtwork = async (
  { artwork, previous, action, others = [], places = [] }: ArtworkVersion,
  context: ActionContext,
): Promise<void> =>
  writeVersion(
    [
      versionWrite(
        artworkKey(artwork.exhibitionId, artwork.id),
        withUnknownFields(artworkSchema, previous, artwork),
        previous,
        // For callers that need no more than this of all artworks: see `artwork-fingerprints.ts`.
        {
          entryNumber: { S: String(artwork.entryNumber) },
          createdBy: { S: artwork.createdBy },
          ...(artwork.uploadId && { uploadId: { S: artwork.uploadId } }),
        },
      ),
      ...claims(artwork, previous),
      ...nameWrites(artwork, previous),
      auditWrite(context, action, artwork.id, { version: artwork.version, places }),
      ...others,
    ],
    () => readArtwork(artwork.exhibitionId, artwork.id),
  );

/**
 * Takes an artwork out of the desk, its number and its record, together with `others`. `erasures.ts` sees to its files.
 * Throws `VersionConflictError`.
 */
export const deleteArtwork = (artwork: Artwork, others: readonly Write[]): Promise<void> => {
  const removal = versionRemoval(artworkKey(artwork.exhibitionId, artwork.id), artwork);
  return writeVersion(
    [removal, entryRelease(artwork), ...nameRemoval(artwork.exhibitionId, artwork.id), ...others],
    () => readArtwork(artwork.exhibitionId, artwork.id),
  );
};

const range = (exhibitionId: string, from: string): Range => ({
  pk: exhibitionPk(exhibitionId),
  between: [from, `${artworkPrefix}~`],
});

/** A page of the artworks of an exhibition in the order of their ids. */
export const readArtworksPage = (
  exhibitionId: string,
  limit: number,
  after: string | undefined,
): Promise<Page<Artwork>> => {
  // '$' follows no character of an id: the page begins behind it.
  const from = after === undefined ? artworkPrefix : `${artworkPrefix}${after}$`;
  return queryPage(deskTable, { ...range(exhibitionId, from), limit }, documentOf(artworkSchema));
};

/** Every artwork of an exhibition in the order of their ids. */
export const readArtworks = (exhibitionId: string): Promise<Artwork[]> =>
  queryAll(deskTable, range(exhibitionId, artworkPrefix), documentOf(artworkSchema));
