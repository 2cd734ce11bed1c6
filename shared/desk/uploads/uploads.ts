import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { ConditionsFailedError, StoreBusyError, type Write, writeTogether } from '../../aws/transaction.ts';
import type { IngestedImage } from '../../model/picture.ts';
import { readStored } from '../../model/read-stored.ts';
import type { Rejection } from '../../model/rejection.ts';
import {
  ingestLifetimeMs,
  type Upload,
  type UploadRequest,
  uploadLifetimeMs,
  uploadSchema,
} from '../../model/upload.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { pictureHash } from './picture-key.ts';
import { pictureUploadRemoval, pictureUploadWrite, readErasedPicture } from './pictures.ts';

/** The key of an upload. */
export const uploadKey = (id: string) => ({ pk: { S: `UPLOAD#${id}` }, sk: { S: 'UPLOAD' } });
const hashKey = (sha256: string) => ({ pk: { S: `SHA256#${sha256}` }, sk: { S: 'UPLOAD' } });

/** An upload, read consistently; `undefined` where there is none. */
export const readUpload = async (id: string): Promise<Upload | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: uploadKey(id), ConsistentRead: true }),
  );
  return Item && uploadFromItem(Item);
};

/** An upload as an item of the desk says. */
export const uploadFromItem = (item: Record<string, AttributeValue>): Upload =>
  readStored(uploadSchema, {
    ...JSON.parse(item.facts?.S ?? '{}'),
    state: item.state?.S,
    artwork: item.artwork?.S,
    releasedFrom: item.releasedFrom?.S,
  });

/** Many uploads by id; those that do not exist are left out. */
export const readUploads = async (ids: readonly string[]): Promise<Map<string, Upload>> => {
  const TableName = env.deskTable;
  const uploads: Upload[] = [];
  let Keys = [...new Set(ids)].map(uploadKey);
  for (let attempt = 1; Keys.length > 0; attempt += 1) {
    const { Responses, UnprocessedKeys } = await dynamodb.send(
      new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: Keys.slice(0, 100), ConsistentRead: true } } }),
    );
    uploads.push(...(Responses?.[TableName] ?? []).map(uploadFromItem));
    const left = (UnprocessedKeys?.[TableName]?.Keys ?? []) as typeof Keys;
    // Large items come in parts; what does not come at all is a store that is busy.
    if (left.length === 100 && attempt > 20) throw new StoreBusyError('Keys of a BatchGetItem were not processed.');
    Keys = [...left, ...Keys.slice(100)];
  }
  return new Map(uploads.map((upload) => [upload.id, upload]));
};

/** The list of uploads that nothing has ever used, by when they were asked for. */
export const unusedUploadsList = 'UNUSED-UPLOADS';

/** The place of a new upload in that list. */
const unusedUploadPlace = ({ createdAt, id }: Pick<Upload, 'createdAt' | 'id'>) => ({
  listPk: { S: unusedUploadsList },
  listSk: { S: `${createdAt}#${id}` },
});

/** What a claim that fails is told by in `ConditionsFailedError.failedConditions`. */
export const uploadCondition = 'uploadId';

/** Makes an upload the image of an artwork, `<exhibition id>/<artwork id>`; refused where it is unknown or that of another. */
export const uploadClaim = (id: string, artwork: string): Write => ({
  conditionName: uploadCondition,
  Update: {
    TableName: env.deskTable,
    Key: uploadKey(id),
    UpdateExpression: 'SET artwork = :artwork REMOVE releasedFrom, listPk, listSk',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(artwork) OR artwork = :artwork)',
    ExpressionAttributeValues: { ':artwork': { S: artwork } },
  },
});

/** Gives an upload back that an artwork has had, and remembers which: it may not become another contributor's. */
export const uploadRelease = (id: string, artwork: string): Write => ({
  conditionName: 'release',
  Update: {
    TableName: env.deskTable,
    Key: uploadKey(id),
    UpdateExpression: 'SET releasedFrom = :artwork REMOVE artwork',
    ConditionExpression: 'artwork = :artwork',
    ExpressionAttributeValues: { ':artwork': { S: artwork } },
  },
});

/**
 * Forgets an upload, and that its bytes were known. With `unclaimed` only where it is no artwork's image: else it is kept, and the
 * answer is false.
 */
export const deleteUploadRecord = async (
  { id, sha256 }: Pick<Upload, 'id' | 'sha256'>,
  only?: 'unclaimed',
): Promise<boolean> => {
  const TableName = env.deskTable;
  try {
    await dynamodb.send(
      new DeleteItemCommand({
        TableName,
        Key: hashKey(sha256),
        ConditionExpression: 'uploadId = :id',
        ExpressionAttributeValues: { ':id': { S: id } },
      }),
    );
  } catch (error) {
    // The same bytes may belong to a later upload by now.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  try {
    const ConditionExpression = only && 'attribute_not_exists(artwork)';
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: uploadKey(id), ConditionExpression }));
    await writeTogether([pictureUploadRemoval(await pictureHash(sha256), id)]);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
};

/** True where an upload has not come within a day, or nothing has become of it within two hours: it may be sent again. */
export const isExpired = ({ state, createdAt, arrivedAt }: Upload, now: Date): boolean => {
  if (state === 'awaiting') return now.getTime() - Date.parse(createdAt) > uploadLifetimeMs;
  return state === 'processing' && now.getTime() - Date.parse(arrivedAt ?? createdAt) > ingestLifetimeMs;
};

/** The upload with the same bytes that is still of use: not refused, not expired. */
const knownUpload = async (sha256: string, now: Date): Promise<{ pointer?: string; upload?: Upload }> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: hashKey(sha256), ConsistentRead: true }),
  );
  const pointer = Item?.uploadId?.S;
  if (!pointer) return {};
  const upload = await readUpload(pointer);
  return upload && upload.state !== 'rejected' && !isExpired(upload, now) ? { pointer, upload } : { pointer };
};

/** The bytes of a file were erased together with an artwork: they may not come back. */
export class BytesErasedError extends Error {
  override readonly name = 'BytesErasedError';
}

/**
 * The upload for a file: the one that is known by its SHA-256, or a new one, written with `others`. Two requests for the same bytes at the
 * same moment get the same upload. Throws `BytesErasedError`, or `ConditionsFailedError` where a condition of the others does not hold.
 */
export const findOrCreateUpload = async (
  request: UploadRequest,
  context: ActionContext,
  others: readonly Write[] = [],
): Promise<Upload> => {
  const { by, now } = context;
  if (await readErasedPicture(request.sha256, now)) throw new BytesErasedError('The bytes of the file were erased.');
  const { pointer, upload: known } = await knownUpload(request.sha256, now);
  if (known && known.state !== 'awaiting') return known;
  if (known?.contentType === request.contentType && known.contentLength === request.contentLength) return known;
  const upload: Upload = {
    ...request,
    id: ulid(now.getTime()),
    state: 'awaiting',
    createdAt: now.toISOString(),
    createdBy: by,
  };
  const { state, ...facts } = upload;
  const TableName = env.deskTable;
  try {
    await writeTogether([
      ...others,
      auditWrite(context, 'upload.requested', upload.id),
      {
        Put: {
          TableName,
          Item: {
            ...uploadKey(upload.id),
            facts: { S: JSON.stringify(facts) },
            state: { S: state },
            ...unusedUploadPlace(upload),
          },
        },
      },
      {
        conditionName: 'sha256',
        Put: {
          TableName,
          Item: { ...hashKey(request.sha256), uploadId: { S: upload.id } },
          ...(pointer
            ? { ConditionExpression: 'uploadId = :pointer', ExpressionAttributeValues: { ':pointer': { S: pointer } } }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
      },
      pictureUploadWrite(await pictureHash(request.sha256), upload.id),
    ]);
    return upload;
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
    const isOthers = error.failedConditions.every((guard) =>
      others.some(({ conditionName: guards }) => guards === guard),
    );
    if (isOthers) throw error;
    // Another request has brought the same bytes meanwhile, or erased them.
    return findOrCreateUpload(request, context, others);
  }
};

/** What ingest finds out of an upload. */
export type IngestOutcome =
  | { readonly state: 'ready'; readonly image: IngestedImage }
  | { readonly state: 'rejected'; readonly rejection: Rejection };

/** Records that the bytes of an upload have come and are being worked on. */
export const markProcessing = (upload: Upload, now: Date): Promise<void> =>
  updateUnlessFinal(upload.id, { ...upload, state: 'processing', arrivedAt: upload.arrivedAt ?? now.toISOString() });

/** Records the outcome of an upload, unless it is settled already: an event that comes again changes nothing. */
export const saveIngestOutcome = (upload: Upload, outcome: IngestOutcome): Promise<void> =>
  updateUnlessFinal(upload.id, { ...upload, ...outcome });

const updateUnlessFinal = async (
  id: string,
  { state, artwork: _, releasedFrom: __, ...facts }: Upload,
): Promise<void> => {
  // An attribute of its own too: whoever compares all images of an exhibition needs no more of them (`artwork-fingerprints.ts`).
  const fingerprint = facts.image?.fingerprint;
  try {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: env.deskTable,
        Key: uploadKey(id),
        UpdateExpression: `SET #state = :state, facts = :facts${fingerprint ? ', fingerprint = :fingerprint' : ''}`,
        ConditionExpression: '#state IN (:awaiting, :processing)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':state': { S: state },
          ':facts': { S: JSON.stringify(facts) },
          ...(fingerprint && { ':fingerprint': { S: fingerprint } }),
          ':awaiting': { S: 'awaiting' },
          ':processing': { S: 'processing' },
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};
