import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits before a call is made again: by chance, so that those who have met do not meet again, and longer after each
 * attempt: up to 0.1 s after the first, 1.6 s after the fifth.
 */
export const pauseAfter = (attempt: number): Promise<void> => pause(Math.random() * 50 * 2 ** attempt);
