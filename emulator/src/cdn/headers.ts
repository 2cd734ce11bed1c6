import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { propertiesOf, type Template } from '../template/template.ts';

const items = z.object({ Items: z.array(z.string()) });
const override = z.object({ Override: z.boolean() });

/**
 * Headers that a policy can neither remove nor set.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html}
 */
const untouchable = new RegExp(
  `^(${[
    ...['connection', 'content-encoding', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-.*', 'trailer'],
    ...[
      'transfer-encoding',
      'upgrade',
      'via',
      'warning',
      'x-accel-.*',
      'x-amz-cf-.*',
      'x-amzn-.*',
      'x-cache',
      'x-edge-.*',
    ],
    ...['x-forwarded-proto', 'x-real-ip'],
  ].join('|')})$`,
);
const headerName = z
  .string()
  .toLowerCase()
  .refine((name) => !untouchable.test(name), 'a policy may not change this header');

const policySchema = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    CorsConfig: z
      .object({
        AccessControlAllowCredentials: z.boolean(),
        AccessControlAllowHeaders: items,
        AccessControlAllowMethods: items,
        AccessControlAllowOrigins: items,
        AccessControlExposeHeaders: items.optional(),
        AccessControlMaxAgeSec: z.number().optional(),
        OriginOverride: z.boolean(),
      })
      .optional(),
    SecurityHeadersConfig: z
      .strictObject({
        ContentTypeOptions: override.optional(),
        FrameOptions: override.extend({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: override.extend({ ReferrerPolicy: z.string() }).optional(),
        ContentSecurityPolicy: override.extend({ ContentSecurityPolicy: z.string() }).optional(),
        StrictTransportSecurity: override
          .extend({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: z.boolean().default(false),
            Preload: z.boolean().default(false),
          })
          .optional(),
      })
      .optional(),
    CustomHeadersConfig: z
      .object({ Items: z.array(override.extend({ Header: headerName, Value: z.string() })) })
      .optional(),
    RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: headerName })) }).optional(),
  }),
});

type Config = z.output<typeof policySchema>['ResponseHeadersPolicyConfig'];
type Header = readonly [name: string, value: string, override: boolean];

const securityHeaders = ({ SecurityHeadersConfig: config = {}, CustomHeadersConfig }: Config): Header[] => {
  const {
    ContentTypeOptions,
    FrameOptions,
    ReferrerPolicy,
    ContentSecurityPolicy,
    StrictTransportSecurity: hsts,
  } = config;
  const headers: Header[] = (CustomHeadersConfig?.Items ?? []).map(({ Header, Value, Override }) => [
    Header,
    Value,
    Override,
  ]);
  if (ContentTypeOptions) headers.push(['x-content-type-options', 'nosniff', ContentTypeOptions.Override]);
  if (FrameOptions) headers.push(['x-frame-options', FrameOptions.FrameOption, FrameOptions.Override]);
  if (ReferrerPolicy) headers.push(['referrer-policy', ReferrerPolicy.ReferrerPolicy, ReferrerPolicy.Override]);
  if (ContentSecurityPolicy) {
    headers.push([
      'content-security-policy',
      ContentSecurityPolicy.ContentSecurityPolicy,
      ContentSecurityPolicy.Override,
    ]);
  }
  if (hsts) {
    const parts = [
      `max-age=${hsts.AccessControlMaxAgeSec}`,
      hsts.IncludeSubdomains && 'includeSubDomains',
      hsts.Preload && 'preload',
    ];
    headers.push(['strict-transport-security', parts.filter(Boolean).join('; '), hsts.Override]);
  }
  return headers;
};

const corsHeaders = ({ CorsConfig: config }: Config, { method, headers }: HttpRequest): Header[] => {
  const { origin } = headers;
  if (!config || origin === undefined) return [];
  const any = config.AccessControlAllowOrigins.Items.includes('*');
  if (!any && !config.AccessControlAllowOrigins.Items.includes(origin)) return [];
  const text = (list: z.output<typeof items> | undefined) => list?.Items.join(', ') ?? '';
  const given: (readonly [string, string])[] = [
    ['access-control-allow-origin', any ? '*' : origin],
    ['access-control-allow-credentials', config.AccessControlAllowCredentials ? 'true' : ''],
    ['access-control-expose-headers', text(config.AccessControlExposeHeaders)],
  ];
  if (method === 'OPTIONS') {
    given.push(
      ['access-control-allow-methods', text(config.AccessControlAllowMethods)],
      ['access-control-allow-headers', text(config.AccessControlAllowHeaders)],
      ['access-control-max-age', String(config.AccessControlMaxAgeSec ?? '')],
    );
  }
  return given.filter(([, value]) => value !== '').map(([name, value]) => [name, value, config.OriginOverride]);
};

/**
 * What CloudFront takes from answers and adds to them by a response headers policy. It works on what readers get:
 * caches go by the headers of the origin.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html}
 */
export const responseHeaders = (
  template: Template,
  policyId: string | undefined,
  localize: (text: string) => string,
): ((request: HttpRequest, response: HttpResponse) => HttpResponse) => {
  if (policyId === undefined) return (_request, response) => response;
  const policy = template.one('AWS::CloudFront::ResponseHeadersPolicy', policyId);
  const config = propertiesOf(policy, policySchema).ResponseHeadersPolicyConfig;
  const security = securityHeaders(config).map(([name, value, wins]): Header => [name, localize(value), wins]);
  const removed = new Set(config.RemoveHeadersConfig?.Items.map(({ Header }) => Header));
  const decorated = (request: HttpRequest, response: HttpResponse): HttpResponse => {
    const headers = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !removed.has(name)));
    const cors = corsHeaders(config, request);
    // An origin that answers CORS itself keeps all its CORS headers.
    const answered = cors.length > 0 && Object.keys(headers).some((name) => name.startsWith('access-control-'));
    for (const [name, value, wins] of cors) if (wins || !answered) headers[name] = value;
    for (const [name, value, wins] of security) if (wins || headers[name] === undefined) headers[name] = value;
    return { ...response, headers };
  };
  // A page of the same site names no origin, and what a cache keeps is the same answer each time.
  const known = new WeakMap<HttpResponse, HttpResponse>();
  return (request, response) => {
    if (request.headers.origin !== undefined) return decorated(request, response);
    const own = known.get(response) ?? decorated(request, response);
    known.set(response, own);
    return own;
  };
};
