import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../../shared/contract/route.ts';
import { routesByFunction } from '../../../shared/contract/routes.ts';
import { archiveLineSchema } from '../../../shared/model/publication/archive.ts';
import { descriptions } from '../../../shared/openapi/descriptions/texts-of.ts';
import { openapiDocument } from '../../../shared/openapi/document.ts';
import { bodyExample, responseExample } from '../../../shared/openapi/examples.ts';
import { parametersOf } from '../../../shared/openapi/parameters.ts';

const document = openapiDocument('https://sergi.example');
const routes = Object.values(routesByFunction)
  .flatMap((table) => Object.entries<Route>(table))
  .filter(([, { response }]) => !(response instanceof z.ZodNever));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** The faults of an example, in the words of its schema. */
const faults = (schema: z.ZodType | undefined, example: unknown): string =>
  z.prettifyError(schema?.safeParse(example).error ?? new z.ZodError([]));

describe('the document', () => {
  it('has every route of the contract that answers something, by its own name', () => {
    expect(operations.map(({ method, path, operationId }) => [method.toUpperCase(), path, operationId])).toEqual(
      expect.arrayContaining(routes.map(([name, { method, path }]) => [method, path, name])),
    );
    expect(operations).toHaveLength(routes.length);
  });

  it('names each operation with a verb of its method, followed by what it acts on', () => {
    const verbs: Record<string, RegExp> = {
      get: /^(get|list|search)[A-Z]/,
      post: /^(create|disable|enable|reset|publish|unpublish|unarchive|update|restore|erase|select|reveal|lookUp|rotate|test|resend|rebuild|redrive|retry|import|render|count|foresee|extend|close)[A-Z]/,
      put: /^(update|assign|rate)[A-Z]/,
      patch: /^update[A-Z]/,
      delete: /^(delete|archive|remove|revoke)[A-Z]/,
    };
    for (const { method, operationId } of operations) expect(operationId).toMatch(verbs[method] ?? /never/);
  });

  it('describes every operation, parameter and property', () => {
    const bare: string[] = [];
    const check = (what: string, { description }: { readonly description?: unknown }): void => {
      if (typeof description !== 'string' || description.length < 8) bare.push(what);
    };
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (['example', 'examples', 'default', 'enum', 'const'].includes(name)) continue;
        const isShape = name === 'properties' && !Array.isArray(value);
        if (isShape) for (const [field, schema] of Object.entries(inner)) check(`${place}.${field}`, schema as object);
        visit(inner, isShape ? place : `${place}/${name}`);
      }
    };
    visit(document, '');
    const messages = Object.entries(document.webhooks).map(([name, { post }]) => ({
      path: name,
      method: 'post',
      ...post,
    }));
    for (const { method, path, ...operation } of [...operations, ...messages]) {
      check(`${method} ${path}`, operation);
      for (const parameter of operation.parameters ?? []) check(`${path}?${parameter.name}`, parameter);
    }
    // What is missing belongs into shared/openapi/descriptions.
    expect(bare).toEqual([]);
  });

  it('says of every property of what type it is, but for those of the audit, which may be of any', () => {
    const untyped: string[] = [];
    const says = ['type', '$ref', 'anyOf', 'oneOf', 'enum', 'const'];
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (['example', 'examples', 'default', 'enum', 'const'].includes(name)) continue;
        const fields = name === 'properties' && !Array.isArray(value) ? Object.entries<object>(inner) : [];
        for (const [field, schema] of fields) if (!says.some((word) => word in schema)) untyped.push(field);
        visit(inner, `${place}/${name}`);
      }
    };
    visit(document, '');
    expect([...new Set(untyped)].toSorted()).toEqual(['after', 'before']);
  });

  it('has no use for no description', () => {
    const text = JSON.stringify(document);
    const unused = descriptions
      .flatMap(({ texts }) => Object.values(texts))
      .filter((one) => !text.includes(JSON.stringify(one)));
    expect(unused).toEqual([]);
  });

  it('groups every operation, in the words of those who read it', () => {
    const used = new Set(
      [...operations, ...Object.values(document.webhooks).map(({ post }) => post)].flatMap(({ tags }) => tags),
    );
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
    for (const { name } of document.tags) expect(name).toMatch(/^(Staff: [a-z]+|[A-Z][A-Za-z]+( [a-z]+)?)$/);
    const feeds = operations.filter(({ path }) => path.startsWith('/v1/feed'));
    expect(new Set(feeds.flatMap(({ tags }) => tags))).toEqual(new Set(['Feeds']));
  });

  it('has nothing that makers of clients refuse', () => {
    const text = JSON.stringify(document);
    // openapi-python-client refuses the whole document for the first, and makes no operation of the second.
    expect(text).not.toMatch(/"items":(true|false)|"prefixItems"/);
    for (const { operationId, requestBody } of operations) {
      const schemas = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema as { type?: unknown });
      if (schemas.length > 1 && schemas[0]?.type !== 'string')
        expect(Object.keys(schemas[0] ?? {}), operationId).toEqual(['$ref']);
    }
  });

  it('passes the linter without a warning', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sergi-openapi-'));
    try {
      writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
      const redocly = join(import.meta.dirname, '../../../node_modules/@redocly/cli/bin/cli.js');
      const report = execFileSync(
        process.execPath,
        [redocly, 'lint', 'openapi.json', '--extends=recommended', '--format=json'],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      expect(JSON.parse(report).totals).toEqual({ errors: 0, warnings: 0, ignored: 0 });
    } finally {
      rmSync(folder, { recursive: true });
    }
    // It starts another program.
  }, 60_000);

  it('says of every route whether it is open, and of what is closed the role', () => {
    for (const { security, description, operationId } of operations) {
      const access = routes.find(([name]) => name === operationId)?.[1].access;
      expect(security, operationId).toEqual(access === 'public' ? [] : [{ staff: [] }]);
      if (access !== 'public') expect(description).toContain(access);
    }
  });

  it('tells the version of a webhook wherever it answers one, since changing it demands the version', () => {
    const text = JSON.stringify(document.paths['/v1/staff/webhooks/{id}']);
    expect(text.match(/#\/components\/headers\/Version/g)).toHaveLength(2);
    expect(JSON.stringify(document.paths['/v1/staff/webhooks'])).toContain('#/components/headers/Version');
  });

  it('refers to no component that it does not have', () => {
    const text = JSON.stringify(document);
    for (const [, place = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)) {
      expect(document.components[place as 'schemas'], `${place}/${name}`).toHaveProperty([name]);
    }
    expect(text).not.toContain('#/$defs');
  });
});

describe.each(routes)('the route %s', (name, route) => {
  it('explains its parameters, and gives examples that it takes and any site can answer', () => {
    for (const parameter of parametersOf(name, route)) {
      // What is missing belongs into shared/openapi/parameters.ts.
      expect(parameter.description, parameter.name).toBeTruthy();
      // Viewers of the document send what is given as an example: what one site has, another does not.
      if (/^(id|idOrSlug|slug|token|cursor|locale|category|campaign|item|If-None-Match)$|Id$/.test(parameter.name))
        expect(parameter, parameter.name).not.toHaveProperty('example');
      const shape = { ...route.params?.shape, ...route.query?.shape } as Record<string, z.ZodType>;
      const schema = shape[parameter.name];
      if (!schema) continue;
      if (parameter.example !== undefined) expect(faults(schema, String(parameter.example))).toBe('');
      const { minimum, maximum } = parameter.schema;
      if (typeof minimum !== 'number' || typeof maximum !== 'number') continue;
      for (const [value, isTaken] of [
        [minimum - 1, false],
        [minimum, true],
        [maximum, true],
        [maximum + 1, false],
      ] as const) {
        expect(schema.safeParse(String(value)).success, `${parameter.name}=${value}`).toBe(isTaken);
      }
    }
  });

  it('gives an example of what it is sent, which the contract takes', () => {
    if (!route.body && !route.acceptsJsonLines) return;
    // What is missing belongs into shared/openapi/examples.ts.
    const example = bodyExample(name);
    expect(example).toBeDefined();
    if (route.acceptsJsonLines) expect(faults(archiveLineSchema, JSON.parse(String(example)))).toBe('');
    else expect(faults(route.body, example)).toBe('');
  });

  it('gives an example of what it answers, which the contract takes', () => {
    if (route.produces || route.response instanceof z.ZodUndefined) return;
    const example = responseExample(name, route.response);
    expect(example).toBeDefined();
    expect(faults(route.response, example)).toBe('');
  });
});
