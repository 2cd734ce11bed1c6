import { createHash } from 'node:crypto';
import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { cloudfront } from '../../shared/aws/cloudfront.ts';
import { env } from '../../shared/aws/environment.ts';
import { countMetric } from '../../shared/aws/metric.ts';
import { affectedPaths, everyPath } from '../../shared/showcase/changes/affected-paths.ts';
import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';

/** Records whose changes cannot be expressed as paths. */
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
 * Asks for at most one invalidation of what the changes affect, or of everything where a record is unreadable. Gives
 * its paths, and the records that could not be expressed as paths. A repeated call for the same records asks for the
 * same invalidation, which CloudFront does once. Throws CloudFront's errors, such as `TooManyInvalidationsInProgress`.
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
    // A path that CloudFront refuses: it would refuse it the next time too.
    if (!(error instanceof Error && error.name === 'InvalidArgument') || paths.includes(everyPath)) throw error;
    await create([everyPath], recordIds);
  }
  countMetric('InvalidationPaths', paths.length);
  return { paths, unfollowed };
};

const create = async (paths: readonly string[], recordIds: readonly string[]): Promise<void> => {
  // CloudFront would refuse the same reference with other paths: a scheduled publication may have started between two
  // attempts.
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
