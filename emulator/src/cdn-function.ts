import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { HttpRequest } from './http.ts';
import { identify } from './identity.ts';
import { propertiesOf, type Template } from './template.ts';

const functionSchema = z.object({
  FunctionCode: z.string(),
  AutoPublish: z.literal(true, 'a function that is not published does not run'),
  FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0', 'the only runtime known here') }),
});

/**
 * How long a function may run, in milliseconds: one without an end would hold everything. On a busy machine any may wait for its turn; the limit
 * of CloudFront is one of processor time.
 */
const longestRun = 5_000;

/** What a function may have made of the headers: {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html}. */
const changedSchema = z.object({ uri: z.string(), headers: z.record(z.string(), z.object({ value: z.string() })) });

/**
 * The CloudFront function of the template that has this ARN, which runs before the cache is asked. It sees headers and address of the
 * request, and may change both; an answer of its own is not known here.
 */
export const viewerRequestFunction = (template: Template, arn: string): ((request: HttpRequest) => HttpRequest) => {
  const resource = template
    .all('AWS::CloudFront::Function')
    .find(({ id, type }) => identify(id, type).attributes.FunctionARN === arn);
  if (!resource) throw new Error(`The template has no CloudFront function ${arn}`);
  const { FunctionCode } = propertiesOf(resource, functionSchema);
  const context = createContext({});
  runInContext(FunctionCode, context, { filename: resource.id });
  return (request) => {
    const { method, path: uri, headers: given, ip } = request;
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { value }]));
    const event = { version: '1.0', viewer: { ip }, request: { method, uri, headers, querystring: {}, cookies: {} } };
    const answer = runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, context, { timeout: longestRun });
    const changed = changedSchema.parse(JSON.parse(answer));
    return {
      ...request,
      path: changed.uri,
      headers: Object.fromEntries(Object.entries(changed.headers).map(([name, { value }]) => [name, value])),
    };
  };
};
