import { isDeepStrictEqual } from 'node:util';
import { createContext, runInContext, Script } from 'node:vm';
import * as z from 'zod';
import type { HttpRequest } from '../http.ts';
import { identify } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';

const functionSchema = z.object({
  FunctionCode: z.string(),
  AutoPublish: z.literal(true, 'a function that is not published does not run'),
  FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0', 'the only runtime known here') }),
});

/** The query as functions see it: by name, each value as it is written in the address. */
const queryOf = (raw: string): Record<string, { value: string; multiValue?: { value: string }[] }> => {
  const values = Map.groupBy(raw.split('&').filter(Boolean), (parameter) => parameter.split('=')[0] ?? '');
  return Object.fromEntries(
    [...values].map(([name, all]) => {
      const multiValue = all.map((parameter) => ({ value: parameter.slice(name.length + 1) }));
      return [name, { value: multiValue[0]?.value ?? '', ...(multiValue.length > 1 && { multiValue }) }];
    }),
  );
};

/**
 * What a function may have made of a request:
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html}.
 */
const changedSchema = z.object({
  uri: z.string(),
  headers: z.record(z.string(), z.object({ value: z.string() })),
  querystring: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

/**
 * Calls the function with an event, and gives what it made of the request as JSON. `rawQueryString` is one of the
 * runtime's own methods: {@link
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/general-helper-methods.html}.
 */
const call = new Script(`{
  const event = JSON.parse(input);
  event.request.rawQueryString = () => rawQuery || undefined;
  output = JSON.stringify(handler(event));
}`);

/**
 * The CloudFront function of the template that has this ARN, which runs before the cache is asked. It sees headers and
 * address of the request, and may change both, the query as a text; an answer of its own is not known here. Nothing
 * ends a function that runs for too long, as CloudFront does: to watch over a call takes seven times as long as the
 * call.
 */
export const viewerRequestFunction = (template: Template, arn: string): ((request: HttpRequest) => HttpRequest) => {
  const resource = template
    .all('AWS::CloudFront::Function')
    .find(({ id, type }) => identify(id, type).attributes.FunctionARN === arn);
  if (!resource) throw new Error(`The template has no CloudFront function ${arn}`);
  const { FunctionCode } = propertiesOf(resource, functionSchema);
  const shared = { input: '', rawQuery: '', output: '' };
  const context = createContext(shared);
  runInContext(FunctionCode, context, { filename: resource.id });
  return (request) => {
    const { method, path: uri, query, headers: given, ip } = request;
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { value }]));
    const querystring = queryOf(query);
    const event = { version: '1.0', viewer: { ip }, request: { method, uri, headers, querystring, cookies: {} } };
    Object.assign(shared, { input: JSON.stringify(event), rawQuery: query });
    call.runInContext(context);
    const changed = changedSchema.parse(JSON.parse(shared.output));
    if (typeof changed.querystring !== 'string' && !isDeepStrictEqual(changed.querystring, querystring)) {
      throw new Error(`${resource.id} has changed the query as an object, which is not known here`);
    }
    return {
      ...request,
      path: changed.uri,
      query: typeof changed.querystring === 'string' ? changed.querystring : query,
      headers: Object.fromEntries(Object.entries(changed.headers).map(([name, { value }]) => [name, value])),
    };
  };
};
