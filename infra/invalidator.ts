import { Duration } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import type { ChangeStreamConsumer } from './stream-consumer.ts';

interface InvalidatorProps {
  readonly streamConsumer: ChangeStreamConsumer;
  readonly distribution: Distribution;
  readonly settings: Settings;
}

/**
 * Invalidates changed content in the CDN. It reads the stream by itself, so that a CDN at its limit does not delay
 * search and webhooks.
 */
export class Invalidator extends Construct {
  readonly fn: SergiFunction;

  constructor(scope: Construct, id: string, { streamConsumer, distribution, settings }: InvalidatorProps) {
    super(scope, id);
    this.fn = new SergiFunction(this, 'InvalidatorFunction', {
      name: 'invalidator',
      settings,
      memorySize: 256,
      timeout: Duration.minutes(1),
    });
    this.fn.addEnvironment('DISTRIBUTION_ID', distribution.distributionId);
    this.fn.addToRolePolicy(
      new PolicyStatement({ actions: ['cloudfront:CreateInvalidation'], resources: [distribution.distributionArn] }),
    );
    // Changes published together are invalidated together. A batch is never split: the same records must give the same
    // invalidation.
    streamConsumer.follow(this.fn, { batchingWindow: Duration.seconds(2), bisectBatchOnError: false });
  }
}
