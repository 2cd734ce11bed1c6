import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Variable } from '../shared/aws/environment.ts';
import { erasureDays } from '../shared/desk/store/erasure-days.ts';
import { categoryIndex, listIndex } from '../shared/desk/store/table.ts';
import { erasuresPrefix } from '../shared/media/keys.ts';
import type { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';

/** Item operations of DynamoDB by their IAM names; a transaction needs those of the items in it. */
type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem';

/** Object operations of S3 by their IAM names. */
type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject' | 'DeleteObjectVersion';

/**
 * The four stores: desk and showcase, each a table and a bucket. The public functions may access the showcase table
 * only.
 */
export class Stores extends Construct {
  readonly desk: Table;
  readonly showcase: Table;
  readonly originals: Bucket;
  readonly media: Bucket;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const keep = settings.stage !== 'development';
    const removalPolicy = keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const table = {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy,
    };
    this.desk = new Table(this, 'DeskTable', table);
    this.desk.addGlobalSecondaryIndex({
      indexName: listIndex,
      partitionKey: { name: 'listPk', type: AttributeType.STRING },
      sortKey: { name: 'listSk', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    this.desk.addGlobalSecondaryIndex({
      indexName: categoryIndex,
      partitionKey: { name: 'category', type: AttributeType.STRING },
      sortKey: { name: 'pk', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.showcase = new Table(this, 'ShowcaseTable', { ...table, stream: StreamViewType.NEW_AND_OLD_IMAGES });

    const bucket = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
      // CloudFormation does not delete a bucket that holds an object, or an old version of one.
      autoDeleteObjects: !keep,
    };
    this.originals = new Bucket(this, 'OriginalsBucket', {
      ...bucket,
      versioned: true,
      lifecycleRules: [
        {
          // Accepted files are kept elsewhere. A failed one can be retried as long as its message is in the dead-letter
          // queue.
          id: 'incoming',
          prefix: 'incoming/',
          expiration: Duration.days(15),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        {
          // As long as the table remembers an erasure: by then every backup is newer than it.
          id: 'erasures',
          prefix: erasuresPrefix,
          expiration: Duration.days(erasureDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { id: 'old-versions', noncurrentVersionExpiration: Duration.days(90), expiredObjectDeleteMarker: true },
      ],
      cors: [
        {
          // A signed address says what may be stored; the page that uses it may come from any origin.
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: ['*'],
          allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
          // Programs that upload from a page (Uppy) take the tag for the proof that the file has arrived.
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
    });
    this.media = new Bucket(this, 'MediaBucket', {
      ...bucket,
      // What is public may be read by any page, as through the CDN.
      cors: [
        {
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
          allowedOrigins: ['*'],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'Server access logs would keep addresses of staff and cost storage; CloudTrail data events can be switched on when needed.',
    });
  }
}

/** Lets a function do the given actions on the items of a table, and tells it the table's name in `variable`. */
export const bindTable = (
  fn: SergiFunction,
  variable: Variable,
  table: Table,
  actions: readonly TableAction[],
): void => {
  fn.addEnvironment(variable, table.tableName);
  fn.addToRolePolicy(
    new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
  );
};

/** Lets a function query an index of a table that it is bound to. */
export const bindIndex = (fn: SergiFunction, table: Table, index: string): void => {
  fn.addToRolePolicy(
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${index}`] }),
  );
};

/**
 * Lets a function do the given actions on the objects of a bucket below each prefix, and tells it the bucket's name in
 * `variable`.
 */
export const bindBucket = (
  fn: SergiFunction,
  variable: Variable,
  bucket: Bucket,
  grants: Readonly<Record<`${string}/`, readonly ObjectAction[]>>,
): void => {
  fn.addEnvironment(variable, bucket.bucketName);
  for (const [prefix, actions] of Object.entries(grants)) {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: actions.map((action) => `s3:${action}`),
        resources: [bucket.arnForObjects(`${prefix}*`)],
      }),
    );
    const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
    Validations.of(fn.role ?? fn).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
      reason: 'The keys of objects are made at run time; the prefix is as narrow as can be said beforehand.',
    });
  }
};

/** Lets a function list every version in a bucket: an erasure deletes all versions of a file. */
export const bindVersions = (fn: SergiFunction, bucket: Bucket): void => {
  fn.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [bucket.bucketArn] }));
};
