import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import { routesByFunction } from '../../../shared/contract/routes.ts';
import { openapiDocument } from '../../../shared/openapi/document.ts';
import { bodyExample } from '../../../shared/openapi/examples.ts';

const document = openapiDocument('https://sergi.example');
const ajv = new Ajv.Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'document');

/** What a text of an example is replaced by, to see whether both refuse it. */
const faulty: readonly (readonly [string, (text: string) => string | undefined])[] = [
  ['a control character', (text) => `${text}\u0007${text}`],
  ['a text that is too long for anything', () => 'a'.repeat(200_001)],
  ['a year that sorts wrongly', (text) => (/^\d{4}-\d\d-\d\d/.test(text) ? text.replace(/^\d{4}/, '1899') : undefined)],
  ['a year of the far future', (text) => (/^\d{4}-\d\d-\d\d/.test(text) ? text.replace(/^\d{4}/, '3000') : undefined)],
];

type Path = readonly (string | number)[];

/** Every text in a value, by its path. */
const textsIn = (value: unknown, path: Path = []): [Path, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
};

const withText = (value: unknown, path: Path, text: string): unknown => {
  const copy = structuredClone(value);
  let place = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) place = place[name] as typeof place;
  place[path.at(-1) ?? ''] = text;
  return copy;
};

/** Names of zones are more than a pattern can say. */
const beyondSchemas = new Set(['timeZone']);

const routes = Object.entries<Record<string, Route>>(routesByFunction)
  .flatMap(([, table]) => Object.entries(table))
  .filter(([name, { body, acceptsJsonLines: lines }]) => body && !lines && bodyExample(name) !== undefined);

describe('what the document says of a body', () => {
  it.each(routes)('of %s is what the API enforces', (name, route) => {
    const [type = ''] = ['application/json'].map((one) => one.replace('~', '~0').replace('/', '~1'));
    const at = `paths/${route.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${route.method.toLowerCase()}`;
    const isSaid = ajv.compile({ $ref: `document#/${encodeURI(`${at}/requestBody/content/${type}/schema`)}` });
    const example = bodyExample(name);
    expect(isSaid(example), JSON.stringify(isSaid.errors)).toBe(true);
    for (const [path, text] of textsIn(example)) {
      if (beyondSchemas.has(String(path.at(-1)))) continue;
      for (const [what, change] of faulty) {
        const changed = change(text);
        if (changed === undefined) continue;
        const body = withText(example, path, changed);
        // Both, or neither: a limit that is not said is found out by being refused.
        expect([what, path, isSaid(body)]).toEqual([what, path, route.body?.safeParse(body).success]);
      }
    }
  });

  it('of languages that are keys is what the API enforces', () => {
    const isSaid = ajv.compile({ $ref: 'document#/components/schemas/EventContentInput' });
    const body = (locale: string) => ({ translations: { [locale]: { title: 'T' } } });
    for (const locale of ['az', 'zh-hant']) expect(isSaid(body(locale)), locale).toBe(true);
    for (const locale of ['AZ', 'azeri', 'a', '', 'az_AZ']) expect(isSaid(body(locale)), locale).toBe(false);
  });

  it('of the JSON Feed is that it is an object', () => {
    const schema = { type: 'object', required: ['version', 'title', 'items'] };
    const answer = { content: { 'application/feed+json': { schema } } };
    expect(document.paths['/v1/feed.json']).toMatchObject({ get: { responses: { 200: answer } } });
  });
});
