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
import { letForget, repetitionDelays } from '../../shared/showcase/changes/repetition.ts';

/** Longest that an answer of the CDN is waited for, in milliseconds. */
const timeoutMs = 10_000;

/** For how many milliseconds files may still be deleted: what the CDN forgets before that, it may fetch again. */
const deleting = 60_000;

/** How many addresses are asked for at the same time. */
const concurrency = 8;

/** How many invalidations CloudFront is asked for at the same time: it refuses those who ask much. */
const invalidationConcurrency = 2;

/** Most tags that are named in one invalidation: of more it is all files, at the price of two. */
const mostTags = 30;

/**
 * After how many milliseconds the log and a metric tell the operator that the CDN goes on keeping deleted files.
 */
const tooLong = 10 * 60_000;

/** Whether the CDN says that there is something at a path. It sees the edge that answers, and no other. */
const lookAt = async (path: string, logger: Logger): Promise<State> => {
  try {
    const { status, body } = await fetch(`${env.publicUrl}${path}`, { signal: AbortSignal.timeout(timeoutMs) });
    await body?.cancel();
    if (status === 404) return 'forgotten';
    return status === 200 ? 'kept' : 'told';
  } catch (error) {
    logger.warn('The CDN could not be asked for a deleted file', { error });
    return 'told';
  }
};

/**
 * Which of the invalidations of files are complete, each asked for once. One that CloudFront does not answer for is
 * taken for incomplete.
 */
const completedOf = async (open: readonly DeletedFiles[], logger: Logger): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(open.flatMap(({ invalidations }) => invalidations))];
  const completed = await mapWithConcurrency(ids, invalidationConcurrency, async (id) => {
    try {
      return (await areCompleted([id])) ? [id] : [];
    } catch (error) {
      logger.warn('CloudFront could not be asked for an invalidation', { id, error });
      return [];
    }
  });
  return new Set(completed.flat());
};

/**
 * True where the CDN is told again: each minute at first, and then, since it costs something each time, once an hour.
 */
const isToldAgain = ({ since }: DeletedFiles, now: Date): boolean =>
  now.getTime() - Date.parse(since) < tooLong || now.getUTCMinutes() === 0;

/**
 * How far the CDN is with deleted files. `told`: CloudFront has not completed the invalidation, or has given no answer
 * that says more.
 */
type State = 'deleting' | 'untold' | 'told' | 'kept' | 'forgotten';

/**
 * Looks whether the CDN has forgotten the files that were deleted: an invalidation after their deletion is complete,
 * and one of their addresses answers 404. Until then it is told again; where that did not help, to forget all files.
 * Gives of how many it has.
 */
export const confirmForgotten = async (now: Date, logger: Logger): Promise<number> => {
  if (!isBehindCdn()) return 0;
  const { found: open, unreadable } = await readDeletedFiles();
  const completed = await completedOf(open, logger);
  const states = await mapWithConcurrency(open, concurrency, async (files): Promise<State> => {
    if (files.invalidations.length === 0)
      return now.getTime() - Date.parse(files.since) < deleting ? 'deleting' : 'untold';
    if (!files.invalidations.every((id) => completed.has(id))) return 'told';
    return lookAt(files.path, logger);
  });
  const inState = (state: State) => open.filter((_, n) => states[n] === state);
  for (const files of inState('forgotten')) await removeDeletedFiles(files);
  const kept = inState('kept').filter((files) => isToldAgain(files, now));
  const again = [...inState('untold'), ...kept];
  if (again.length > 0) {
    const named = [...new Set(again.flatMap(({ items }) => items))];
    const items = kept.length > 0 || named.length > mostTags ? everyFile : named;
    const occasion = `deleted files ${now.toISOString()}`;
    const invalidations = await forget(items, occasion);
    for (const files of again) await saveInvalidations(files, invalidations);
    // An edge that forgets early may have asked a cache that had not forgotten yet.
    await letForget(items, occasion, repetitionDelays);
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
