import { identify, queueHost } from './identity.ts';
import type { Template } from './template.ts';

/** Where the parts of the template are served on this machine. */
export interface LocalAddresses {
  readonly front: string;
  readonly api: string;
  readonly store: string;
  readonly issuer: string;
}

/** Puts the addresses of this machine in place of those that resources of the template have on AWS. */
export const localizer = (template: Template, local: LocalAddresses): ((text: string) => string) => {
  const attributes = (type: string) => template.all(type).map(({ id }) => identify(id, type).attributes);
  const pairs: (readonly [there: string, here: string])[] = [
    ...attributes('AWS::CloudFront::Distribution').map(
      ({ DomainName }) => [`https://${DomainName}`, local.front] as const,
    ),
    ...attributes('AWS::ApiGatewayV2::Api').map(({ ApiEndpoint = '' }) => [ApiEndpoint, local.api] as const),
    ...attributes('AWS::Cognito::UserPool').map(({ ProviderURL = '' }) => [ProviderURL, local.issuer] as const),
    [queueHost, local.store],
  ];
  return (text) => pairs.reduce((result, [there, here]) => result.replaceAll(there, here), text);
};
