import type { PublicChange } from '../../shared/showcase/face.ts';
import { announcementsOf } from '../../shared/webhooks/announcement.ts';
import { announce } from '../../shared/webhooks/queue.ts';

/** Has those outside who listen told of each change. A change that is heard of again gives the same messages, which are sent once. */
export const announceChanges = (changes: readonly PublicChange[]): Promise<void> =>
  announce(changes.flatMap((change) => announcementsOf(change, new Date())));
