import * as z from 'zod';
import { identify, queueHost, region } from './identity.ts';
import { propertiesOf, type Template } from './template.ts';

/** The local addresses of the services. */
export interface LocalAddresses {
  readonly front: string;
  readonly api: string;
  readonly store: string;
  readonly issuer: string;
}

const domainSchema = z.object({ Domain: z.string() });

/** Replaces the AWS addresses of the template's resources by those of this machine. */
export const localizer = (template: Template, local: LocalAddresses): ((text: string) => string) => {
  const attributes = (type: string) => template.all(type).map(({ id }) => identify(id, type).attributes);
  const pairs: (readonly [there: string, here: string])[] = [
    ...attributes('AWS::CloudFront::Distribution').map(
      ({ DomainName }) => [`https://${DomainName}`, local.front] as const,
    ),
    ...attributes('AWS::ApiGatewayV2::Api').map(({ ApiEndpoint = '' }) => [ApiEndpoint, local.api] as const),
    ...attributes('AWS::Cognito::UserPool').map(({ ProviderURL = '' }) => [ProviderURL, local.issuer] as const),
    ...template
      .all('AWS::Cognito::UserPoolDomain')
      .map((domain) => propertiesOf(domain, domainSchema))
      .map(({ Domain }) => [`https://${Domain}.auth.${region}.amazoncognito.com`, local.issuer] as const),
    ...attributes('AWS::S3::Bucket').map(
      ({ RegionalDomainName }) => [`https://${RegionalDomainName}`, local.store] as const,
    ),
    [queueHost, local.store],
  ];
  return (text) => pairs.reduce((result, [there, here]) => result.replaceAll(there, here), text);
};
