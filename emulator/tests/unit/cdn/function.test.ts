import { describe, expect, it } from 'vitest';
import { viewerRequestFunction } from '../../../src/cdn/function.ts';
import type { HttpRequest } from '../../../src/http.ts';
import { identify } from '../../../src/template/identity.ts';
import type { Template } from '../../../src/template/template.ts';

const type = 'AWS::CloudFront::Function';
const arn = identify('Reader', type).attributes.FunctionARN ?? '';

const functionOf = (handler: string) => {
  const properties = {
    FunctionCode: `function handler(event) { const request = event.request; ${handler} return request; }`,
    AutoPublish: true,
    FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
  };
  const resource = { id: 'Reader', type, properties };
  const template: Template = { outputs: {}, all: () => [resource], one: () => resource, assetFolder: () => '' };
  return viewerRequestFunction(template, arn);
};

const request: HttpRequest = {
  ...{
    method: 'GET',
    path: '/az',
    query: 'b=%C9%99&a=1&a=2&c',
    headers: { host: 'x' },
    body: undefined,
    ip: '192.0.2.1',
  },
};

describe('a function of CloudFront', () => {
  it('sees the query by name, and as it was written', () => {
    const seen = functionOf(
      'request.headers.seen = { value: JSON.stringify(request.querystring) }; request.headers.raw = { value: request.rawQueryString() };',
    )(request);
    expect(seen).toMatchObject({ path: '/az', query: request.query, headers: { host: 'x', raw: request.query } });
    expect(JSON.parse(seen.headers.seen ?? '')).toEqual({
      b: { value: '%C9%99' },
      a: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] },
      c: { value: '' },
    });
  });

  it('has no query where there is none', () => {
    const handle = functionOf('request.uri = "/" + typeof request.rawQueryString();');
    expect(handle({ ...request, query: '' })).toMatchObject({ path: '/undefined', query: '' });
  });

  it('writes another path, another query and other headers', () => {
    const handle = functionOf(
      'request.uri = "/b"; request.querystring = "z=1"; request.headers = { a: { value: "1" } };',
    );
    expect(handle(request)).toEqual({ ...request, path: '/b', query: 'z=1', headers: { a: '1' } });
    expect(functionOf('request.querystring = "";')(request).query).toBe('');
  });

  it('may not change the query by name here', () => {
    expect(() => functionOf('delete request.querystring.a;')(request)).toThrow('not known here');
  });
});
