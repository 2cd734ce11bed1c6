import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { propertiesOf, type Template } from '../template/template.ts';
import type { ObjectStore } from './s3.ts';

const deploymentSchema = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
  Prune: z.literal(false, 'only deployments that delete nothing are known here'),
  Include: z.undefined('is not known here').optional(),
  Exclude: z.undefined('is not known here').optional(),
});

/** The types of files, as the AWS CLI guesses them from their names. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Does what `BucketDeployment` of the CDK does when a stack is deployed: puts the files of assets into buckets. The
 * function that does it on AWS is Python with the AWS CLI; here is its effect.
 *
 * {@link https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html}
 */
export const deployToBuckets = async (
  template: Template,
  store: ObjectStore,
  localize: (text: string) => string,
): Promise<void> => {
  for (const resource of template.all('Custom::CDKBucketDeployment')) {
    const { SourceObjectKeys, SourceMarkers, ...deployment } = propertiesOf(resource, deploymentSchema);
    const prefix = deployment.DestinationBucketKeyPrefix === '' ? '' : `${deployment.DestinationBucketKeyPrefix}/`;
    for (const [index, key] of SourceObjectKeys.entries()) {
      const folder = template.assetFolder(key);
      const markers = Object.entries(SourceMarkers[index] ?? {});
      const withValues = (text: string) =>
        localize(markers.reduce((result, [marker, value]) => result.replaceAll(marker, value), text));
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name);
        if (!statSync(file).isFile()) continue;
        const body = markers.length > 0 ? withValues(readFileSync(file, 'utf8')) : readFileSync(file);
        await store.put(deployment.DestinationBucketName, `${prefix}${name.replaceAll('\\', '/')}`, body, {
          'content-type': types[extname(name)] ?? 'binary/octet-stream',
          ...deployment.SystemMetadata,
        });
      }
    }
  }
};
