import Ajv from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { type Group, groups } from '../../shared/model/staff/role.ts';
import type { OpenapiDocument } from '../../shared/openapi/document.ts';
import type { ProductCloud } from './cloud/product-cloud.ts';

interface Documented {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  readonly $ref?: string;
}

/** What an operation is asked with. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly version?: number;
  readonly as?: Group | 'nobody';
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API of a cloud by the names of its operations, with the document that says what each answers. */
export const documentedApi = async (cloud: ProductCloud) => {
  const document: OpenapiDocument = (await cloud.ask('/v1/openapi.json')).body;
  const walked = new Set<string>();
  const tokens = new Map<Group, string>();
  for (const role of groups) tokens.set(role, await cloud.token({ groups: [role] }));
  const ajv = new Ajv.Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, 'document');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

  /** Where the document says what an answer is like, as a reference that the validator follows. */
  const find = (path: string, method: string, status: number): { documented: Documented; at: string } => {
    const place = (...keys: string[]) => keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
    const responses = document.paths[path]?.[method]?.responses as Record<string, Documented> | undefined;
    const given = responses?.[status];
    expect(given, `${method} ${path} answered ${status}, which is not documented`).toBeDefined();
    const name = given?.$ref?.split('/').at(-1);
    if (!name) return { documented: given ?? {}, at: place('paths', path, method, 'responses', String(status)) };
    return {
      documented: (document.components.responses as Record<string, Documented>)[name] ?? {},
      at: place('components', 'responses', name),
    };
  };

  /**
   * Calls a route by its name, and compares what it answers with the document: status, headers, type and every field.
   */
  const call = async (operationId: string, status: number, request: Asked = {}) => {
    const { params = {}, query = '', body, version, as = 'admin', headers = {} } = request;
    const found = operations.find(({ operation }) => operation.operationId === operationId);
    if (!found) throw new Error(`The document has no ${operationId}.`);
    const { path, method, operation } = found;
    const isOpen = operation.security.length === 0;
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '');
    const response = await cloud.fetch(`${cloud.apiUrl}${filled}${query && `?${query}`}`, {
      method: method.toUpperCase(),
      redirect: 'manual',
      headers: {
        ...(!isOpen && as !== 'nobody' && { authorization: `Bearer ${tokens.get(as)}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    expect(response.status, `${operationId}: ${text}`).toBe(status);
    const { documented, at } = find(path, method, status);
    for (const name of Object.keys(documented.headers ?? {})) {
      // Only what API Gateway says by itself comes without.
      if (name !== 'Retry-After') expect(response.headers.get(name), `${name} of ${operationId}`).toBeTruthy();
    }
    walked.add(operationId);
    if (!documented.content) {
      expect(text, operationId).toBe('');
      return undefined;
    }
    const type = response.headers.get('content-type')?.replace('; charset=utf-8', '') ?? '';
    expect(Object.keys(documented.content), operationId).toContain(type);
    const key = type.replaceAll('~', '~0').replaceAll('/', '~1');
    const validate = ajv.compile({ $ref: `document#/${encodeURI(`${at}/content/${key}/schema`)}` });
    const isText = JSON.stringify(documented.content[type]?.schema) === '{"type":"string"}';
    const answer = isText ? text : JSON.parse(text);
    expect(validate(answer) ? [] : validate.errors, `${operationId} ${status}: ${text.slice(0, 500)}`).toEqual([]);
    return answer;
  };

  return { document, operations, walked, call };
};

export type DocumentedApi = Awaited<ReturnType<typeof documentedApi>>;
