import { hash } from 'node:crypto';
import { readSlugs } from '../../shared/showcase/store/read.ts';
import { readPublicExhibition } from '../../shared/showcase/store/read-exhibition.ts';
import { addViews } from '../../shared/showcase/store/views.ts';

/** A name for a set of messages: the same in whatever order they come. */
const nameOf = (messageIds: readonly string[]): string =>
  hash('sha256', [...messageIds].sort().join(), 'base64url').slice(0, 22);

/** What an id names, where that is public now. */
const kindOf = async (id: string, now: Date): Promise<'event' | 'exhibition' | undefined> => {
  const slugs = await readSlugs(id, now);
  if (slugs) return slugs === 'gone' ? undefined : 'event';
  const exhibition = await readPublicExhibition(id, now);
  return exhibition && exhibition !== 'gone' ? 'exhibition' : undefined;
};

/**
 * Counts views of an event or an exhibition, one for each message. Where it is not public now it counts none: any caller can send any id,
 * and nothing may be stored for ids that were never published.
 */
export const countViews = async (id: string, messageIds: readonly string[], now: Date): Promise<void> => {
  const kind = await kindOf(id, now);
  if (kind) await addViews({ kind, id }, messageIds.length, nameOf(messageIds));
};
