import { DeleteObjectsCommand, ListBucketsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { credentials, region } from './account.ts';

/** Deletes all versions of all objects in the stack's buckets: CloudFormation deletes no bucket that holds one. */
export const emptyBuckets = async (endpoint: string): Promise<void> => {
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  for (const { Name: Bucket } of Buckets.filter(({ Name }) => !Name?.startsWith('cdk-'))) {
    for (let more = true; more; ) {
      const {
        Versions = [],
        DeleteMarkers = [],
        IsTruncated,
      } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
      const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
      if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
      more = IsTruncated === true;
    }
  }
};
