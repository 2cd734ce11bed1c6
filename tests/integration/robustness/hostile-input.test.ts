import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { bodyExample } from '../../../shared/openapi/examples.ts';
import { maxErrors } from '../../../shared/refusals/field-error.ts';
import { languages } from '../../../shared/refusals/language.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { hostileBody, hostilePart, sendings } from '../../support/random/hostile-json.ts';

/** How often each route is tried: `FUZZ_RUNS=1000` looks further. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 25);

const routes = Object.entries<Route>(staffRoutes);

let cloud: ProductCloud;
let token: string;
const ids: Record<string, string> = { deliveryId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', version: '1', token: 'x' };

beforeAll(async () => {
  cloud = await startProductInProcess();
  token = await cloud.token({ groups: ['admin'] });
  ids.events = await cloud.draft();
  const translations = { az: { title: 'Sərgi' } };
  ids.exhibitions = (await cloud.ask('/v1/staff/exhibitions', { body: { translations } })).body.id;
  const artworks = `/v1/staff/exhibitions/${ids.exhibitions}/artworks`;
  ids.artworkId = (await cloud.ask(artworks, { body: { translations } })).body.id;
  ids.webhooks = (await cloud.ask('/v1/staff/webhooks', { body: { url: 'http://127.0.0.1:9/hook' } })).body.id;
});
afterAll(() => cloud.end());

/** The address of a route, with what is there, or with other parts in place of it. */
const addressOf = ({ path }: Route, part?: string): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent((part ?? ids[name === 'id' ? (path.split('/')[3] ?? '') : name] ?? '0').toWellFormed()),
  );

const version = async (route: Route): Promise<string> => {
  const answer = await cloud.ask(addressOf(route).replace(/\/(status|publish|unpublish|selection|secret|test)$/, ''));
  return answer.headers.get('etag') ?? '"1"';
};

/** Each request asks for refusals in the next of their languages. */
let requests = 0;

/**
 * Sends a request, and expects an answer that is no fault of ours, and a problem document in its language where it is a
 * refusal.
 */
const send = async (route: Route, address: string, init: RequestInit): Promise<void> => {
  requests += 1;
  const language = languages[requests % languages.length] ?? '';
  const response = await cloud.fetch(`${cloud.apiUrl}${address}`, {
    ...init,
    method: route.method,
    headers: { authorization: `Bearer ${token}`, 'accept-language': language, ...init.headers },
  });
  const text = await response.text();
  const what = `${route.method} ${address} (${language}): ${response.status} ${text.slice(0, 300)}`;
  expect(response.status, what).toBeLessThan(500);
  expect(text.length, what).toBeLessThan(1_000_000);
  if (response.headers.get('content-type') === 'application/problem+json') {
    const { errors = [], detail } = JSON.parse(text);
    expect(errors.length, what).toBeLessThanOrEqual(maxErrors);
    expect(detail, what).not.toBe('');
    // What caches keep is worded for every caller.
    const isKept = response.headers.get('cache-control')?.startsWith('public');
    if (!isKept) expect(response.headers.get('content-language'), what).toBe(language);
    for (const { message } of errors) expect(message.trim(), what).not.toBe('');
  } else expect(response.status, what).toBeLessThan(405);
};

const changes = (text: string, sending: (typeof sendings)[number]): NonNullable<RequestInit['body']> => {
  if (sending.includes('utf-16')) return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (sending.endsWith(';')) return `\ufeff${text}`;
  if (sending === '') return new Uint8Array(gzipSync(text));
  return text;
};

describe('no body is answered with a fault of ours', () => {
  it.each(routes.filter(([, { body, acceptsJsonLines: lines }]) => body || lines))('%s', async (name, route) => {
    const example = bodyExample(name);
    const bodies = hostileBody(typeof example === 'string' ? JSON.parse(example) : example);
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...sendings), fc.boolean(), async (text, sending, isCurrent) => {
        const ifMatch = route.ifMatch && (isCurrent ? await version(route) : '"1"');
        await send(route, addressOf(route), {
          body: changes(text, sending),
          headers: {
            'content-type': route.acceptsJsonLines && sending === 'application/json' ? 'application/jsonl' : sending,
            ...(sending === '' && { 'content-encoding': 'gzip', 'content-type': 'application/json' }),
            ...(ifMatch && { 'if-match': ifMatch }),
          },
        });
      }),
      { numRuns, endOnFailure: true },
    );
  });
});

describe('no address is answered with a fault of ours', () => {
  it.each(routes.filter(([, { method, params, query }]) => method === 'GET' && (params || query)))(
    '%s',
    async (_, route) => {
      const known = Object.keys(route.query?.shape ?? { x: 0 });
      const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...known), hostilePart), hostilePart), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(fc.option(hostilePart, { nil: undefined }), query, async (part, given) => {
          const sent = given
            .map((pair) => pair.map((one) => encodeURIComponent(one.toWellFormed())).join('='))
            .join('&');
          await send(route, `${addressOf(route, part)}${sent && `?${sent}`}`, {});
        }),
        { numRuns, endOnFailure: true },
      );
    },
  );
});
