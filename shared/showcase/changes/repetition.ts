import * as z from 'zod';

/**
 * After how many seconds the CDN is told again to forget the same. An answer passes three caches on its way: the edge, a regional one, and the
 * Origin Shield. Each forgets at a moment of its own, and one that forgets early may ask one that has not forgotten yet, and keep what that gives
 * it. Once for each cache on the way: then the shield has it anew, then the regional caches, then the edges, within a minute.
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
