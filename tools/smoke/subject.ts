import { randomUUID } from 'node:crypto';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { edgeSecretHeader } from '../../shared/freshness/edge.ts';
import { say } from '../command/command-words.ts';
import type { DeployedStack } from '../stack.ts';
import { askEdge } from './ask-edge.ts';
import { Probes } from './probes.ts';
import type { Subject } from './proof.ts';

interface Wanted extends Pick<Subject, 'clock' | 'otherEdge'> {
  /** Another address of the distribution than that of the outputs. */
  readonly site?: string | undefined;
}

/** A distribution, and the probes that are stored behind it until it is closed. */
interface OpenSubject extends Subject {
  readonly close: () => Promise<void>;
}

/** The distribution of a stack, by the operator's AWS credentials. Throws where the stack has none. */
export const subjectOf = ({ name, id, outputs, account }: DeployedStack, { site, ...wanted }: Wanted): OpenSubject => {
  const { DistributionId, PublicUrl, ApiUrl, MediaBucketName = '' } = outputs;
  if (!DistributionId) throw new Error(say('noDistribution', { stack: name }));
  // CloudFront is called in one Region, whichever the stack is in.
  const cloudfront = new CloudFrontClient({ ...account, region: 'us-east-1' });
  const s3 = new S3Client({ ...account, requestChecksumCalculation: 'WHEN_REQUIRED' });
  const probes = new Probes(s3, MediaBucketName);
  const [, , secret = ''] = id.split('/');
  return {
    ...wanted,
    ask: (path, options) => askEdge(`${site ?? PublicUrl}${path}`, options),
    askApi: (path, headers) => askEdge(`${ApiUrl}${path}`, { headers: { ...headers, [edgeSecretHeader]: secret } }),
    forget: async (tag) => {
      const batch = { CallerReference: `smoke ${randomUUID()}`, Paths: { Quantity: 1, Items: [`#${tag}`] } };
      await cloudfront.send(new CreateInvalidationCommand({ DistributionId, InvalidationBatch: batch }));
    },
    put: probes.put,
    remove: probes.remove,
    close: () => probes.close(),
  };
};
