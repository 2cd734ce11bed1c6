import { Duration, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricDimension, metricNamespace } from '../shared/aws/metric.ts';
import { siteKey } from '../shared/showcase/store/site-keys.ts';
import { bindQueue } from './bind-queue.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindTable, type Stores } from './stores.ts';
import type { ChangeStreamConsumer } from './stream-consumer.ts';

interface InvalidatorProps {
  readonly streamConsumer: ChangeStreamConsumer;
  readonly distribution: Distribution;
  readonly api: HttpApi;
  readonly stores: Stores;
  readonly settings: Settings;
}

/**
 * Invalidates changed content in the CDN, and looks whether that has worked. It reads the stream by itself, so that a
 * CDN at its limit does not delay search and webhooks.
 */
export class Invalidator extends Construct {
  readonly fn: SergiFunction;
  readonly canary: SergiFunction;
  readonly #distribution: Distribution;
  readonly #queue: Queue;

  constructor(scope: Construct, id: string, props: InvalidatorProps) {
    super(scope, id);
    const { streamConsumer, distribution, stores, settings } = props;
    this.#distribution = distribution;
    this.fn = new SergiFunction(this, 'InvalidatorFunction', {
      name: 'invalidator',
      settings,
      memorySize: 256,
      timeout: Duration.minutes(1),
    });
    const repeater = new SergiFunction(this, 'RepeaterFunction', {
      name: 'reinvalidator',
      settings,
      memorySize: 256,
      timeout: Duration.seconds(10),
    });
    this.canary = this.#makeCanary(props);
    bindTable(this.fn, 'SHOWCASE_TABLE', stores.showcase, ['PutItem']);
    for (const fn of [this.fn, repeater, this.canary]) this.#letInvalidate(fn, 'CreateInvalidation');
    this.#queue = this.#repetitions(repeater);
    this.bind(this.fn);
    this.bind(this.canary);
    // Changes published together are invalidated together. A batch is never split: the same records must give the same
    // invalidation.
    streamConsumer.follow(this.fn, {
      batchingWindow: Duration.seconds(2),
      bisectBatchOnError: false,
      otherSortKeys: [siteKey.sk.S],
    });
  }

  /** Lets a function that deletes files have the CDN forget them. */
  bind(fn: SergiFunction): void {
    bindQueue(fn, 'REPETITIONS_QUEUE', this.#queue);
  }

  /** Lets a function look whether the CDN has forgotten what was deleted, and tell it again. */
  letConfirm(fn: SergiFunction): void {
    this.#letInvalidate(fn, 'CreateInvalidation', 'GetInvalidation');
    this.#showDistribution(fn);
  }

  #letInvalidate(fn: SergiFunction, ...actions: readonly string[]): void {
    const { distributionId, distributionArn } = this.#distribution;
    fn.addEnvironment('DISTRIBUTION_ID', distributionId);
    fn.addToRolePolicy(
      new PolicyStatement({ actions: actions.map((one) => `cloudfront:${one}`), resources: [distributionArn] }),
    );
  }

  /** Its own name leads to the distribution, whatever the site's name leads to. */
  #showDistribution(fn: SergiFunction): void {
    fn.addEnvironment('PUBLIC_URL', `https://${this.#distribution.distributionDomainName}`);
  }

  /** The function that compares, every five minutes, what the CDN and the API say. */
  #makeCanary({ api, stores, settings }: InvalidatorProps): SergiFunction {
    const fn = new SergiFunction(this, 'CanaryFunction', {
      name: 'canary',
      settings,
      memorySize: 256,
      timeout: Duration.minutes(1),
      isCalledByRule: true,
    });
    this.#showDistribution(fn);
    fn.addEnvironment('API_URL', api.apiEndpoint);
    bindTable(fn, 'SHOWCASE_TABLE', stores.showcase, ['GetItem', 'PutItem', 'DeleteItem']);
    const rule = new Rule(this, 'EveryFiveMinutes', {
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(fn)],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless::Serverless-EventBusDLQ',
      reason: 'Five minutes later it looks again.',
    });
    return fn;
  }

  /** How often the CDN had kept what it was told to forget. */
  metricStale(): Metric {
    return new Metric({
      namespace: metricNamespace,
      metricName: 'EdgeStale',
      dimensionsMap: { [metricDimension]: this.canary.functionName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }

  /** The queue of what is to be forgotten again in a moment: see `repetitionDelays`. */
  #repetitions(repeater: SergiFunction): Queue {
    const queue = new Queue(this, 'RepetitionQueue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the function's timeout, as Lambda asks for: what CloudFront has refused is tried again then.
      visibilityTimeout: Duration.minutes(1),
      retentionPeriod: Duration.minutes(15),
    });
    repeater.addToRolePolicy(
      new PolicyStatement({
        actions: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((one) => `sqs:${one}`),
        resources: [queue.queueArn],
      }),
    );
    const mapping = new EventSourceMapping(this, 'RepetitionSource', {
      target: repeater,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    const reason = 'What was not forgotten again after a quarter of an hour is of no use later.';
    Validations.of(queue).acknowledge(
      { id: 'Serverless::Serverless-SQSRedrivePolicy', reason },
      { id: 'AwsSolutions::AwsSolutions-SQS3', reason },
    );
    Validations.of(mapping).acknowledge({ id: 'Serverless::Serverless-LambdaEventSourceMappingDestination', reason });
    return queue;
  }
}
