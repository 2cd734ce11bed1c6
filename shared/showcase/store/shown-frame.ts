import { notePlanned } from '../../freshness/answer-facts.ts';
import { isPublicAt } from '../../model/publication/publication.ts';
import type { FrameEntry, FrameKind } from './frame.ts';

/** What stands around the content of every page at a time. */
export interface ShownFrame {
  readonly pages: readonly FrameEntry[];
  /** Warnings first. */
  readonly notices: readonly FrameEntry[];
}

/** What of all pages and notices is public at a time. */
export const frameAt = (
  { page, notice }: Readonly<Record<FrameKind, readonly FrameEntry[]>>,
  now: Date,
): ShownFrame => {
  const time = now.toISOString();
  const shown = notice.filter((one) => isPublicAt(one, time));
  const isWarning = ({ level }: FrameEntry): boolean => level === 'warning';
  for (const one of [...page, ...notice]) notePlanned(one);
  return {
    pages: page.filter((one) => isPublicAt(one, time)),
    notices: [...shown.filter(isWarning), ...shown.filter((one) => !isWarning(one))],
  };
};
