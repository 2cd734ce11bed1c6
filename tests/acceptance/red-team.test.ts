import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../shared/contract/problem.ts';
import { type Answer, ask, createDraft, createPublished, publish, text, unique } from '../support/clients/client.ts';

const paths = (answer: Answer): string[] => (problemSchema.parse(answer.body).errors ?? []).map(({ path }) => path);

describe('what was found by those who tried to break it', () => {
  const drafts = () => ask('/v1/staff/events?limit=100', { as: 'contributor' });

  it.each<[string, object, string]>([
    [
      'a day so late that its UTC has five digits',
      { showings: [{ startsAt: '9999-12-31T23:59:59-01:00' }] },
      'showings.0.startsAt',
    ],
    ['a day before the first year', { showings: [{ startsAt: '0000-01-01T00:00:00+01:00' }] }, 'showings.0.startsAt'],
    ['a year that would not sort', { showings: [{ startsAt: '3000-01-01' }] }, 'showings.0.startsAt'],
    [
      'a text that grows beyond its limit in its normal form',
      { translations: { az: { title: '\u0958'.repeat(300) } } },
      'translations.az.title',
    ],
    [
      'a day against a time',
      { showings: [{ startsAt: '2026-01-05T10:00Z', endsAt: '2026-01-05' }] },
      'showings.0.endsAt',
    ],
    ['a day that is none', { showings: [{ startsAt: 'yesterday' }] }, 'showings.0.startsAt'],
  ])('%s is refused, and the list of drafts goes on', async (_, body, path) => {
    const answer = await ask('/v1/staff/events', { as: 'contributor', body });
    expect(answer.status).toBe(400);
    expect(paths(answer)).toEqual([path]);
    expect((await drafts()).status).toBe(200);
  });

  it('a publication cannot be dated where it would never be hidden', async () => {
    const answer = await createPublished(
      { translations: { az: text(unique('far')) } },
      { publishAt: '9999-12-31T23:59:59-01:00' },
    );
    expect(answer.status).toBe(400);
    expect(paths(answer)).toEqual(['publishAt']);
  });

  it.each([
    [4_000, 50],
    // More names and values than a body may hold are refused before any is looked at.
    [50_000, 1],
  ])('%i unknown fields are refused with %i errors', async (count, errors) => {
    const body = Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, 1]));
    const answer = await ask('/v1/staff/events', { as: 'contributor', body });
    expect(answer.status).toBe(400);
    expect(paths(answer)).toHaveLength(errors);
  });

  it('a language that is removed from the working copy leaves the public with the next publication', async () => {
    const { body } = await createPublished({ translations: { az: text(unique('az')), en: text(unique('en')) } });
    await ask(`/v1/staff/events/${body.id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${body.version}"` },
      body: { translations: { en: null } },
    });
    expect((await publish(body.id)).body).toMatchObject({ publishedLocales: ['az'], hasUnpublishedChanges: false });
    expect((await ask(`/v1/events/${body.translations.en.slug}`)).status).toBe(410);
  });

  it('a partial publication says that something is left', async () => {
    const { body } = await createDraft({ translations: { az: text(unique('az')), en: text(unique('en')) } });
    expect((await publish(body.id, { locales: ['az'] })).body).toMatchObject({ hasUnpublishedChanges: true });
    expect((await publish(body.id)).body).toMatchObject({ hasUnpublishedChanges: false });
  });

  it('a plan for later is given up when it is published now', async () => {
    const { body } = await createPublished(
      { translations: { az: text(unique('plan')) } },
      { publishAt: '2090-01-01T00:00:00Z' },
    );
    expect((await ask(`/v1/events/${body.id}`)).status).toBe(404);
    expect((await publish(body.id, { publishAt: '2091-01-01T00:00Z' })).body.publishedAt).toBe(
      '2091-01-01T00:00:00.000Z',
    );
    const now = await publish(body.id);
    expect(Date.parse(now.body.publishedAt)).toBeLessThanOrEqual(Date.now() + 60_000);
    expect((await ask(`/v1/events/${body.id}`)).status).toBe(200);
  });

  it('bodies are left out of lists, so that a list always fits into an answer', async () => {
    const { body } = await createDraft({ translations: { az: text(unique('long')) } });
    const { items } = (await drafts()).body;
    expect(items.find(({ id }: { id: string }) => id === body.id).translations.az).not.toHaveProperty('body');
  });

  it('a title of nothing but invisible characters is none', async () => {
    for (const title of ['\u200b\u200b', '\u2800', '\u3164']) {
      const answer = await createDraft({ translations: { az: { title, body: 'B' } } });
      expect(answer.status).toBe(400);
      expect(paths(answer)).toEqual(['translations.az.title']);
    }
    const bare = await createPublished({ translations: { az: { title: 'Sınaq', body: '[](https://example.org/)' } } });
    expect(bare.status).toBe(400);
    expect(paths(bare)).toEqual(['translations.az.body']);
  });

  it('a title that would turn the text after it is refused, in the language of the caller', async () => {
    for (const [language, word] of Object.entries({ az: 'görünməz', en: 'invisible', ru: 'невидимых' })) {
      const answer = await ask('/v1/staff/events', {
        ...{ as: 'contributor', headers: { 'accept-language': language } },
        body: { translations: { az: { title: 'Sərgi \u202egnp.exe', body: 'x' } } },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toMatchObject([{ path: 'translations.az.title', code: 'bidiControls' }]);
      expect(answer.body.errors[0].message).toContain(word);
    }
  });

  it('a title in Azerbaijani Cyrillic loses no letter in its address', async () => {
    const { body } = await createPublished({ translations: { az: text(unique('Ҹәфәр Ҹаббарлы һәјаты')) } });
    expect(body.translations.az.slug).toMatch(/^cefer-cabbarli-heyati-/);
  });

  it('bold text ends before a suffix, and an image by http: is a link', async () => {
    const body = '**“Sərgi”**nin açılışı, **«Bakı»**da, **(qısa)**dır\n\n![şəkil](http://example.org/i.jpg)';
    const { id } = (await createPublished({ translations: { az: { title: unique('Sınaq'), body } } })).body;
    const published = await ask(`/v1/events/${id}?locale=az`);
    expect(published.body.body.html).toBe(
      '<p><strong>“Sərgi”</strong>nin açılışı, <strong>«Bakı»</strong>da, <strong>(qısa)</strong>dır</p>\n' +
        '<p><a href="http://example.org/i.jpg" rel="noopener noreferrer">şəkil</a></p>',
    );
  });

  it('an indented first line keeps what it means in Markdown', async () => {
    const { body } = await createDraft({ translations: { az: { body: '\n\n    code\n\ntext\n\n' } } });
    expect(body.translations.az.body).toBe('    code\n\ntext');
  });
});
