import { describe, expect, it } from 'vitest';
import { ask, createPublished, text, unique } from '../support/clients/client.ts';
import { withCover } from '../support/files/with-cover.ts';
import { refusedPaths } from '../support/refused-paths.ts';

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
    expect(refusedPaths(answer).sort()).toEqual(expected.toSorted());
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
    expect(refusedPaths(answer)).toEqual(['translations']);
  });
});
