import { createHash } from 'node:crypto';
import { CreateInvalidationCommand, GetInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { cloudfront } from '../../aws/cloudfront.ts';
import { env } from '../../aws/environment.ts';
import { countMetric } from '../../aws/metric.ts';
import { everyPath } from './affected-tags.ts';

/**
 * Makes the CDN forget what is named; tags and paths in one invalidation each. The same `occasion` and the same items
 * are the same invalidation, which CloudFront does once. Gives the ids of the invalidations. Throws CloudFront's
 * errors, such as `TooManyInvalidationsInProgress`.
 */
export const forget = async (items: readonly string[], occasion: string): Promise<string[]> => {
  const ids: string[] = [];
  for (const batch of [items.filter((one) => one.startsWith('#')), items.filter((one) => one.startsWith('/'))]) {
    if (batch.length === 0) continue;
    try {
      ids.push(await create(batch, occasion));
    } catch (error) {
      // Something that CloudFront refuses: it would refuse it the next time too.
      if (!(error instanceof Error && error.name === 'InvalidArgument') || batch.includes(everyPath)) throw error;
      ids.push(await create([everyPath], occasion));
    }
  }
  countMetric('InvalidationPaths', items.length);
  return ids;
};

const create = async (items: readonly string[], occasion: string): Promise<string> => {
  // CloudFront would refuse the same reference with other items: a scheduled publication may have started between two
  // attempts.
  const reference = createHash('sha256')
    .update([occasion, ...items].join('\n'))
    .digest('hex');
  try {
    const { Invalidation } = await cloudfront.send(
      new CreateInvalidationCommand({
        DistributionId: env.distributionId,
        InvalidationBatch: { CallerReference: reference, Paths: { Quantity: items.length, Items: [...items] } },
      }),
    );
    return Invalidation?.Id ?? '';
  } catch (error) {
    countMetric('InvalidationsFailed', 1);
    throw error;
  }
};

/** True where every cache of the CDN has done what invalidations say, or nobody knows of them any more. */
export const areCompleted = async (ids: readonly string[]): Promise<boolean> => {
  for (const Id of ids) {
    try {
      const asked = new GetInvalidationCommand({ DistributionId: env.distributionId, Id });
      const { Invalidation } = await cloudfront.send(asked);
      if (Invalidation?.Status !== 'Completed') return false;
    } catch (error) {
      if (!(error instanceof Error && error.name === 'NoSuchInvalidation')) throw error;
    }
  }
  return true;
};
