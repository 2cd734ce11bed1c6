import { readFileSync } from 'node:fs';
import { ListBucketsCommand, ListObjectVersionsCommand, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { credentials, rehearsalRegion } from './account.ts';

const clientOf = (endpoint: string) =>
  new S3Client({ endpoint, region: rehearsalRegion, credentials, forcePathStyle: true });

const namesOf = async (s3: S3Client, stackName: string): Promise<string[]> => {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const prefixes = ['stores', 'console'].map((part) => `${stackName.toLowerCase()}-${part}`);
  return Buckets.flatMap(({ Name = '' }) => (prefixes.some((prefix) => Name.startsWith(prefix)) ? [Name] : []));
};

/**
 * The buckets of a stack by their names, with how many versions of objects lie in each; a thousand where there are
 * more.
 */
export const bucketsOf = async (endpoint: string, stackName: string): Promise<Map<string, number>> => {
  const s3 = clientOf(endpoint);
  const counted = (await namesOf(s3, stackName)).map(async (Bucket) => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    return [Bucket, Versions.length + DeleteMarkers.length] as const;
  });
  return new Map(await Promise.all(counted));
};

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.object({ Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]) }).optional(),
    }),
  ),
});

/** Gives the buckets of a stack the tags of the template, which MiniStack's CloudFormation leaves out. */
export const tagBuckets = async (endpoint: string, stackName: string, template: string): Promise<void> => {
  const s3 = clientOf(endpoint);
  const { Resources } = templateSchema.parse(JSON.parse(readFileSync(template, 'utf8')));
  const names = await namesOf(s3, stackName);
  for (const [id, { Type, Properties }] of Object.entries(Resources)) {
    if (Type !== 'AWS::S3::Bucket' || !Properties?.Tags.length) continue;
    const Bucket = names.find((name) => name.includes(id.toLowerCase()));
    if (!Bucket) throw new Error(`The bucket ${id} was not deployed.`);
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: Properties.Tags } }));
  }
};
