import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { idSchema } from '../../shared/model/id.ts';
import { viewWeightSchema } from '../../shared/model/site/view-weight.ts';

/**
 * A view: the message that it came in, and how many readers it says that it stands for; none where it asks for a
 * recount.
 */
export interface View {
  readonly messageId: string;
  readonly weight: number;
}

const weightSchema = z.literal('0').transform(Number).or(viewWeightSchema);

/** What a message says: an id, with a weight behind it where that is not one. */
const readMessage = (body: string): { readonly id: string; readonly weight: number } | undefined => {
  const [first, second, ...rest] = body.split(' ');
  const id = idSchema.safeParse(first).data;
  const weight = second === undefined ? 1 : weightSchema.safeParse(second).data;
  return id && weight !== undefined && rest.length === 0 ? { id, weight } : undefined;
};

/**
 * The views of a batch: for each event those of its messages, each once; and the messages that are no views. The same
 * message may be in a batch twice, since the queue delivers at least once.
 */
export const viewsIn = (
  records: readonly Pick<SQSRecord, 'messageId' | 'body'>[],
): { events: ReadonlyMap<string, readonly View[]>; unreadable: readonly string[] } => {
  const events = new Map<string, Map<string, View>>();
  const unreadable: string[] = [];
  for (const { messageId, body } of records) {
    const message = readMessage(body);
    if (!message) unreadable.push(messageId);
    else {
      const { id, weight } = message;
      events.set(id, (events.get(id) ?? new Map()).set(messageId, { messageId, weight }));
    }
  }
  return { events: new Map([...events].map(([id, views]) => [id, [...views.values()]])), unreadable };
};
