import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Upload } from '../../model/upload.ts';
import { listIndex } from '../store/table.ts';
import { unusedUploadsList, uploadCondition, uploadFromItem, uploadKey } from './uploads.ts';

/** What a cover is told by in `ConditionsFailedError.failedConditions` whose upload is gone. */
export const coverCondition = 'coverUploadId';

/** Notes that an event has an upload as its cover: it is no longer one that nothing has ever used. */
export const uploadUseWrite = (id: string): Write => ({
  conditionName: coverCondition,
  Update: {
    TableName: env.deskTable,
    Key: uploadKey(id),
    UpdateExpression: 'REMOVE listPk, listSk',
    ConditionExpression: 'attribute_exists(pk)',
  },
});

/** A page of the uploads that nothing has used since before `until`, oldest first; `last` is the sort key to go on from. */
export const readUnusedUploadsPage = async (
  until: string,
  limit: number,
  after: string | undefined,
): Promise<{ uploads: Upload[]; last?: string | undefined }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: 'listPk = :list AND listSk BETWEEN :after AND :until',
      // '$' follows '#' and no character of an id: what stands at `after` itself is left out.
      ExpressionAttributeValues: {
        ':list': { S: unusedUploadsList },
        ':after': { S: after === undefined ? '0' : `${after}$` },
        ':until': { S: until },
      },
      Limit: limit,
    }),
  );
  return { uploads: Items.map(uploadFromItem), last: LastEvaluatedKey?.listSk?.S };
};

/**
 * The write by which an upload can be used by nobody any more, and its file name is gone: the first step of erasing it. Refused
 * (`uploadCondition`) where an artwork has it.
 */
export const uploadErasure = ({ state: _, artwork: __, image: ___, ...facts }: Upload): Write => ({
  conditionName: uploadCondition,
  Update: {
    TableName: env.deskTable,
    Key: uploadKey(facts.id),
    UpdateExpression: 'SET #state = :rejected, facts = :facts REMOVE listPk, listSk, fingerprint',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(artwork)',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':rejected': { S: 'rejected' },
      ':facts': { S: JSON.stringify({ ...facts, fileName: '-', rejection: { code: 'erased', params: {} } }) },
    },
  },
});
