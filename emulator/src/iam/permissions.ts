import * as z from 'zod';
import { invalidationPath } from '../cdn/cloudfront.ts';
import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpRequest } from '../http.ts';
import { parseObjectPath } from '../s3/object-path.ts';
import { objectsToDelete } from '../s3/versions.ts';
import { redriveTargets } from '../sqs/redrive.ts';
import type { Queue } from '../sqs/sqs.ts';
import { bucketArn, distributionArn, queueArn, queueName, tableArn, userPoolArn } from '../template/identity.ts';
import type { Question } from './policy.ts';

/** An action on a resource, in IAM's terms. */
export interface IamPermission {
  readonly action: string;
  readonly resource: string;
  /** What conditions of policies may ask of the call. */
  readonly context?: Question['context'];
}

/** The IAM action of a call, and the permissions that it needs. */
export interface RequiredPermissions {
  readonly action: string;
  readonly permissions: readonly IamPermission[];
}

type Requirement = (action: string, body: unknown, queues: ReadonlyMap<string, Queue>) => IamPermission[];

const target = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() });
const transaction = z.looseObject({ TransactItems: z.array(z.record(z.string(), target)) });
const batch = z.looseObject({ RequestItems: z.record(z.string(), z.unknown()) });
const toQueue = z.looseObject({ QueueUrl: z.string() });
const moving = z.looseObject({ SourceArn: z.string(), DestinationArn: z.string().optional() });

const inTransaction: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const arnOfTable = (name: string, index?: string): string => {
  const table = name.startsWith('arn:') ? name : tableArn(name);
  return index === undefined ? table : `${table}/index/${index}`;
};

const onTable: Requirement = (action, body) => {
  const { TableName, IndexName } = target.parse(body);
  return [{ action, resource: arnOfTable(TableName, IndexName) }];
};

/** A batch needs a permission of its own. */
const onTables: Requirement = (action, body) =>
  Object.keys(batch.parse(body).RequestItems).map((name) => ({ action, resource: arnOfTable(name) }));

/** A transaction needs the permissions of its items. */
const onItems: Requirement = (_action, body) =>
  transaction.parse(body).TransactItems.flatMap((item) =>
    Object.entries(item).map(([kind, { TableName }]) => ({
      action: `dynamodb:${inTransaction[kind] ?? kind}`,
      resource: arnOfTable(TableName),
    })),
  );

const onQueue: Requirement = (action, body) => [
  { action, resource: queueArn(queueName(toQueue.parse(body).QueueUrl)) },
];

/** A redrive receives, deletes and sends with the caller's permissions. */
const onBothQueues: Requirement = (action, body, queues) => {
  const { SourceArn, DestinationArn } = moving.parse(body);
  const received = [action, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  return [
    ...received.map((one) => ({ action: one, resource: SourceArn })),
    ...redriveTargets(queues, SourceArn, DestinationArn).map((resource) => ({ action: 'sqs:SendMessage', resource })),
  ];
};

/**
 * The permissions that each supported call of DynamoDB and SQS needs.
 *
 * {@link https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html}
 * {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html}
 */
const requirements: Readonly<Record<string, Requirement>> = {
  'dynamodb:GetItem': onTable,
  'dynamodb:PutItem': onTable,
  'dynamodb:UpdateItem': onTable,
  'dynamodb:DeleteItem': onTable,
  'dynamodb:Query': onTable,
  'dynamodb:Scan': onTable,
  'dynamodb:DescribeTable': onTable,
  'dynamodb:DescribeTimeToLive': onTable,
  'dynamodb:BatchGetItem': onTables,
  'dynamodb:BatchWriteItem': onTables,
  'dynamodb:TransactGetItems': onItems,
  'dynamodb:TransactWriteItems': onItems,
  'sqs:SendMessage': onQueue,
  'sqs:SendMessageBatch': (_action, ...call) => onQueue('sqs:SendMessage', ...call),
  'sqs:ReceiveMessage': onQueue,
  'sqs:DeleteMessage': onQueue,
  'sqs:ChangeMessageVisibility': onQueue,
  'sqs:GetQueueAttributes': onQueue,
  'sqs:StartMessageMoveTask': onBothQueues,
};

/**
 * The permissions that a call of DynamoDB or SQS needs, `sqs:SendMessage` for example. Throws where the emulator does
 * not support it.
 */
export const jsonPermissions: Requirement = (action, body, queues) => {
  const requirement = requirements[action];
  if (!requirement) throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know ${action}`);
  return requirement(action, body, queues);
};

const optional: Readonly<Record<string, string>> = {
  'x-amz-tagging': 's3:PutObjectTagging',
  'x-amz-acl': 's3:PutObjectAcl',
};

/**
 * The permissions that a request to S3 needs.
 *
 * {@link https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html}
 */
export const s3Permissions = (request: HttpRequest): RequiredPermissions => {
  const { method, headers } = request;
  const { bucket, key } = parseObjectPath(request.path);
  const query = new URLSearchParams(request.query);
  const arn = `${bucketArn(bucket)}/${key}`;
  const unknown = () =>
    new AwsError(501, 'NotImplemented', `The embedded cloud does not know ${method} ${request.path}?${request.query}`);
  if (
    headers['content-encoding']?.includes('aws-chunked') ||
    headers['x-amz-content-sha256']?.startsWith('STREAMING')
  ) {
    throw new AwsError(
      501,
      'NotImplemented',
      'Give the body of PutObject as a Buffer: streams with trailers are not known here.',
    );
  }
  if (['acl', 'tagging', 'uploads', 'uploadId', 'attributes'].some((name) => query.has(name))) throw unknown();
  if (query.has('versionId') && method !== 'DELETE') throw unknown();
  if (key === '') {
    if (query.has('versions')) {
      if (method !== 'GET') throw unknown();
      const permissions = [{ action: 's3:ListBucketVersions', resource: bucketArn(bucket) }];
      return { action: 's3:ListObjectVersions', permissions };
    }
    if (method === 'GET' && query.get('list-type') === '2') {
      return { action: 's3:ListObjectsV2', permissions: [{ action: 's3:ListBucket', resource: bucketArn(bucket) }] };
    }
    if (method === 'HEAD')
      return { action: 's3:HeadBucket', permissions: [{ action: 's3:ListBucket', resource: bucketArn(bucket) }] };
    if (method !== 'POST' || !query.has('delete')) throw unknown();
    const permissions = objectsToDelete(String(request.body)).map((one) => ({
      action: one.version === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
      resource: `${bucketArn(bucket)}/${one.key}`,
    }));
    return { action: 's3:DeleteObjects', permissions };
  }
  if (method === 'GET' || method === 'HEAD') {
    const action = method === 'GET' ? 's3:GetObject' : 's3:HeadObject';
    return { action, permissions: [{ action: 's3:GetObject', resource: arn }] };
  }
  if (method === 'DELETE') {
    const action = query.has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject';
    return { action: 's3:DeleteObject', permissions: [{ action, resource: arn }] };
  }
  if (method !== 'PUT') throw unknown();
  const more = Object.entries(optional).filter(([header]) => headers[header] !== undefined);
  const put = [{ action: 's3:PutObject', resource: arn }, ...more.map(([, action]) => ({ action, resource: arn }))];
  const source = headers['x-amz-copy-source'];
  if (source === undefined) return { action: 's3:PutObject', permissions: put };
  const { bucket: from, key: copied } = parseObjectPath(`/${source.replace(/^\//, '')}`);
  return {
    action: 's3:CopyObject',
    permissions: [{ action: 's3:GetObject', resource: `${bucketArn(from)}/${copied}` }, ...put],
  };
};

/** The permission that a call of CloudFront needs. */
export const cloudfrontPermissions = ({ method, path }: HttpRequest): RequiredPermissions => {
  const [, distribution, invalidation] = invalidationPath.exec(path) ?? [];
  if (distribution === undefined || method !== (invalidation === undefined ? 'POST' : 'GET')) {
    throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know CloudFront's ${method} ${path}`);
  }
  const action = `cloudfront:${invalidation === undefined ? 'Create' : 'Get'}Invalidation`;
  return { action, permissions: [{ action, resource: distributionArn(distribution) }] };
};

const inPool = z.looseObject({ UserPoolId: z.string() });

/** The permission that a call of a user pool needs: on the pool as a whole. */
export const cognitoPermissions = (operation: string, body: unknown): RequiredPermissions => {
  const action = `cognito-idp:${operation}`;
  return { action, permissions: [{ action, resource: userPoolArn(inPool.parse(body).UserPoolId) }] };
};
