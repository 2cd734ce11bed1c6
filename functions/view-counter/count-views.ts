import { hash } from 'node:crypto';
import { readSlugs } from '../../shared/showcase/store/read.ts';
import { addViews } from '../../shared/showcase/store/views.ts';

/** A name for a set of messages: the same in whatever order they come. */
const nameOf = (messageIds: readonly string[]): string =>
  hash('sha256', [...messageIds].sort().join(), 'base64url').slice(0, 22);

/**
 * Counts views of an event, one for each message. Where the event is not public now it counts none: any caller can send
 * any id, and nothing may be stored for ids that were never published.
 */
export const countViews = async (id: string, messageIds: readonly string[], now: Date): Promise<void> => {
  const slugs = await readSlugs(id, now);
  if (!slugs || slugs === 'gone') return;
  await addViews(id, messageIds.length, nameOf(messageIds));
};
