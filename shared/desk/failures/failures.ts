import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { expirySeconds } from '../../aws/expiry.ts';
import { getMany } from '../../aws/get-many.ts';
import { keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { StoredValueError } from '../../model/json/read-stored.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { deskTable } from '../store/table.ts';

/** How long a failure is kept: as long as the message that it is about is set aside, and a day. */
const keptSeconds = 15 * 86_400;

const failureSchema = z.strictObject({ messageId: z.string(), reason: z.string(), at: instantSchema });

/** Why work on a message failed last. */
type Failure = z.output<typeof failureSchema>;

const key = (messageId: string) => keyOf(`FAILURE#${messageId}`, 'FAILURE');

/** Names the fault. What else an error says may quote what somebody has written, so that it stays in the log. */
const reasonOf = (error: unknown): string => {
  if (error instanceof StoredValueError) return error.message;
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ');
  return error instanceof Error ? error.name : typeof error;
};

/** Notes why work on a message failed, for who finds it set aside. Never throws: the store may be what fails. */
export const noteFailure = async (messageId: string, error: unknown, now: Date): Promise<void> => {
  const failure: Failure = { messageId, reason: reasonOf(error), at: now.toISOString() };
  const change = {
    text: 'SET failure = :failure, expiresAt = :until',
    values: { failure: JSON.stringify(failure), until: expirySeconds(now, keptSeconds) },
  };
  await writeItem(updateWrite(deskTable, key(messageId), change)).catch(() => {});
};

/** Why work on messages failed last, by their ids; what nobody has noted is left out. */
export const readFailures = async (messageIds: readonly string[]): Promise<ReadonlyMap<string, Failure>> => {
  const items = await getMany(deskTable, messageIds.map(key));
  return new Map(items.map(jsonOf(failureSchema, 'failure')).map((failure) => [failure.messageId, failure]));
};
