import { areCountsPublic, env } from '../../shared/aws/environment.ts';
import { sendTexts } from '../../shared/aws/send-messages.ts';
import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';
import { recount } from '../../shared/showcase/counts/recount.ts';

/**
 * Lets the counter of views look again at what has left the public, so that its count leaves the file that has it. To
 * ask once too often does no harm.
 */
export const recountWithdrawn = async (changes: readonly StreamChange[]): Promise<UnprocessableRecord[]> => {
  if (!areCountsPublic()) return [];
  const now = new Date().toISOString();
  const withdrawn = changes.filter(({ change: { before, after, isBeforeUnknown } }) => {
    const isPublic = after?.publication !== undefined && after.publication.publishedAt <= now;
    return !isPublic && (isBeforeUnknown === true || before?.publication !== undefined);
  });
  await sendTexts(env.viewsQueue, [...new Set(withdrawn.map(({ change }) => recount(change.id)))]);
  return [];
};
