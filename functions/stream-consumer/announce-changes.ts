import type { RecordedChange, UnfollowedRecord } from '../../shared/showcase/changes/changes.ts';
import { type Announcement, announcementsOf } from '../../shared/webhooks/events/announcement.ts';
import { announce } from '../../shared/webhooks/events/queue.ts';

/**
 * Has those outside who listen told of each change, and gives the records of which nothing can be told. A change that is heard of again
 * gives the same messages, which are sent once.
 */
export const announceChanges = async (changes: readonly RecordedChange[]): Promise<UnfollowedRecord[]> => {
  const now = new Date();
  const announcements: Announcement[] = [];
  const unfollowed: UnfollowedRecord[] = [];
  for (const { change, record } of changes) {
    try {
      announcements.push(...announcementsOf(change, now));
    } catch (error) {
      // Nothing but the change has a part in it.
      unfollowed.push({ record, error });
    }
  }
  await announce(announcements);
  return unfollowed;
};
