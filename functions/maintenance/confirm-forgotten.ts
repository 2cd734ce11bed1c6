import type { Logger } from '@aws-lambda-powertools/logger';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { env, isBehindCdn } from '../../shared/aws/environment.ts';
import { countMetric } from '../../shared/aws/metric.ts';
import { UnreadableItemsError } from '../../shared/aws/read-each.ts';
import {
  type DeletedFiles,
  readDeletedFiles,
  removeDeletedFiles,
  saveInvalidations,
} from '../../shared/desk/store/deleted-files.ts';
import { everyFile } from '../../shared/showcase/changes/affected-tags.ts';
import { areCompleted, forget } from '../../shared/showcase/changes/forget.ts';

/** Longest that an answer of the CDN is waited for, in milliseconds. */
const patience = 10_000;

/** For how many milliseconds files may still be deleted: what the CDN forgets before that, it may fetch again. */
const deleting = 60_000;

/** How many addresses are asked for at the same time. */
const concurrency = 8;

/** Most tags that are named in one invalidation: of more it is all files, at the price of two. */
const mostTags = 30;

/** After how many milliseconds the log and a metric tell whoever operates Sergi that the CDN goes on keeping deleted files. */
const tooLong = 10 * 60_000;

/** Whether the CDN says that there is something at a path. It sees the edge that answers, and no other. */
const lookAt = async (path: string, logger: Logger): Promise<State> => {
  try {
    const { status, body } = await fetch(`${env.publicUrl}${path}`, { signal: AbortSignal.timeout(patience) });
    await body?.cancel();
    if (status === 404) return 'forgotten';
    return status === 200 ? 'kept' : 'told';
  } catch (error) {
    logger.warn('The CDN could not be asked for a deleted file', { error });
    return 'told';
  }
};

/** True where the CDN is told again: each minute at first, and then, since it costs something each time, once an hour. */
const isToldAgain = ({ since }: DeletedFiles, now: Date): boolean =>
  now.getTime() - Date.parse(since) < tooLong || now.getUTCMinutes() === 0;

/** How far the CDN is with deleted files. `told`: CloudFront has not completed the invalidation, or has given no answer that says more. */
type State = 'deleting' | 'untold' | 'told' | 'kept' | 'forgotten';

/**
 * Looks whether the CDN has forgotten the files that were deleted: an invalidation after their deletion is complete, and one of their addresses
 * answers 404. Until then it is told again; where that did not help, to forget all files. Gives of how many it has.
 */
export const confirmForgotten = async (now: Date, logger: Logger): Promise<number> => {
  if (!isBehindCdn()) return 0;
  const { found: open, unreadable } = await readDeletedFiles();
  const states = await mapWithConcurrency(open, concurrency, async (files): Promise<State> => {
    if (files.invalidations.length === 0)
      return now.getTime() - Date.parse(files.since) < deleting ? 'deleting' : 'untold';
    if (!(await areCompleted(files.invalidations))) return 'told';
    return lookAt(files.path, logger);
  });
  const inState = (state: State) => open.filter((_, n) => states[n] === state);
  for (const files of inState('forgotten')) await removeDeletedFiles(files);
  const kept = inState('kept').filter((files) => isToldAgain(files, now));
  const again = [...inState('untold'), ...kept];
  if (again.length > 0) {
    const named = [...new Set(again.flatMap(({ items }) => items))];
    const items = kept.length > 0 || named.length > mostTags ? everyFile : named;
    const invalidations = await forget(items, `deleted files ${now.toISOString()}`);
    for (const files of again) await saveInvalidations(files, invalidations);
  }
  reportOld(
    open.filter((_, n) => states[n] !== 'forgotten'),
    now,
    logger,
  );
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
  return inState('forgotten').length;
};

const reportOld = (open: readonly DeletedFiles[], now: Date, logger: Logger): void => {
  const old = open.filter(({ since }) => now.getTime() - Date.parse(since) > tooLong);
  if (old.length === 0) return;
  logger.error('The CDN goes on keeping files that were deleted', { of: old.map(({ items }) => items) });
  countMetric('DeletedFilesKept', old.length);
};
