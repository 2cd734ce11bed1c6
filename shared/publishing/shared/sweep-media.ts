import { forgetLeftover, readAllLeftovers, readLeftovers } from '../../desk/events/leftovers.ts';
import { withdrawMedia } from '../../media/publish-media.ts';
import type { PublishedImage } from '../../model/event.ts';

/** Deletes the public media of an image, and then the record that they must go. */
export const discardMedia = async (eventId: string, image: PublishedImage): Promise<void> => {
  await withdrawMedia(image);
  await forgetLeftover(eventId, image);
};

/** Deletes the media that withdrawn, replaced and broken-off publications of an event have left in public. */
export const sweepMedia = async (eventId: string, now: Date): Promise<void> => {
  for (const image of await readLeftovers(eventId, now)) await discardMedia(eventId, image);
};

/** Deletes everything of that kind, of all events; gives how many images there were. */
export const sweepAllMedia = async (now: Date): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const due = await readAllLeftovers(now);
    if (due.length === 0) return deleted;
    for (const { eventId, image } of due) await discardMedia(eventId, image);
    deleted += due.length;
  }
};
