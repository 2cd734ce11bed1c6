import * as z from 'zod';
import { webAddress } from '../site/web-address.ts';

/** How much a notice matters. */
export const noticeLevels = ['info', 'warning'] as const;

/** What a notice has beside its text. */
export const noticeSchema = z.strictObject({
  /** For information, where absent. */
  level: z.enum(noticeLevels).optional(),
  url: webAddress('https://example.org/az/visit').optional(),
});

export type Notice = z.output<typeof noticeSchema>;
