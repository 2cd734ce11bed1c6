import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { decide, type Statement } from '../iam/policy.ts';
import type { Queue } from '../sqs/sqs.ts';
import { account, bucketArn, region } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import type { PendingNotification } from './pending-notifications.ts';

const ruleSchema = z.object({
  Name: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['prefix', 'suffix'])),
  Value: z.string(),
});
const bucketSchema = z.object({
  NotificationConfiguration: z
    .strictObject({
      QueueConfigurations: z
        .array(
          z.object({
            Event: z.string(),
            Queue: z.string(),
            Filter: z.object({ S3Key: z.object({ Rules: z.array(ruleSchema) }) }).optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});

interface Notification {
  readonly bucket: string;
  readonly queue: Queue;
  readonly event: RegExp;
  readonly prefix: string;
  readonly suffix: string;
}

/** A created object, as a bucket's notification describes it. */
export interface ObjectCreated extends PendingNotification {
  readonly size: number;
  readonly eTag: string;
}

/** Sends the notifications of all buckets. */
export interface Notifier {
  /** Whether any queue is told of an object. */
  concerns(object: PendingNotification): boolean;
  notify(object: ObjectCreated): void;
}

/**
 * The record of an S3 event: {@link
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html}.
 */
const s3EventRecord = ({ event, bucket, key, size, eTag }: ObjectCreated, sequence: number) => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: region,
  eventTime: new Date().toISOString(),
  eventName: event,
  userIdentity: { principalId: 'AWS:LOCAL' },
  requestParameters: { sourceIPAddress: '127.0.0.1' },
  responseElements: { 'x-amz-request-id': randomBytes(8).toString('hex').toUpperCase() },
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: 'local',
    bucket: { name: bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: bucketArn(bucket) },
    object: {
      key: key.split('/').map(encodeURIComponent).join('/').replaceAll('%20', '+'),
      size,
      eTag,
      sequencer: sequence.toString(16).toUpperCase().padStart(16, '0'),
    },
  },
});

/**
 * The notifications of the template's buckets. Throws where a queue's policy does not let S3 send: a deployment would
 * fail too.
 */
export const notifier = (
  template: Template,
  queues: ReadonlyMap<string, Queue>,
  policies: ReadonlyMap<string, readonly Statement[]>,
): Notifier => {
  const notifications = template.all('AWS::S3::Bucket').flatMap((bucket): Notification[] => {
    const configured = propertiesOf(bucket, bucketSchema).NotificationConfiguration?.QueueConfigurations ?? [];
    return configured.map(({ Event, Queue: arn, Filter }) => {
      const queue = queues.get(arn);
      if (!queue) throw new Error(`${bucket.type} "${bucket.id}" notifies ${arn}, which is no queue of the template`);
      const name = bucket.id.toLowerCase();
      const { allowed } = decide(policies.get(queue.arn) ?? [], {
        principal: { Service: 's3.amazonaws.com' },
        action: 'sqs:SendMessage',
        resource: arn,
        context: { 'aws:sourceaccount': account, 'aws:sourcearn': bucketArn(name) },
      });
      if (!allowed)
        throw new Error(`The policy of queue "${queue.name}" does not let bucket "${bucket.id}" send to it`);
      const rule = (kind: string) => Filter?.S3Key.Rules.find(({ Name }) => Name === kind)?.Value ?? '';
      const event = new RegExp(`^${Event.replace('*', '.*')}$`);
      return { bucket: name, queue, event, prefix: rule('prefix'), suffix: rule('suffix') };
    });
  });
  const about = (object: PendingNotification) =>
    notifications.filter(
      ({ bucket, event, prefix, suffix }) =>
        bucket === object.bucket &&
        event.test(`s3:${object.event}`) &&
        object.key.startsWith(prefix) &&
        object.key.endsWith(suffix),
    );
  let sequence = Date.now() * 4096;
  return {
    concerns: (object) => about(object).length > 0,
    notify: (object) => {
      for (const { queue } of about(object)) {
        sequence += 1;
        queue.send(JSON.stringify({ Records: [s3EventRecord(object, sequence)] }));
      }
    },
  };
};
