import * as z from 'zod';
import { incomingPrefix } from '../../shared/media/keys.ts';

/**
 * The part of an S3 event message that matters here
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html).
 */
const storeEventSchema = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).optional(),
  /** What S3 sends once, when the notification is set up. */
  Event: z.literal('s3:TestEvent').optional(),
});

/** The ids of the uploads that a message says have arrived. Throws for any other message. */
export const uploadIdsOf = (message: string): string[] => {
  const { Records, Event } = storeEventSchema.parse(JSON.parse(message));
  if (!Records && !Event) throw new Error('The message is no event of the store.');
  return (Records ?? []).map(({ s3 }) => {
    // Keys are encoded as in a form: a space arrives as a plus sign.
    const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
    if (!key.startsWith(incomingPrefix)) throw new Error(`The object ${key} is no upload.`);
    return key.slice(incomingPrefix.length);
  });
};
