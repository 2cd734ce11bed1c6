import * as z from 'zod';
import { env } from '../../aws/environment.ts';
import { sendMessages } from '../../aws/send-messages.ts';

/**
 * After how many seconds the CDN is told again to forget the same. An answer passes three caches on its way: the edge,
 * a regional one, and the Origin Shield. Each forgets at a moment of its own, and one that forgets early may ask one
 * that has not forgotten yet, and keep what that gives it. Once for each cache on the way: then the shield has it anew,
 * then the regional caches, then the edges, within a minute.
 */
export const repetitionDelays = [20, 40] as const;

/** What the CDN is to forget again, as a message holds it. */
export const repetitionSchema = z.object({
  /** Tags and paths. */
  items: z.array(z.string()),
  /** Names the changes, and for which time it is. */
  occasion: z.string(),
});

export type Repetition = z.output<typeof repetitionSchema>;

/**
 * Lets the CDN forget items after each of the delays, in seconds. `occasion` names the reason, which no other may have.
 */
export const letForget = async (
  items: readonly string[],
  occasion: string,
  delays: readonly number[],
): Promise<void> => {
  const messages = delays.map(
    (delay): Repetition => ({ items: [...items], occasion: `${occasion}\nafter ${delay} s` }),
  );
  await sendMessages(env.repetitionsQueue, messages, delays);
};
