import { type AttributeValue, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { StoreBusyError } from '../../aws/transaction.ts';
import { artworkPrefix, readArtworks } from '../exhibitions/artworks.ts';
import { exhibitionPk } from '../exhibitions/exhibitions.ts';
import { readUploads, uploadKey } from './uploads.ts';

/** An entry, and what its image looks like. */
export interface ArtworkFingerprint {
  readonly id: string;
  readonly entryNumber: number;
  readonly fingerprint: string;
  /** Who has entered it. */
  readonly createdBy: string;
}

interface EntryImage {
  readonly id: string;
  readonly entryNumber: number;
  readonly createdBy: string;
  readonly uploadId?: string | undefined;
}

/** Every entry of an exhibition in the order of their ids, by three attributes of its item: its texts stay where they are. */
const readEntries = async (exhibitionId: string): Promise<readonly EntryImage[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :artwork)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':artwork': { S: artworkPrefix } },
    ProjectionExpression: 'sk, entryNumber, createdBy, uploadId',
    ConsistentRead: true,
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

const [batchSize, concurrency, attempts] = [100, 8, 20];

/** The fingerprints of uploads that have one as an attribute, and which uploads have none. */
const readAttributes = async (ids: readonly string[]): Promise<readonly Record<string, AttributeValue>[]> => {
  const TableName = env.deskTable;
  const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, n) =>
    ids.slice(n * batchSize, (n + 1) * batchSize),
  );
  const answers = await mapWithConcurrency(batches, concurrency, async (batch) => {
    const found: Record<string, AttributeValue>[] = [];
    let Keys: Record<string, AttributeValue>[] = batch.map(uploadKey);
    for (let attempt = 1; Keys.length > 0; attempt += 1) {
      if (attempt > attempts) throw new StoreBusyError('Keys of a BatchGetItem were not processed.');
      const request = { Keys, ProjectionExpression: 'pk, fingerprint', ConsistentRead: true };
      const { Responses, UnprocessedKeys } = await dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: request } }),
      );
      found.push(...(Responses?.[TableName] ?? []));
      Keys = UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
    return found;
  });
  return answers.flat();
};

const readFingerprints = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const items = await readAttributes([...new Set(ids)]);
  const named = items.map(({ pk, fingerprint }) => [pk?.S?.slice('UPLOAD#'.length) ?? '', fingerprint?.S] as const);
  // Those that are not ready have none, nor those that an earlier version has made ready.
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
