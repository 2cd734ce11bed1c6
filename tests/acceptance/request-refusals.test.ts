import { describe, expect, it } from 'vitest';
import { ask, type Body, importArchive, unique } from '../support/clients/client.ts';
import { refusedPaths } from '../support/refused-paths.ts';

const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('a body that is not readable', () => {
  it.each<[string, Body, string, number]>([
    ['JSON that is cut off', '{"category":', 'application/json', 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json', 400],
    ['another type', 'category=events', 'application/x-www-form-urlencoded', 415],
    ['no type that it says', '{}', 'text/plain', 415],
    [
      'more than a megabyte',
      JSON.stringify({ place: { name: { az: 'x'.repeat(1024 * 1024) } } }),
      'application/json',
      413,
    ],
  ])('is refused for %s', async (_, raw, contentType, status) => {
    const answer = await ask('/v1/staff/events', { as: 'contributor', raw, headers: { 'content-type': contentType } });
    expect(answer.status).toBe(status);
    refusedPaths(answer);
  });
});

/** As many different language tags as a body of a megabyte holds. */
const languages = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `"a${String.fromCharCode(97 + (n % 26))}-${n.toString(36).padStart(5, '0')}":{}`,
  ).join();

const nested = (levels: number): string => '{"a":'.repeat(levels) + '0'.padEnd(levels + 1, '}');

describe('a body that wants to do harm', () => {
  it.each<[string, string, string]>([
    ['60,000 languages', `{"translations":{${languages(60_000)}}}`, 'body'],
    ['4,000 languages', `{"translations":{${languages(4_000)}}}`, 'translations.aa-00000'],
    ['60,000 unknown fields', `{${languages(60_000)}}`, 'body'],
    ['150,000 levels of nesting', nested(150_000), 'body'],
    ['33 levels of nesting', nested(33), 'body'],
    ['150,000 lists in lists', '['.repeat(150_000) + ']'.repeat(150_000), 'body'],
    ['200,000 values', `{"translations":[${'0,'.repeat(200_000)}0]}`, 'body'],
    ['an escaped __proto__', String.raw`{"\u005f_proto__":{"status":"published"}}`, '__proto__'],
    [
      'an escaped __proto__ among the languages',
      String.raw`{"translations":{"\u005f_proto__":{}}}`,
      'translations.__proto__',
    ],
    ['constructor among the languages', '{"translations":{"constructor":{}}}', 'translations.constructor'],
    ['a megabyte of combining marks', `{"price":{"az":"e${'\u0301\u0323'.repeat(240_000)}"}}`, 'price.az'],
    ['nine combining marks', `{"translations":{"az":{"title":"e${'\u0301'.repeat(9)}"}}}`, 'translations.az.title'],
    ['a field with a name of a megabyte', `{"${'x'.repeat(1_000_000)}":1}`, `${'x'.repeat(199)}…`],
  ])('is refused in a few words: %s', async (_, raw, first) => {
    const answer = await ask('/v1/staff/events', { as: 'contributor', raw });
    expect(answer.status).toBe(400);
    expect(refusedPaths(answer)[0]).toBe(first);
    expect(refusedPaths(answer).length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(answer.body).length).toBeLessThan(50_000);
  });

  it('is refused in a change as well, below fields that are looked at only once they are merged', async () => {
    const { body } = await ask('/v1/staff/exhibitions', { as: 'contributor', body: {} });
    const artworks = `/v1/staff/exhibitions/${body.id}/artworks`;
    const artwork = await ask(artworks, { as: 'contributor', body: {} });
    for (const raw of [
      `{"artist":${nested(150_000)}}`,
      `{"artist":{"consent":{${languages(60_000)}}}}`,
      String.raw`{"artist":{"consent":{"\u005f_proto__":{"image":true}}}}`,
      `{"artist":{"name":"e${'\u0301'.repeat(9)}","isMinor":false}}`,
      '{"artist":{"constructor":{"prototype":{"isMinor":false}},"name":"A","isMinor":false}}',
    ]) {
      const init = { as: 'contributor', method: 'PATCH', raw, headers: { 'if-match': '"1"' } } as const;
      const answer = await ask(`${artworks}/${artwork.body.id}`, init);
      expect(answer.status, raw.slice(0, 80)).toBe(400);
      expect(refusedPaths(answer).length).toBeLessThanOrEqual(50);
    }
  });

  it('is refused line by line in an archive', async () => {
    const raw = [
      nested(33),
      `{${languages(4_000)}}`,
      String.raw`{"\u005f_proto__":1}`,
      `{"externalId":"${'x'.repeat(9_000)}"}`,
    ];
    for (const [query, status] of [
      ['', 202],
      ['?dryRun=true', 200],
    ] as const) {
      const answer = await importArchive(raw, query);
      expect(answer.status).toBe(status);
      expect(answer.body.refused.map(({ line }: { line: number }) => line)).toEqual([1, 2, 3, 4]);
      for (const { errors } of answer.body.refused) expect(errors.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(answer.body).length).toBeLessThan(50_000);
    }
  });
});

describe('a query that is not valid', () => {
  it.each([
    ['/v1/feed?limit=0', 400, 'limit'],
    ['/v1/feed?limit=101', 400, 'limit'],
    ['/v1/feed?limit=1.5', 400, 'limit'],
    ['/v1/feed?limit=ten', 400, 'limit'],
    ['/v1/feed?limit=', 400, 'limit'],
    ['/v1/feed?page=2', 400, 'page'],
    ['/v1/feed?locale=az&locale=en', 400, 'locale'],
    ['/v1/feed?locale=de', 404, 'locale'],
    ['/v1/feed?category=sport', 404, 'category'],
    ['/v1/feed?category=a%23b', 400, 'category'],
    ['/v1/feed?campaign=A', 400, 'campaign'],
    ['/v1/events/UPPER_CASE', 400, 'idOrSlug'],
    ['/v1/events/x?lang=az', 400, 'lang'],
    ['/v1/site?x=1', 400, 'x'],
  ])('%s answers %i and names the parameter', async (path, status, parameter) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(refusedPaths(answer)).toEqual([parameter]);
  });

  it('names what is not there', async () => {
    const answer = await ask(`/v1/events/${unique('nothing')}`);
    expect(answer.status).toBe(404);
    refusedPaths(answer);
    expect((await ask(`/v1/events/${nobody}`)).status).toBe(404);
    expect((await ask('/v1/no-such-route')).status).toBe(404);
  });
});
