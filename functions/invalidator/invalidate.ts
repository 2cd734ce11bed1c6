import { createHash } from 'node:crypto';
import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { cloudfront } from '../../shared/aws/cloudfront.ts';
import { requireEnv } from '../../shared/aws/environment.ts';
import { countMetric } from '../../shared/aws/metric.ts';
import { affectedPaths } from '../../shared/showcase/affected-paths.ts';
import type { PublicChange } from '../../shared/showcase/face.ts';

/**
 * Asks for at most one invalidation of what the changes affect, and returns its paths. Asked again for the same records, it is the same
 * invalidation, which CloudFront does once. Throws what CloudFront answers, too many invalidations in progress
 * (`TooManyInvalidationsInProgress`) among it.
 */
export const invalidate = async (
  changes: readonly PublicChange[],
  recordIds: readonly string[],
  now: Date,
): Promise<readonly string[]> => {
  const paths = affectedPaths(changes, now.getTime());
  if (paths.length === 0) return paths;
  // One reference with other paths would be refused: what was scheduled may have become public between two attempts.
  const reference = createHash('sha256')
    .update([...recordIds, ...paths].join('\n'))
    .digest('hex');
  try {
    await cloudfront.send(
      new CreateInvalidationCommand({
        DistributionId: requireEnv('DISTRIBUTION_ID'),
        InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: [...paths] } },
      }),
    );
  } catch (error) {
    countMetric('InvalidationsFailed', 1);
    throw error;
  }
  countMetric('InvalidationPaths', paths.length);
  return paths;
};
