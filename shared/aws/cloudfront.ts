import { CloudFrontClient } from '@aws-sdk/client-cloudfront';

/** The one CloudFront client of a function. CloudFront is called in one region, whichever the function runs in. */
export const cloudfront = new CloudFrontClient({ region: 'us-east-1', maxAttempts: 4 });
