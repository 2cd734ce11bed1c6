import type { SQSRecord } from 'aws-lambda';
import { idSchema } from '../../shared/model/id.ts';

/**
 * The views of a batch: for each event the ids of its messages, each once; and the messages that are no views. The same
 * message may be in a batch twice, since the queue delivers at least once.
 */
export const viewsIn = (
  records: readonly Pick<SQSRecord, 'messageId' | 'body'>[],
): { events: ReadonlyMap<string, readonly string[]>; unreadable: readonly string[] } => {
  const events = new Map<string, Set<string>>();
  const unreadable: string[] = [];
  for (const { messageId, body } of records) {
    const id = idSchema.safeParse(body).data;
    if (id) events.set(id, (events.get(id) ?? new Set()).add(messageId));
    else unreadable.push(messageId);
  }
  return { events: new Map([...events].map(([id, messages]) => [id, [...messages]])), unreadable };
};
