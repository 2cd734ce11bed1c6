import { randomUUID } from 'node:crypto';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { edgeSecretHeader } from '../../shared/freshness/edge.ts';
import { say } from '../command-words.ts';
import type { DeployedStack } from '../stack.ts';
import { askEdge } from './ask-edge.ts';
import type { Subject } from './prove.ts';

interface Wanted extends Pick<Subject, 'clock' | 'otherEdge'> {
  /** Another address of the distribution than that of the outputs. */
  readonly site?: string | undefined;
}

/** The distribution of a stack, by the operator's AWS credentials. Throws where the stack has none. */
export const subjectOf = ({ name, id, outputs, account }: DeployedStack, { site, ...wanted }: Wanted): Subject => {
  const { DistributionId, PublicUrl, ApiUrl } = outputs;
  if (!DistributionId) throw new Error(say('noDistribution', { stack: name }));
  // CloudFront is called in one Region, whichever the stack is in.
  const cloudfront = new CloudFrontClient({ ...account, region: 'us-east-1' });
  const [, , secret = ''] = id.split('/');
  return {
    ...wanted,
    ask: (path, options) => askEdge(`${site ?? PublicUrl}${path}`, options),
    askApi: (path, headers) => askEdge(`${ApiUrl}${path}`, { headers: { ...headers, [edgeSecretHeader]: secret } }),
    forget: async (tag) => {
      const batch = { CallerReference: `smoke ${randomUUID()}`, Paths: { Quantity: 1, Items: [`#${tag}`] } };
      await cloudfront.send(new CreateInvalidationCommand({ DistributionId, InvalidationBatch: batch }));
    },
  };
};
