import { describe, expect, it } from 'vitest';
import {
  ask,
  createDraft,
  createPublished,
  eventually,
  feed,
  publish,
  text,
  unique,
} from '../support/clients/client.ts';

const change = async (id: string, body: object, as: 'contributor' | 'editor' = 'contributor') => {
  const { body: current } = await ask(`/v1/staff/events/${id}`, { as });
  return ask(`/v1/staff/events/${id}`, { method: 'PATCH', as, body, headers: { 'if-match': `"${current.version}"` } });
};

const unpublish = (id: string, body: object = {}) => ask(`/v1/staff/events/${id}/unpublish`, { as: 'editor', body });

describe('languages', () => {
  it('live and are withdrawn each on its own', async () => {
    const campaign = unique('languages');
    const { body } = await createDraft({
      campaign,
      translations: { az: text(unique('az')), ru: { title: 'Набросок' } },
    });
    expect((await publish(body.id, { locales: ['az'] })).body).toMatchObject({ publishedLocales: ['az'] });
    await change(body.id, {
      translations: { ru: text(unique('русский')), az: { title: 'Changed but not published' } },
    });

    const ru = await publish(body.id, { locales: ['ru'] });
    expect(ru).toMatchObject({ status: 200, body: { publishedLocales: ['az', 'ru'] } });
    const az = await eventually(
      () => ask(`/v1/events/${body.id}?locale=az`),
      ({ body }) => body.alternates?.length === 2,
    );
    expect(az.body.title).not.toBe('Changed but not published');

    expect((await unpublish(body.id, { locales: ['ru'] })).body).toMatchObject({
      status: 'published',
      publishedLocales: ['az'],
    });
    const fallback = await eventually(
      () => feed(campaign, { locale: 'ru' }),
      ({ body }) => body.items[0]?.locale === 'az',
    );
    expect(fallback.body.items).toHaveLength(1);
    expect((await ask(`/v1/events/${ru.body.translations.ru.slug}`)).status).toBe(410);
    expect((await unpublish(body.id, { locales: ['az'] })).body).toMatchObject({
      status: 'withdrawn',
      publishedLocales: [],
    });
  });

  it('can be read without fallbacks, page by page', async () => {
    const campaign = unique('translated');
    for (let n = 0; n < 6; n += 1) {
      const locale = n % 2 ? 'en' : 'az';
      expect(
        (await createPublished({ campaign, translations: { [locale]: text(`${locale} ${n} ${campaign}`) } })).status,
      ).toBe(200);
    }
    await eventually(
      () => feed(campaign, { locale: 'en' }),
      ({ body }) => body.items.length === 6,
    );
    const first = await feed(campaign, { locale: 'en', translatedOnly: 'true', limit: '2' });
    const second = await feed(campaign, {
      locale: 'en',
      translatedOnly: 'true',
      limit: '2',
      cursor: first.body.nextCursor,
    });
    const items = [...first.body.items, ...second.body.items];
    expect(items.map(({ locale }) => locale)).toEqual(['en', 'en', 'en']);
    expect((await feed(campaign, { locale: 'en', cursor: first.body.nextCursor })).status).toBe(400);
    expect((await feed(campaign, { locale: 'ru', translatedOnly: 'true' })).body.items).toEqual([]);
    expect((await feed(campaign, { locale: 'en', translatedOnly: 'perhaps' })).status).toBe(400);
  });
});

describe('history', () => {
  it('keeps every version, compares them field by field, and restores one as a draft', async () => {
    const { body } = await createPublished({ translations: { az: { ...text(unique('first')), summary: 'S' } } });
    const { id } = body;
    await change(id, { place: { name: { az: 'Gəncə' } }, translations: { az: { title: 'Second', summary: null } } });
    await change(id, { translations: { az: { body: 'Third' } } });

    const all = await ask(`/v1/staff/events/${id}/revisions`, { as: 'editor' });
    expect(
      all.body.items.map(({ version, action }: { version: number; action: string }) => `${version} ${action}`),
    ).toEqual(['4 updated', '3 updated', '2 published', '1 created']);
    expect(all.body.items[0]).toMatchObject({
      createdBy: { id: expect.any(String) },
      createdAt: expect.stringMatching(/^\d{4}-/),
    });
    const firstPage = await ask(`/v1/staff/events/${id}/revisions?limit=3`, { as: 'editor' });
    const lastPage = await ask(`/v1/staff/events/${id}/revisions?limit=3&cursor=${firstPage.body.nextCursor}`, {
      as: 'editor',
    });
    expect(lastPage.body.items).toMatchObject([{ version: 1 }]);

    const compared = await ask(`/v1/staff/events/${id}/revisions/3?against=2`, { as: 'editor' });
    expect(compared.body.changes).toEqual([
      { path: 'place.name.az', after: 'Gəncə' },
      { path: 'translations.az.summary', before: 'S' },
      { path: 'translations.az.title', before: body.translations.az.title, after: 'Second' },
    ]);
    expect((await ask(`/v1/staff/events/${id}/revisions/9`, { as: 'editor' })).status).toBe(404);
    expect((await ask(`/v1/staff/events/${id}/revisions/x`, { as: 'editor' })).status).toBe(400);

    const restore = (headers: Record<string, string>) =>
      ask(`/v1/staff/events/${id}/revisions/2/restore`, { as: 'editor', body: {}, headers });
    expect((await restore({})).status).toBe(428);
    expect((await restore({ 'if-match': '"3"' })).status).toBe(412);
    const restored = await restore({ 'if-match': '"4"' });
    expect(restored.body).toMatchObject({ version: 5, hasUnpublishedChanges: true, translations: body.translations });
    expect(restored.body).not.toHaveProperty('place');
  });

  it('loses none of 20 edits by five people at once', async () => {
    const { body } = await createDraft({ translations: { az: { title: 'T' } } });
    const edit = async (who: number): Promise<void> => {
      // Each edit makes four others begin again.
      for (let done = 0; done < 4; ) {
        const { body: current } = await ask(`/v1/staff/events/${body.id}`, { as: 'contributor' });
        const place = { name: { az: `${current.place?.name.az ?? ''}${who.toString(36)}` } };
        const answer = await ask(`/v1/staff/events/${body.id}`, {
          method: 'PATCH',
          as: 'contributor',
          headers: { 'if-match': `"${current.version}"` },
          body: { place },
        });
        expect([200, 412]).toContain(answer.status);
        if (answer.status === 200) done += 1;
      }
    };
    await Promise.all(Array.from({ length: 5 }, (_, who) => edit(who)));
    const { body: last } = await ask(`/v1/staff/events/${body.id}`, { as: 'contributor' });
    expect(last.version).toBe(21);
    for (let who = 0; who < 5; who += 1) expect(last.place.name.az.split(String(who))).toHaveLength(5);
  });

  it('brings an archived event back', async () => {
    const { body } = await createDraft({ translations: { az: text(unique('back')) } });
    await ask(`/v1/staff/events/${body.id}`, { method: 'DELETE', as: 'contributor', headers: { 'if-match': '"1"' } });
    const restored = await ask(`/v1/staff/events/${body.id}/revisions/1/restore`, {
      as: 'editor',
      body: {},
      headers: { 'if-match': '"2"' },
    });
    expect(restored.body).toMatchObject({ status: 'draft', version: 3 });
    expect((await publish(body.id)).status).toBe(200);
  });
});

describe('the list of drafts', () => {
  it('shows a placeholder where the title is missing', async () => {
    const { body } = await createDraft({ translations: { az: { body: 'Mətn' } } });
    expect(body.displayTitle).toContain('untitled');
    const list = await eventually(
      () => ask('/v1/staff/events?status=draft&limit=100', { as: 'contributor' }),
      ({ body: { items } }) => items.some(({ id }: { id: string }) => id === body.id),
    );
    expect(list.body.items.find(({ id }: { id: string }) => id === body.id).displayTitle).toContain('başlıqsız');
  });
});

describe('the audit', () => {
  it('says who did what to an item, when and from where', async () => {
    const { body } = await createPublished({ translations: { az: text(unique('audit')) } });
    await unpublish(body.id);
    const entries = await eventually(
      () => ask(`/v1/staff/audit?item=${body.id}`, { as: 'admin' }),
      ({ body }) => body.items.length === 3,
    );
    expect(entries.body.items).toMatchObject([
      { action: 'event.unpublished', version: 3 },
      { action: 'event.published', version: 2 },
      {
        action: 'event.created',
        version: 1,
        item: body.id,
        createdBy: { id: expect.any(String) },
        from: expect.stringMatching(/./),
      },
    ]);
    const month = new Date().toISOString().slice(0, 7);
    const byMonth = await ask(`/v1/staff/audit?month=${month}&limit=5`, { as: 'admin' });
    expect(byMonth.body.items).toHaveLength(5);
    const next = await ask(`/v1/staff/audit?month=${month}&limit=5&cursor=${byMonth.body.nextCursor}`, { as: 'admin' });
    expect(next.body.items).toHaveLength(5);
    expect(JSON.stringify(next.body.items)).not.toContain(JSON.stringify(byMonth.body.items[4]));
    expect((await ask('/v1/staff/audit?month=2022-13', { as: 'admin' })).status).toBe(400);
    expect((await ask(`/v1/staff/audit?month=${month}&item=${body.id}`, { as: 'admin' })).status).toBe(400);
  });
});

describe('a preview', () => {
  it('shows one version in one language to whoever holds the link, until it is revoked', async () => {
    const { body } = await createDraft({ translations: { az: { title: 'Gizli', body: '**Qaralama**' } } });
    const made = await ask(`/v1/staff/events/${body.id}/previews`, { as: 'contributor', body: { locale: 'az' } });
    expect(made.status).toBe(201);
    await change(body.id, { translations: { az: { title: 'Later' } } });

    const page = await ask(made.body.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<h1>Gizli</h1>');
    expect(page.body).toContain('Qaralama: bu səhifə dərc olunmayıb.');
    expect(page.body).not.toContain('data-views');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');

    const shown = await ask(made.body.apiUrl);
    expect(shown).toMatchObject({
      status: 200,
      body: { title: 'Gizli', version: 1, body: { html: '<p><strong>Qaralama</strong></p>' } },
    });
    expect(shown.headers.get('x-robots-tag')).toContain('noindex');
    expect(shown.headers.get('cache-control')).toContain('no-store');

    const listed = await eventually(
      () => ask(`/v1/staff/events/${body.id}/previews`, { as: 'contributor' }),
      ({ body }) => body.items.length === 1,
    );
    expect(listed.body.items).toMatchObject([{ previewId: made.body.previewId, version: 1, locale: 'az' }]);
    expect(JSON.stringify(listed.body)).not.toContain(made.body.apiUrl.split('.').at(-1));

    const forged = made.body.apiUrl.slice(0, -2) + (made.body.apiUrl.endsWith('AA') ? 'BB' : 'AA');
    expect((await ask(forged)).status).toBe(404);
    expect((await ask('/v1/staff/previews/x')).status).toBe(400);

    const address = `/v1/staff/events/${body.id}/previews/${made.body.previewId}`;
    const { body: other } = await createDraft({});
    const elsewhere = address.replace(body.id, other.id);
    expect((await ask(elsewhere, { method: 'DELETE', as: 'contributor' })).status).toBe(404);
    expect((await ask(address, { method: 'DELETE', as: 'contributor' })).status).toBe(200);
    for (const url of [made.body.url, made.body.apiUrl]) expect((await ask(url)).status).toBe(404);
    expect((await ask(address, { method: 'DELETE', as: 'contributor' })).status).toBe(404);
  });

  it.each([
    [{ locale: 'az', hours: 169 }, 'hours'],
    [{ locale: 'en' }, 'locale'],
    [{ locale: 'az', version: 7 }, 'version'],
    [{}, 'locale'],
  ])('is refused for %j', async (request, path) => {
    const { body } = await createDraft({ translations: { az: { title: 'T' } } });
    const answer = await ask(`/v1/staff/events/${body.id}/previews`, { as: 'contributor', body: request });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});

describe('titles of every kind', () => {
  it.each([
    ['emoji', '🎨👩‍👩‍👧‍👦🇦🇿 sərgi'],
    ['right to left', 'معرض رسوم الأطفال, תערוכת ציורים 2026'],
    ['eight combining marks', `a${'\u0301'.repeat(8)}`],
    ['dotted and dotless i', 'İIıi İSTANBUL ılıq'],
    ['quotes and angles', '<b>"Rəsm"</b> & ]]> \u2028 sərgi'],
  ])('with %s go through feeds, pages and JSON as they are', async (_, title) => {
    const campaign = unique('titles');
    const answer = await createPublished({ campaign, translations: { az: { ...text('x'), title } } });
    expect(answer.status).toBe(200);
    const { body } = await eventually(
      () => feed(campaign),
      ({ body }) => body.items.length === 1,
    );
    expect(body.items[0].title).toBe(title.normalize('NFC'));
    expect((await ask(`/v1/events/${body.items[0].id}`)).body).toMatchObject({
      title: title.normalize('NFC'),
      slug: answer.body.translations.az.slug,
    });
  });
});
