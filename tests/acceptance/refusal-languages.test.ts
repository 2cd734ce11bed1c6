import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../shared/contract/problem.ts';
import { type Answer, ask, createDraft } from '../support/clients/client.ts';

/** Sentences of zod, V8, Node and the SDK, and our own English ones. */
const foreign =
  /Invalid|expected|received|Unrecognized|Too (small|big)|Unexpected|ENOENT|Exception|(?<!\p{L})(is|are|was|must|may|has|have|the|not|there|that)(?!\p{L})/u;

const expectLanguage = (answer: Answer, language: 'az' | 'ru'): void => {
  expect(answer.headers.get('vary')).toContain('accept-language');
  expectWords(answer, language);
};

const expectWords = (answer: Answer, language: 'az' | 'ru'): void => {
  const problem = problemSchema.parse(answer.body);
  expect(answer.headers.get('content-language')).toBe(language);
  expect(problem.code).toMatch(/^[a-z][A-Za-z0-9]+$/);
  for (const text of [problem.title, ...(problem.errors ?? []).map(({ message }) => message)]) {
    expect(text).not.toMatch(foreign);
    expect(text).toMatch(language === 'ru' ? /[а-яё]/i : /\p{L}/u);
  }
  if (!problem.errors) expect(problem.detail).not.toMatch(foreign);
  for (const { code } of problem.errors ?? []) expect(code).toBeTruthy();
};

const drafts: [string, unknown][] = [
  ['an unknown field', { titel: 'x' }],
  ['a wrong type', { translations: { az: { title: 7 } } }],
  ['a list', []],
  ['null', { translations: { az: { title: null } } }],
  ['a language that is no tag', { translations: { Azərbaycan: {} } }],
  ['a language that the site lacks', { translations: { de: {} } }],
  ['a category that the site lacks', { category: 'sport' }],
  ['a category that is no slug', { category: 'Tədbirlər' }],
  ['a long title', { translations: { az: { title: 'ə'.repeat(301) } } }],
  ['a slug with capitals', { translations: { az: { slug: 'Rəsm' } } }],
  ['half a surrogate pair', { translations: { az: { title: 'a\ud800b' } } }],
  ['a control character', { translations: { az: { title: 'a\u0000b' } } }],
  ['a day that does not exist', { showings: [{ startsAt: '2022-02-30' }] }],
  ['a day far off', { showings: [{ startsAt: '3022-02-20' }] }],
  ['an end before the start', { showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-17' }] }],
  ['an end without a start', { showings: [{ endsAt: '2022-11-17' }] }],
  ['a day beside a time', { showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-18T10:00:00Z' }] }],
  ['an exhibition that is not there', { exhibitionId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }],
  ['no id', { exhibitionId: 'x' }],
  ['sixty unknown fields', Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`x${n}`, 1]))],
];

const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe.each(['az', 'ru'] as const)('refusals for readers of %s', (language) => {
  const headers = { 'accept-language': `de, ${language};q=0.8, en;q=0.5` };
  let id: string;

  beforeAll(async () => {
    id = (await createDraft({})).body.id;
  });

  it.each(drafts)('of a draft with %s', async (_, body) => {
    const answer = await ask('/v1/staff/events', { as: 'editor', body, headers });
    expect(answer.status).toBe(400);
    expectLanguage(answer, language);
  });

  it.each([
    ['no JSON', '{"a": 1,}', {}, 400],
    ['nothing but an opening bracket', '{', {}, 400],
    ['a deep one', '['.repeat(40), {}, 400],
    ['a page', '<p>', { 'content-type': 'text/html' }, 415],
    ['another coding', Buffer.from([0x7b, 0xff, 0x7d]), {}, 400],
  ])('of a body that is %s', async (_, raw, more, status) => {
    const answer = await ask('/v1/staff/events', { as: 'editor', raw, headers: { ...headers, ...more } });
    expect(answer.status).toBe(status);
    expectLanguage(answer, language);
  });

  it.each([
    [`/v1/staff/events/${nobody}`, 404],
    [`/v1/staff/exhibitions/${nobody}`, 404],
    [`/v1/staff/uploads/${nobody}`, 404],
    ['/v1/staff/audit?month=x', 400],
  ])('of %s', async (path, status) => {
    const answer = await ask(path, { as: 'admin', headers });
    expect(answer.status).toBe(status);
    expectLanguage(answer, language);
  });

  it.each([
    ['/v1/feed?limit=0', 400],
    ['/v1/feed?limit=many', 400],
    ['/v1/feed?locale=Azərbaycan', 400],
    ['/v1/feed?unknown=1', 400],
    ['/v1/feed?cursor=x', 400],
    ['/v1/search', 400],
    ['/v1/exhibitions?limit=1000', 400],
  ])('of %s to the public', async (path, status) => {
    const answer = await ask(path, { headers });
    expect(answer.status).toBe(status);
    expectLanguage(answer, language);
  });

  it.each(['/v1/events/nothing', '/v1/exhibitions/nothing', '/v1/nothing'])(
    'of %s to the public, which a CDN keeps for some seconds for readers of every language',
    async (path) => {
      const answer = await ask(`${path}?locale=${language}`, { headers: { 'accept-language': 'en' } });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('vary') ?? '').not.toContain('accept-language');
      expectWords(answer, language);
      const other = await ask(path, { headers });
      expect([other.status, other.headers.get('content-language')]).toEqual([404, 'en']);
    },
  );

  it('of a publication that lacks everything, of a role, of a version', async () => {
    const missing = await ask(`/v1/staff/events/${id}/publish`, { as: 'editor', body: {}, headers });
    expect(missing.status).toBe(400);
    const role = await ask(`/v1/staff/events/${id}/publish`, { as: 'contributor', body: {}, headers });
    expect(role.status).toBe(403);
    const required = await ask(`/v1/staff/events/${id}`, { as: 'editor', method: 'PATCH', body: {}, headers });
    expect(required.status).toBe(428);
    const stale = await ask(`/v1/staff/events/${id}`, {
      as: 'editor',
      method: 'PATCH',
      body: {},
      headers: { ...headers, 'if-match': '"99"' },
    });
    expect(stale.status).toBe(412);
    for (const answer of [missing, role, required, stale]) expectLanguage(answer, language);
  });

  it('of lines of an archive', async () => {
    const raw = '{"a":1}\nx\n{"externalId":"1"}';
    const answer = await ask('/v1/staff/imports?dryRun=true', {
      as: 'admin',
      raw,
      headers: { ...headers, 'content-type': 'application/jsonl' },
    });
    expect(answer.body.refused).toHaveLength(3);
    for (const { errors } of answer.body.refused) {
      for (const { message } of errors) expect(message).not.toMatch(foreign);
    }
  });
});

it('speaks English to readers of other languages, and says so', async () => {
  const answer = await ask('/v1/events/there-is-none', { headers: { 'accept-language': 'de, fr;q=0.5, az;q=0' } });
  expect(answer.headers.get('content-language')).toBe('en');
  expect(answer.body).toMatchObject({ code: 'eventNotFound', detail: 'There is no event there-is-none.' });
});
