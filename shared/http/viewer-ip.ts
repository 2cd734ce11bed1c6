import { isIP } from 'node:net';

/**
 * The address that the CDN was asked from, out of `X-Forwarded-For`; `undefined` where there was no CDN between.
 *
 * What arrives there is composed from left to right: whatever the caller has sent, at any length; the address that
 * CloudFront was asked from, which CloudFront appends; the address that API Gateway was asked from (`sourceIp`), which
 * API Gateway appends. So nothing that the caller sends can push the last two away, and only they are looked at. Who
 * asks the API itself, past the CDN, still chooses what stands before `sourceIp`: then that is no address of
 * CloudFront.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#RequestCustomIPAddresses}
 */
export const viewerIp = (forwardedFor: string | undefined, sourceIp: string): string | undefined => {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  if (hops.at(-1) === sourceIp) hops.pop();
  const viewer = hops.at(-1) ?? '';
  // An empty text is known to be none without the patterns of `node:net`, whose first use takes a fortieth of a cold
  // start.
  return viewer !== '' && isIP(viewer) ? viewer : undefined;
};
