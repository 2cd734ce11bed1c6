import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { pageRoutes } from '../../../shared/contract/pages.ts';
import { languagesOfCaller } from '../../../shared/http/language-of-caller.ts';
import { lookUpLocale } from '../../../shared/model/languages/look-up-locale.ts';
import { browserLanguages } from '../../edge/requests.ts';

const code = readFileSync(new URL('../../../infra/edge/reader-request.js', import.meta.url), 'utf8');
const context = createContext({});
runInContext(code, context);

/** What the function at the edge makes of a request. */
const handled = (uri: string, headers: object, rawQuery: string) => {
  const event = { request: { method: 'GET', uri, querystring: {}, cookies: {}, headers } };
  return JSON.parse(
    runInContext(
      `(() => {
        const event = ${JSON.stringify(event)};
        event.request.rawQueryString = () => ${JSON.stringify(rawQuery)} || undefined;
        return JSON.stringify(handler(event));
      })()`,
      context,
    ),
  );
};

const reduced = (header: string | undefined): string | undefined =>
  handled('/', header === undefined ? {} : { 'accept-language': { value: header } }, '').headers['accept-language']
    ?.value;

describe('a query at the edge', () => {
  it.each([
    ['utm_source=x', ''],
    ['category=news&utm_source=x&utm_id=1&fbclid=2', 'category=news'],
    ['ysclid=lk3j&month=2026-11', 'month=2026-11'],
    ['month=2026-11&category=news', 'category=news&month=2026-11'],
    // An address of an earlier site may have any other name, several times, with or without a value.
    ['view=article&id=5&id=2&print', 'id=5&id=2&print&view=article'],
    ['utm=1&q=fbclid&FBCLID=3', 'FBCLID=3&q=fbclid&utm=1'],
    ['&&a=%C9%99%zz&', 'a=%C9%99%zz'],
  ])('of %s is "%s"', (query, expected) => {
    for (const path of ['/', '/az', '/index.php']) expect(handled(path, {}, query).querystring).toBe(expected);
  });

  it("is not touched where there is none, and the reader's languages only where they count", () => {
    const headers = { 'accept-language': { value: 'az-AZ,az;q=0.9' } };
    expect(handled('/az', headers, '')).toMatchObject({ uri: '/az', querystring: {}, headers });
  });

  it('takes no parameter that a page knows', () => {
    const names = Object.values(pageRoutes).flatMap((route) =>
      'shape' in route.query ? Object.keys(route.query.shape) : [],
    );
    expect(names).toContain('cursor');
    for (const name of names) expect(handled('/az', {}, `${name}=1`).querystring).toBe(`${name}=1`);
  });
});

describe('Accept-Language at the edge', () => {
  it.each([
    ['az-AZ,az;q=0.9,en-US;q=0.8,en;q=0.7', 'az-az,en-us'],
    ['az-AZ, az; q=0.9, en-US ;q=0.8', 'az-az,en-us'],
    ['AZ', 'az'],
    ['ru;q=0.5,az', 'az,ru'],
    ['en;q=0, ru', 'ru'],
    ['az-Latn-AZ', 'az-latn'],
    ['en,en-US', 'en,en-us'],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
    ['"x, <script>', undefined],
    ['de,fr,it,es,pt,az', 'de,fr,it,es,pt'],
  ])('of %s leaves %s', (header, expected) => {
    expect(reduced(header)).toBe(expected);
  });

  // Every language a reader may send, in every order: the site's language is the same with the function and without it.
  it('leaves what decides: the API chooses the same language from it', () => {
    const sites = [['az', 'en', 'ru'], ['en'], ['zh-hant', 'ru'], ['en-us', 'en']];
    const choice = (header: string | undefined, site: readonly string[]) =>
      languagesOfCaller(header).flatMap((range) => lookUpLocale(range, site) ?? [])[0];
    for (const header of browserLanguages)
      for (const site of sites) expect(choice(reduced(header), site), header).toBe(choice(header, site));
  });
});
