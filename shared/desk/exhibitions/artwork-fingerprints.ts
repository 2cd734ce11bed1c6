import { getMany } from '../../aws/get-many.ts';
import { queryAll } from '../../aws/table.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';
import { readUploads, uploadKey } from '../uploads/uploads.ts';
import { artworkPrefix, readArtworks } from './artworks.ts';

/** An entry, and what its image looks like. */
interface ArtworkFingerprint {
  readonly id: string;
  readonly entryNumber: number;
  readonly fingerprint: string;
  readonly createdBy: string;
}

interface EntryImage {
  readonly id: string;
  readonly entryNumber: number;
  readonly createdBy: string;
  readonly uploadId?: string | undefined;
}

/**
 * Every entry of an exhibition in the order of their ids, from three attributes of its item: the texts are not read.
 */
const readEntries = async (exhibitionId: string): Promise<readonly EntryImage[]> => {
  const items = await queryAll(deskTable, {
    pk: exhibitionPk(exhibitionId),
    beginsWith: artworkPrefix,
    attributes: 'sk, entryNumber, createdBy, uploadId',
  });
  // An earlier version has written the document only.
  if (items.some(({ entryNumber }) => !entryNumber)) return readArtworks(exhibitionId);
  return items.map(({ sk, entryNumber, createdBy, uploadId }) => ({
    id: sk?.S?.slice(artworkPrefix.length) ?? '',
    entryNumber: Number(entryNumber?.S),
    createdBy: createdBy?.S ?? '',
    uploadId: uploadId?.S,
  }));
};

const readFingerprints = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const items = await getMany(deskTable, [...new Set(ids)].map(uploadKey), { attributes: 'pk, fingerprint' });
  const named = items.map(({ pk, fingerprint }) => [pk?.S?.slice('UPLOAD#'.length) ?? '', fingerprint?.S] as const);
  // Uploads that are not ready have none; nor have those that an earlier version has processed.
  const others = await readUploads(named.flatMap(([id, fingerprint]) => (fingerprint ? [] : id)));
  return new Map(
    named.flatMap(([id, kept]) => {
      const fingerprint = kept ?? others.get(id)?.image?.fingerprint;
      return fingerprint ? [[id, fingerprint]] : [];
    }),
  );
};

/** The entries of an exhibition whose images are ready, with what they look like, in the order of their ids. */
export const readArtworkFingerprints = async (exhibitionId: string): Promise<ArtworkFingerprint[]> => {
  const entries = await readEntries(exhibitionId);
  const fingerprints = await readFingerprints(entries.flatMap(({ uploadId }) => uploadId ?? []));
  return entries.flatMap(({ id, entryNumber, createdBy, uploadId }) => {
    const fingerprint = fingerprints.get(uploadId ?? '');
    return fingerprint ? [{ id, entryNumber, createdBy, fingerprint }] : [];
  });
};
