import { Duration } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import type { ChangeStreamConsumer } from './stream-consumer.ts';

/**
 * Lets the CDN forget what has changed. It reads the stream for itself, so that a CDN that bears no more keeps search and webhooks
 * waiting for nothing.
 */
export class Invalidator extends Construct {
  readonly fn: SergiFunction;

  constructor(
    scope: Construct,
    id: string,
    follower: ChangeStreamConsumer,
    distribution: Distribution,
    settings: Settings,
  ) {
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
    // What is published together is invalidated together. Never halved: the same records must stay the same invalidation.
    follower.follow(this.fn, { batchingWindow: Duration.seconds(2), bisectBatchOnError: false });
  }
}
