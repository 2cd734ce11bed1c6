import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Invalidator } from './invalidator.ts';
import type { Settings } from './settings.ts';
import type { Webhooks } from './webhooks.ts';

interface MonitoredResources {
  readonly api: HttpApi;
  /** The dead letters of ingest, of the publisher, and of the view counter. */
  readonly uploads: Queue;
  readonly publications: Queue;
  readonly views: Queue;
  /** Those of the mail to the staff, where it is sent. */
  readonly mail?: Queue;
  readonly maintenance: IFunction;
  /** The consumers of the showcase's stream, and the queue that notes the changes they could not process. */
  readonly streamConsumers: readonly IFunction[];
  readonly changes: Queue;
  readonly webhooks: Webhooks;
  /** Absent where there is no CDN. */
  readonly invalidator: Invalidator | undefined;
}

/**
 * Alarms that call an operator: uploads that could not be processed, changes that were not announced, and requests that
 * failed.
 */
export class Observability extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      api,
      uploads,
      publications,
      views,
      mail,
      maintenance,
      streamConsumers,
      changes,
      webhooks,
      invalidator,
    }: MonitoredResources,
    settings: Settings,
  ) {
    super(scope, id);
    const topic = new Topic(this, 'AlarmTopic', { enforceSSL: true });
    // This policy replaces the one by which SNS lets the whole account publish, so CloudWatch must be allowed by name.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (settings.alarmEmail) {
      topic.addSubscription(new EmailSubscription(settings.alarmEmail));
      Validations.of(topic).acknowledge({
        id: 'Serverless::Serverless-SNSRedrivePolicy',
        reason:
          'SNS tries an e-mail for hours; the alarm itself stays in CloudWatch. The alarm of a dead-letter queue would be sent by the same e-mail.',
      });
    }
    const alarm = (name: string, metric: IMetric, alarmDescription: string, options: Partial<AlarmProps> = {}) =>
      new Alarm(this, name, {
        metric,
        alarmDescription,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
        ...options,
      }).addAlarmAction(new SnsAction(topic));
    const period = Duration.minutes(5);
    alarm(
      'UploadsFailing',
      uploads.metricApproximateNumberOfMessagesVisible({ period }),
      'Uploads wait in the dead-letter queue of ingest: see docs/operations.md.',
    );
    alarm(
      'PublicationsFailing',
      publications.metricApproximateNumberOfMessagesVisible({ period }),
      'Exhibitions wait in the dead-letter queue of the publisher: see docs/operations.md.',
    );
    alarm(
      'ViewsFailing',
      views.metricApproximateNumberOfMessagesVisible({ period }),
      'Views wait in the dead-letter queue of the view counter: see docs/operations.md.',
    );
    if (mail) {
      alarm(
        'MailFailing',
        mail.metricApproximateNumberOfMessagesVisible({ period }),
        'Mail to the staff waits in its dead-letter queue: see docs/operations.md.',
      );
    }
    alarm(
      'UpkeepFailing',
      maintenance.metricErrors({ period: Duration.hours(1) }),
      'What is to be done every minute has failed, or is not called: see the log of the maintenance function.',
      // One failure is made good a minute later. An hour without any call has no errors either.
      { threshold: 3, treatMissingData: TreatMissingData.BREACHING },
    );
    alarm(
      'WebhooksFailing',
      webhooks.deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
      'Messages for webhooks wait in the dead-letter queue: see docs/operations.md.',
    );
    alarm(
      'WebhookSwitchedOff',
      webhooks.metricSwitchedOff(),
      'A webhook was switched off, since nothing has come through for a day or its receiver is gone: see docs/operations.md.',
    );
    alarm(
      'ChangesLost',
      changes.metricApproximateNumberOfMessagesVisible({ period }),
      'Changes of the public side cannot be read, or were given up after a day of retries: see docs/operations.md.',
    );
    for (const fn of streamConsumers) {
      alarm(
        `${fn.node.id}Late`,
        fn.metric('IteratorAge', { period, statistic: Stats.MAXIMUM }),
        'Changes of the public side have waited for a quarter of an hour: see the log of the function.',
        { threshold: Duration.minutes(15).toMilliseconds() },
      );
    }
    if (invalidator) {
      alarm(
        'EdgeStale',
        invalidator.metricStale(),
        'The CDN had kept what it was told to forget, and was told to forget everything: see docs/operations.md.',
      );
      alarm(
        'CanaryFailing',
        invalidator.canary.metricErrors({ period: Duration.hours(1) }),
        'Four times within an hour the canary could not compare what the CDN and the API say: see its log.',
        { threshold: 4 },
      );
    }
    alarm(
      'AnswersFailing',
      api.metricServerError({ period }),
      'The API has answered 5xx in two of three periods of five minutes: see docs/operations.md.',
      // Some answers ask to be tried again in a moment, and say so by 503.
      { evaluationPeriods: 3, datapointsToAlarm: 2 },
    );
  }
}
