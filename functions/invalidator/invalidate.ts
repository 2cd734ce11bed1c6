import { createHash } from 'node:crypto';
import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { cloudfront } from '../../shared/aws/cloudfront.ts';
import { env } from '../../shared/aws/environment.ts';
import { countMetric } from '../../shared/aws/metric.ts';
import { affectedPaths, everyPath } from '../../shared/showcase/changes/affected-paths.ts';
import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';

/** What of the changes cannot be told in paths. */
const unmappableRecords = (changes: readonly StreamChange[], now: number): UnprocessableRecord[] =>
  changes.flatMap(({ change, record }) => {
    try {
      affectedPaths([change], now);
      return [];
    } catch (error) {
      return [{ record, error }];
    }
  });

/**
 * Asks for at most one invalidation of what the changes affect, or of everything where a record is unreadable. Gives its paths, and the
 * records of which these could not be told. Asked again for the same records, it is the same invalidation, which CloudFront does once.
 * Throws what CloudFront answers, too many invalidations in progress (`TooManyInvalidationsInProgress`) among it.
 */
export const invalidate = async (
  changes: readonly StreamChange[],
  unreadable: readonly UnprocessableRecord[],
  recordIds: readonly string[],
): Promise<{ paths: readonly string[]; unfollowed: readonly UnprocessableRecord[] }> => {
  const now = Date.now();
  const unfollowed = [...unreadable, ...unmappableRecords(changes, now)];
  const paths =
    unfollowed.length > 0
      ? [everyPath]
      : affectedPaths(
          changes.map(({ change }) => change),
          now,
        );
  if (paths.length === 0) return { paths, unfollowed };
  try {
    await create(paths, recordIds);
  } catch (error) {
    // A path that CloudFront does not take: it would take it no better the next time.
    if (!(error instanceof Error && error.name === 'InvalidArgument') || paths.includes(everyPath)) throw error;
    await create([everyPath], recordIds);
  }
  countMetric('InvalidationPaths', paths.length);
  return { paths, unfollowed };
};

const create = async (paths: readonly string[], recordIds: readonly string[]): Promise<void> => {
  // One reference with other paths would be refused: what was scheduled may have become public between two attempts.
  const reference = createHash('sha256')
    .update([...recordIds, ...paths].join('\n'))
    .digest('hex');
  try {
    await cloudfront.send(
      new CreateInvalidationCommand({
        DistributionId: env.distributionId,
        InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: [...paths] } },
      }),
    );
  } catch (error) {
    countMetric('InvalidationsFailed', 1);
    throw error;
  }
};
