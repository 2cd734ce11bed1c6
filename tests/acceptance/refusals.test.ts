import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../shared/contract/problem.ts';
import {
  type Answer,
  ask,
  type Body,
  createDraft,
  createPublished,
  importArchive,
  publish,
  text,
  unique,
} from '../support/clients/client.ts';
import { withCover } from '../support/files/with-cover.ts';

const paths = (answer: Answer): string[] => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return (problemSchema.parse(answer.body).errors ?? []).map(({ path }) => path);
};

const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('a draft that is not valid', () => {
  it.each<[string, unknown, string[]]>([
    ['an unknown field', { category: 'events', titel: 'x' }, ['titel']],
    [
      'two unknown fields and an unknown one of a translation',
      { a: 1, b: 2, translations: { az: { text: '' } } },
      ['translations.az.text', 'a', 'b'],
    ],
    ['a wrong type', { translations: { az: { title: 7 } } }, ['translations.az.title']],
    ['a list instead of an object', [], ['body']],
    ['null instead of a text', { translations: { az: { title: null } } }, ['translations.az.title']],
    ['a language that is no tag', { translations: { Azərbaycan: {} } }, ['translations.Azərbaycan']],
    ['a language that the site does not have', { translations: { de: {} } }, ['translations.de']],
    ['a category that the site does not have', { category: 'sport' }, ['category']],
    ['a category that is no slug', { category: 'Tədbirlər' }, ['category']],
    ['a title of 301 characters', { translations: { az: { title: 'ə'.repeat(301) } } }, ['translations.az.title']],
    [
      'a summary of 1,001 characters',
      { translations: { az: { summary: 'ə'.repeat(1001) } } },
      ['translations.az.summary'],
    ],
    ['a body of 100,001 characters', { translations: { az: { body: 'ə'.repeat(100_001) } } }, ['translations.az.body']],
    ['a slug with capitals', { translations: { az: { slug: 'Rəsm' } } }, ['translations.az.slug']],
    ['a slug of 81 characters', { translations: { az: { slug: 'a'.repeat(81) } } }, ['translations.az.slug']],
    ['half a surrogate pair', { translations: { az: { title: 'a\ud800b' } } }, ['translations.az.title']],
    ['a control character', { translations: { az: { title: 'a\u0000b' } } }, ['translations.az.title']],
    ['a day that does not exist', { showings: [{ startsAt: '2022-02-30' }] }, ['showings.0.startsAt']],
    [
      'an end before the start',
      { showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-17' }] },
      ['showings.0.endsAt'],
    ],
    ['an end without a start', { showings: [{ endsAt: '2022-11-17' }] }, ['showings.0.startsAt']],
    ['an upload that is not known', withCover(nobody), ['pictures.0.uploadId']],
    ['an upload id that is none', withCover('../x'), ['pictures.0.uploadId']],
    ['a field that only the desk writes', { status: 'published', version: 9 }, ['status', 'version']],
  ])('is refused for %s', async (_, body, expected) => {
    const answer = await ask('/v1/staff/events', { as: 'contributor', body });
    expect(answer.status).toBe(400);
    expect(paths(answer).sort()).toEqual(expected.toSorted());
  });

  it('is refused where prototypes are meant', async () => {
    const raw = '{"__proto__": {"status": "published"}, "translations": {"__proto__": {"title": "x"}}}';
    expect((await ask('/v1/staff/events', { as: 'contributor', raw })).status).toBe(400);
  });

  it('may have 300 characters outside the basic plane in its title', async () => {
    const title = '🎨'.repeat(300);
    const answer = await createPublished({ translations: { az: { ...text('x'), title } } });
    expect(answer).toMatchObject({ status: 200, body: { translations: { az: { title } } } });
    expect(answer.body.translations.az.slug).toMatch(/^event-[0-9a-z]{8}$/);
  });

  it('may have texts in three languages that are as long as they may be', async () => {
    const body = 'Müsabiqədə iştirak edən uşaqların rəsmləri sərgilənir. '.repeat(1818).slice(0, 99_999);
    const translations = {
      az: { title: unique('az'), body },
      en: { title: unique('en'), body },
      ru: { title: unique('ru'), body },
    };
    const answer = await createPublished({ translations });
    expect(answer.status).toBe(200);
  });

  it('is refused, not half kept, where its texts together are more than can be stored', async () => {
    const glyphs = () =>
      Array.from({ length: 95_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join('');
    const translations = {
      az: { title: 'a', body: glyphs() },
      en: { title: 'b', body: glyphs() },
      ru: { title: 'c', body: glyphs() },
    };
    const answer = await ask('/v1/staff/events', { as: 'contributor', body: { translations } });
    expect(answer.status).toBe(400);
    expect(paths(answer)).toEqual(['translations']);
  });
});

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
    paths(answer);
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
    expect(paths(answer)[0]).toBe(first);
    expect(paths(answer).length).toBeLessThanOrEqual(50);
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
      expect(paths(answer).length).toBeLessThanOrEqual(50);
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
    expect(paths(answer)).toEqual([parameter]);
  });

  it('names what is not there', async () => {
    const answer = await ask(`/v1/events/${unique('nothing')}`);
    expect(answer.status).toBe(404);
    paths(answer);
    expect((await ask(`/v1/events/${nobody}`)).status).toBe(404);
    expect((await ask('/v1/no-such-route')).status).toBe(404);
  });
});

describe('a change of a draft', () => {
  let id: string;

  beforeAll(async () => {
    id = (await createDraft({ translations: { az: { title: 'Bir' }, en: { title: 'One' } } })).body.id;
  });

  const change = (body: unknown, ifMatch?: string) =>
    ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      as: 'contributor',
      body,
      headers: ifMatch ? { 'if-match': ifMatch } : {},
    });

  it('is refused without the version that was read', async () => {
    const answer = await change({ place: { name: { az: 'x' } } });
    expect(answer.status).toBe(428);
    expect(paths(answer)).toEqual(['If-Match']);
  });

  it.each(['1', '"1", "2"', 'W/1', '"'])('is refused with what is not one tag: If-Match %s', async (ifMatch) => {
    expect((await change({ place: { name: { az: 'x' } } }, ifMatch)).status).toBe(400);
  });

  it.each(['W/"1"', '"0"', '"x"', '"01"', '""', '"99999999999"'])(
    'finds no version that matches If-Match %s',
    async (ifMatch) => {
      const { status, body } = await change({ place: { name: { az: 'x' } } }, ifMatch);
      expect([status, body.currentVersion]).toEqual([412, 1]);
    },
  );

  it('is meant for any version with If-Match *, and for none that does not exist', async () => {
    const other = (await createDraft({ translations: { az: { title: 'Bir' } } })).body.id;
    const init = {
      method: 'PATCH',
      as: 'contributor',
      body: { place: { name: { az: 'x' } } },
      headers: { 'if-match': '*' },
    } as const;
    expect((await ask(`/v1/staff/events/${other}`, init)).body).toMatchObject({
      version: 2,
      place: { name: { az: 'x' } },
    });
    expect((await ask(`/v1/staff/events/${other}`, init)).body.version).toBe(3);
    expect((await ask('/v1/staff/events/01J00000000000000000000000', init)).status).toBe(404);
  });

  it('removes what is null, keeps what is not named, and refuses a version that is gone', async () => {
    const first = await change(
      { place: { name: { az: 'Bakı' } }, translations: { en: null, az: { summary: 'S' } } },
      '"1"',
    );
    expect(first.status).toBe(200);
    expect(first.body.translations).toEqual({ az: { title: 'Bir', summary: 'S' } });
    const stale = await change({ place: { name: { az: 'Gəncə' } } }, '"1"');
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect(stale.body.updatedBy).toBeTruthy();
    expect(stale.headers.get('etag')).toBe('"2"');
    const { body } = await ask(`/v1/staff/events/${id}`, { as: 'contributor' });
    expect(body).toMatchObject({ place: { name: { az: 'Bakı' } }, version: 2 });
  });

  it('loses to nobody in silence: of ten at once one wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => change({ place: { name: { az: `Venue ${n}` } } }, '"2"')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
  });

  it('archives instead of deleting, once', async () => {
    const archive = (version: string) =>
      ask(`/v1/staff/events/${id}`, { method: 'DELETE', as: 'contributor', headers: { 'if-match': version } });
    expect((await ask(`/v1/staff/events/${id}`, { method: 'DELETE', as: 'contributor' })).status).toBe(428);
    expect((await archive('"2"')).status).toBe(412);
    expect(await archive('"3"')).toMatchObject({ status: 200, body: { status: 'archived', version: 4 } });
    expect((await archive('"4"')).status).toBe(409);
    expect((await publish(id)).status).toBe(409);
  });
});

describe('a publication', () => {
  it('says everything that is missing at once', async () => {
    const { body } = await ask('/v1/staff/events', {
      as: 'contributor',
      body: { translations: { az: { title: 'T' }, ru: { body: 'B' } } },
    });
    const answer = await publish(body.id);
    expect(answer.status).toBe(400);
    expect(paths(answer)).toEqual(['category', 'translations.az.body', 'translations.ru.title']);
  });

  it('is refused for a draft without any language', async () => {
    const { body } = await createDraft({});
    expect(paths(await publish(body.id))).toEqual(['translations']);
  });

  it('publishes the languages that are asked for and leaves the others', async () => {
    const { body } = await createDraft({ translations: { az: text(unique('az')), ru: { title: 'Набросок' } } });
    expect((await publish(body.id)).status).toBe(400);
    const answer = await publish(body.id, { locales: ['az'] });
    expect(answer).toMatchObject({ status: 200, body: { publishedLocales: ['az'] } });
    expect((await ask(`/v1/events/${body.id}?locale=ru`)).body).toMatchObject({
      locale: 'az',
      alternates: [{ locale: 'az' }],
    });
  });

  it('is refused for a cover without a text for those who cannot see it', async () => {
    const upload = {
      fileName: 'a.jpg',
      contentType: 'image/jpeg',
      contentLength: 5,
      sha256: Buffer.from(unique('x').padEnd(32)).toString('hex'),
    };
    const { body: signed } = await ask('/v1/staff/uploads', { as: 'contributor', body: upload });
    const { body } = await createDraft({ ...withCover(signed.uploadId, {}), translations: { az: text(unique('az')) } });
    expect(paths(await publish(body.id))).toEqual(['pictures.0.alt.az', 'pictures.0.uploadId']);
  });

  it('is refused for a slug that another event has, and finds a free one by itself', async () => {
    const title = unique('same title');
    const first = await createPublished({ translations: { az: text(title) } });
    const slug = first.body.translations.az.slug;
    const second = await createPublished({ translations: { az: text(title) } });
    expect(second.body.translations.az.slug).toBe(`${slug}-2`);
    const third = await createPublished({ translations: { az: { ...text(title), slug } } });
    expect(third.status).toBe(400);
    expect(paths(third)).toEqual(['translations.az.slug']);
  });

  it('gives five events of one title, published at once, five addresses', async () => {
    const title = unique('at once');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => createPublished({ translations: { az: text(title) } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(new Set(answers.map(({ body }) => body.translations.az.slug)).size).toBe(5);
  });

  it('stays out of sight until its time comes', async () => {
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    const campaign = unique('later');
    const answer = await createPublished({ campaign, translations: { az: text(unique('later')) } }, { publishAt });
    expect(answer).toMatchObject({ status: 200, body: { publishedAt: publishAt } });
    expect((await ask(`/v1/feed?campaign=${campaign}`)).status).toBe(404);
    expect((await ask(`/v1/events/${answer.body.id}`)).status).toBe(404);
    expect((await ask(`/v1/events/${answer.body.translations.az.slug}`)).status).toBe(404);
  });

  it('keeps an old address as a redirect when the slug is changed', async () => {
    const { body } = await createPublished({ translations: { az: text(unique('old')) } });
    const slug = unique('new');
    await ask(`/v1/staff/events/${body.id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${body.version}"` },
      body: { translations: { az: { slug } } },
    });
    expect((await publish(body.id)).status).toBe(200);
    const old = await ask(`/v1/events/${body.translations.az.slug}`);
    expect(old.status).toBe(301);
    expect((await ask(old.headers.get('location') ?? '')).body).toMatchObject({ id: body.id, slug });
  });
});
