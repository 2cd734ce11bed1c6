import { iiifPrefix, publishedPrefix } from '../../shared/media/keys.ts';
import { callAws } from './account.ts';
import type { Target } from './front.ts';

/**
 * MiniStack keeps the CORS settings of a template as CloudFormation spells them, but reads them as its own API does.
 */
const respellCors = async (api: string): Promise<void> => {
  const { corsConfiguration } = JSON.parse(await callAws('apigateway', api));
  const respelled = Object.entries(corsConfiguration).map(([name, value]) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    value,
  ]);
  await callAws('apigateway', api, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ corsConfiguration: Object.fromEntries(respelled) }),
  });
};

/**
 * Where MiniStack serves each path of the deployment. Media and tiles come from the distribution, and so through its
 * access control and the bucket's policy. The API is called without it: MiniStack's CloudFront refuses an origin below
 * amazonaws.com.
 */
export const findSite = async (endpoint: string, port: number, apiUrl: string): Promise<(path: string) => Target> => {
  const { host } = new URL(apiUrl);
  await respellCors(`${endpoint}/v2/apis/${host.split('.')[0]}`);
  const distributions = await callAws('cloudfront', `${endpoint}/2020-05-31/distribution`);
  const cdn = distributions.match(/<DomainName>(\w+\.cloudfront\.net)</)?.[1];
  if (!cdn) throw new Error('No distribution was deployed.');
  // The right to list the bucket turns S3's 403 for a missing object into 404. MiniStack does not do that.
  const media: Target = { port, host: cdn, statuses: { 403: 404 } };
  const fromBucket = [publishedPrefix, iiifPrefix].map((prefix) => `/${prefix}`);
  // An image service by its name alone is the API's.
  const isService = (path: string) => /^\/iiif\/3\/[^/]{22}$/.test(path);
  return (path) => (fromBucket.some((prefix) => path.startsWith(prefix)) && !isService(path) ? media : { port, host });
};
