import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { languagesOfCaller } from '../../../shared/http/language-of-caller.ts';
import { lookUpLocale } from '../../../shared/model/look-up-locale.ts';

const code = readFileSync(new URL('../../../infra/edge/reader-language.js', import.meta.url), 'utf8');
const context = createContext({});
runInContext(code, context);

/** What the function at the edge makes of a header. */
const reduced = (header: string | undefined): string | undefined => {
  const headers = header === undefined ? {} : { 'accept-language': { value: header } };
  const event = { request: { method: 'GET', uri: '/', querystring: {}, cookies: {}, headers } };
  const request = JSON.parse(runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, context));
  return request.headers['accept-language']?.value;
};

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
    const tags = ['az', 'az-AZ', 'EN-us', 'en', 'ru-RU', 'ru', 'de', 'zh-Hant-TW', '*'];
    const weights = ['', ';q=0.9', ';q=0.5', ';q=0'];
    const sites = [['az', 'en', 'ru'], ['en'], ['zh-hant', 'ru'], ['en-us', 'en']];
    const choice = (header: string | undefined, site: readonly string[]) =>
      languagesOfCaller(header).flatMap((range) => lookUpLocale(range, site) ?? [])[0];
    for (const a of tags) {
      for (const b of tags) {
        for (const [n, weight] of weights.entries()) {
          const header = `${a}${weights[(n + 1) % 4]},${b}${weight},en;q=0.1`;
          for (const site of sites) expect(choice(reduced(header), site), header).toBe(choice(header, site));
        }
      }
    }
  });
});
