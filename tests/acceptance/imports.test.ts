import { describe, expect, it } from 'vitest';
import { ask, eventually, feed, importArchive as send, unique } from '../support/clients/client.ts';

const item = (externalId: string, over: object = {}) => ({
  externalId,
  publishedAt: '2022-11-18',
  category: 'events',
  translations: { az: { title: `Arxiv ${externalId}`, body: 'Mətn' } },
  ...over,
});

describe('an import', () => {
  it('takes each line on its own, says what is wrong with the others, and changes nothing the second time', async () => {
    const campaign = unique('import');
    const id = (n: number) => `${campaign}-${n}`;
    const lines = [
      item(id(1), {
        campaign,
        views: 719,
        redirectsFrom: [`/az/news/${campaign}.html`, `/index.php?id=${campaign}&lang=az`],
      }),
      item(id(2), { campaign, translations: { az: { body: 'Başlıqsız' } } }),
      '{"externalId": "broken',
      item(id(4), { campaign, translations: { az: { title: 'A', body: 'B' }, en: { title: 'C', body: 'D' } } }),
      item(id(5), { campaign, category: 'sport', extra: 1 }),
      item(id(6), { campaign, publishedAt: 'yesterday' }),
      item(id(7), { campaign, redirectsFrom: [`/az/news/${campaign}.html`] }),
      '',
      item(id(9), { campaign, unpublishAt: '2023-01-01T00:00:00.000Z' }),
      item(id(10), { campaign, publishedAt: '2099-01-02', unpublishAt: '2099-01-01T00:00:00.000Z' }),
    ];
    const dry = await send(lines, '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { created: 2, unchanged: 0 } });
    expect((await feed(campaign)).body.items).toEqual([]);

    const report = await send(lines);
    expect(report.status).toBe(202);
    expect(report.body).toMatchObject({ unchanged: 0 });
    const refused = report.body.refused.map(({ line, errors }: { line: number; errors: { path: string }[] }) => [
      line,
      errors[0]?.path,
    ]);
    expect(refused).toEqual(
      expect.arrayContaining([
        [2, 'translations.az.title'],
        [3, 'line'],
        [5, 'extra'],
        [6, 'publishedAt'],
        [7, 'redirectsFrom.0'],
        [8, 'line'],
        [9, 'unpublishAt'],
        [10, 'unpublishAt'],
      ]),
    );
    expect(report.body.created).toBe(2);
    expect(dry.body.refused).toEqual(report.body.refused);

    const again = await send(lines);
    expect(again.body).toMatchObject({ created: 0, unchanged: 2 });
    expect(again.body.refused).toEqual(report.body.refused);
  });

  it('keeps the date, the views and the old addresses', async () => {
    const name = unique('kept');
    const address = `/az/xəbər/${name}/`;
    const query = `/index.php?lang=az&id=${name}`;
    const { body } = await send([
      item(name, { campaign: name, views: 719, redirectsFrom: [encodeURI(address), `/index.php?id=${name}&lang=az`] }),
    ]);
    expect(body).toMatchObject({ created: 1, unchanged: 0, refused: [], warnings: [] });
    const { body: list } = await eventually(
      () => feed(name),
      ({ body }) => body.items.length === 1,
    );
    // Midnight in Baku.
    expect(list.items[0].publishedAt).toBe('2022-11-17T20:00:00.000Z');
    expect((await ask(`/v1/events/${list.items[0].id}`)).body.views).toBe(719);
    for (const old of [encodeURI(address), encodeURI(address.slice(0, -1)), query]) {
      const answer = await ask(old);
      expect(answer.status, old).toBe(301);
      expect(answer.headers.get('location')).toBe(list.items[0].url);
    }
    expect((await ask(`/index.php?id=${name}`)).status).toBe(404);
  });

  it('gives items of one title addresses of their own', async () => {
    const title = unique('one title');
    const lines = Array.from({ length: 6 }, (_, n) =>
      item(`${title}-${n}`, { translations: { az: { title, body: 'B' } } }),
    );
    expect((await send(lines)).body).toMatchObject({ created: 6, refused: [] });
  });

  it('is refused where it is no JSON Lines, or more than a request takes', async () => {
    expect((await ask('/v1/staff/imports', { as: 'admin', body: {} })).status).toBe(415);
    const answer = await send(Array.from({ length: 201 }, (_, n) => item(`x-${n}`)));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'body' }] } });
  });

  it('takes the first of several lines with one external id, slug or old address, and names it in the others', async () => {
    const id = unique('twice');
    const texts = (over: object) => ({ translations: { az: { title: id, body: 'Mətn', ...over } } });
    const lines = [
      item(`${id}-a`, { ...texts({ slug: `${id}-slug` }), redirectsFrom: [`/az/${id}`] }),
      item(`${id}-a`, texts({ title: 'Bir2' })),
      item(`${id}-b`, texts({ slug: `${id}-slug` })),
      item(`${id}-c`, { redirectsFrom: [`/az/${id}/`] }),
      ...Array.from({ length: 4 }, (_, n) => item(`${id}-same-${n}`, texts({ title: `${id} same` }))),
    ];
    const errors = [
      [2, 'externalId', 'externalIdOfLine'],
      [3, 'translations.az.slug', 'slugOfLine'],
      [4, 'redirectsFrom.0', 'pathOfLine'],
    ];
    for (const query of ['?dryRun=true', '']) {
      const { status, body } = await send(lines, query);
      expect(status).toBe(query === '' ? 202 : 200);
      expect(body.created).toBe(5);
      expect(
        body.refused.map(({ line, errors: [first] }: { line: number; errors: { path: string; code: string }[] }) => [
          line,
          first?.path,
          first?.code,
        ]),
      ).toEqual(errors);
      for (const {
        errors: [{ params }],
      } of body.refused)
        expect(params).toEqual({ line: 1 });
    }
    expect((await ask(`/v1/events/${id}-slug?locale=az`)).body.title).toBe(id);
    const [first] = (await send([lines[4] ?? ''])).body.refused;
    expect(first).toBeUndefined();
  });

  it('is imported once where the same request is sent three times at once', async () => {
    const id = unique('at-once');
    const lines = Array.from({ length: 12 }, (_, n) => item(`${id}-${n}`, { redirectsFrom: [`/${id}/${n}`] }));
    const answers = await Promise.all([send(lines), send(lines), send(lines)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const sum = (field: string) => answers.reduce((total, { body }) => total + body[field], 0);
    expect([sum('created'), sum('unchanged')]).toEqual([12, 24]);
    expect(answers.flatMap(({ body }) => body.refused)).toEqual([]);
  });

  it('brings everything that an event has', async () => {
    const id = unique('whole');
    const facts = { campaign: id, unpublishAt: '2099-01-01T00:00:00.000Z' };
    const showing = { startsAt: '2015-05-10T15:00:00.000Z', endsAt: '2015-05-10T17:00:00.000Z' };
    // As archives of earlier years say it.
    const old = { ...facts, ...showing, venue: 'Bakı, Muzey' };
    const present = { ...facts, showings: [showing], place: { name: { az: 'Bakı, Muzey' } } };
    const { body } = await send([item(id, old)]);
    expect(body).toMatchObject({ created: 1, refused: [] });
    const { body: list } = await eventually(
      () => feed(id),
      ({ body }) => body.items.length === 1,
    );
    const event = await ask(`/v1/staff/events/${list.items[0].id}`, { as: 'editor' });
    expect(event.body).toMatchObject(present);
    expect((await send([item(id, present)])).body).toMatchObject({ unchanged: 1 });
    expect((await send([item(`${id}-2`, { exhibitionId: list.items[0].id })])).body.refused).toMatchObject([
      { errors: [{ path: 'exhibitionId', code: 'unknownExhibition' }] },
    ]);
  });

  it('refuses old addresses that are ours or lead to a page, and takes those that only look so', async () => {
    const id = unique('ours');
    const { body } = await send([item(id, { translations: { az: { title: 'x', body: 'x', slug: id } } })]);
    expect(body.created).toBe(1);
    const own = [
      ...['/', '/az', '/az/', '/AZ', '/az?category=news', '/az?cursor=1', '/sitemap.xml', '/sitemap.xml?a=1'],
      ...[
        '/robots.txt',
        '/sitemaps/az-1.xml',
        '/sitemap-1.xml',
        '/az/events',
        '/en/exhibitions/',
        '/v1/feed',
        '/media/a.jpg',
        '/iiif/x',
        `/az/events/${id}`,
      ],
    ];
    const refused = await send(
      own.map((path, n) => item(`${id}-${n}`, { redirectsFrom: [path] })),
      '?dryRun=true',
    );
    expect(refused.body.created).toBe(0);
    expect(new Set(refused.body.refused.map(({ errors }: { errors: { code: string }[] }) => errors[0]?.code))).toEqual(
      new Set(['reservedPath', 'pathOfPage', 'pathOfLine']),
    );
    const others = [`/az?id=${id}`, `/?p=${id}`, `/az/events/${id}-old`, `/az/${id}`];
    const taken = await send(others.map((path, n) => item(`${id}-o${n}`, { redirectsFrom: [path] })));
    expect(taken.body).toMatchObject({ created: 4, refused: [] });
    for (const path of others) expect((await ask(path)).status, path).toBe(301);
  });

  it('ignores the case of old addresses where it is asked to', async () => {
    const id = unique('iis');
    const path = `/AZ/${id}/Xəbər117.HTML?ID=5`;
    const lines = [
      item(`${id}-1`, { redirectsFrom: [path] }),
      item(`${id}-2`, { redirectsFrom: [path.toLowerCase()] }),
    ];
    const { body } = await send(lines, '?ignoreCase=true');
    expect(body).toMatchObject({ created: 1, refused: [{ line: 2, errors: [{ code: 'pathOfLine' }] }] });
    for (const spelling of [path, path.toLowerCase(), path.toUpperCase()]) {
      expect((await ask(encodeURI(spelling))).status, spelling).toBe(301);
    }
    const exact = `/AZ/${id}/Exact.html`;
    expect((await send([item(`${id}-3`, { redirectsFrom: [exact] })])).body.created).toBe(1);
    expect((await ask(exact)).status).toBe(301);
    expect((await ask(exact.toLowerCase())).status).toBe(404);
  });

  it('updates what changed since it was imported, but nothing that staff have changed', async () => {
    const id = unique('changed');
    const line = (title: string, over: object = {}) =>
      item(id, { campaign: id, translations: { az: { title, body: 'Mətn' } }, ...over });
    await send([line(id)]);
    expect((await send([line(id)], '?update=true')).body).toMatchObject({ unchanged: 1, updated: 0 });
    const told = await send([line('Sonra')]);
    expect(told.body).toMatchObject({ unchanged: 0, changed: 1, warnings: [{ warnings: [{ code: 'lineChanged' }] }] });
    expect((await send([line('Sonra')], '?update=true&dryRun=true')).body).toMatchObject({ updated: 1 });
    const over = { views: 5, redirectsFrom: [`/${id}`] };
    expect((await send([line('Sonra', over)], '?update=true')).body).toMatchObject({ updated: 1, refused: [] });
    const { body: list } = await eventually(
      () => feed(id),
      ({ body }) => body.items[0]?.title === 'Sonra',
    );
    const { id: eventId, url } = list.items[0];
    expect((await ask(`/${id}`)).headers.get('location')).toBe(url);
    expect((await ask(`/v1/events/${eventId}`)).body).toMatchObject({ views: 5, slug: id });
    expect((await send([line('Sonra', over)], '?update=true')).body).toMatchObject({ unchanged: 1 });
    expect((await send([line('Daha sonra', over)], '?update=true')).body).toMatchObject({ updated: 1 });

    const { headers } = await ask(`/v1/staff/events/${eventId}`, { as: 'editor' });
    const change = { body: { place: { name: { az: 'Muzey' } } }, headers: { 'if-match': headers.get('etag') ?? '' } };
    expect((await ask(`/v1/staff/events/${eventId}`, { as: 'editor', method: 'PATCH', ...change })).status).toBe(200);
    expect((await send([line('Daha sonra', over)], '?update=true')).body).toMatchObject({ unchanged: 1 });
    const refused = await send([line('Ən sonra', over)], '?update=true');
    expect(refused.body).toMatchObject({
      updated: 0,
      refused: [{ externalId: id, errors: [{ path: 'line', code: 'changedSinceImport', params: { version: 4 } }] }],
    });
    expect(refused.body.refused[0].errors[0].params.fields).toEqual(['place.name.az', 'translations.az.title']);
    expect((await ask(`/v1/staff/events/${eventId}`, { as: 'editor' })).body).toMatchObject({
      place: { name: { az: 'Muzey' } },
      version: 4,
    });

    const act = async (path: string, as: 'editor' | 'admin', method?: 'DELETE') => {
      const etag = (await ask(`/v1/staff/events/${eventId}`, { as: 'editor' })).headers.get('etag') ?? '';
      const body = method ? {} : { body: {} };
      const init = { as, ...body, ...(method && { method }), headers: { 'if-match': etag } };
      expect((await ask(`/v1/staff/events/${eventId}${path}`, init)).status).toBe(200);
    };
    await act('/unpublish', 'editor');
    await act('', 'editor', 'DELETE');
    await act('/erase', 'admin');
    expect((await send([line('Ən sonra', over)], '?update=true')).body.refused).toMatchObject([
      { errors: [{ path: 'line', code: 'erasedSinceImport' }] },
    ]);
  });

  it('converts HTML to Markdown, and says what it could not keep', async () => {
    const id = unique('html');
    const title = `${id} &quot;dırnaq&quot; &amp; &#601;`;
    const body =
      '<p>Birinci <b>abzas</b>.<br/>Yeni&nbsp;sətir</p><div class="x">Blok</div><!-- qeyd --><script>alert(1)</script>';
    const line = item(id, { campaign: id, translations: { az: { title, body } } });
    const report = await send([line]);
    expect(report.body).toMatchObject({ created: 1, refused: [] });
    const [{ warnings }] = report.body.warnings;
    expect(warnings.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['translations.az.title', 'readAsHtml'],
      ['translations.az.body', 'readAsHtml'],
      ['translations.az.body', 'htmlLeftOut'],
    ]);
    const { body: list } = await eventually(
      () => feed(id),
      ({ body: { items } }) => items.length === 1,
    );
    expect(list.items[0].title).toBe(`${id} "dırnaq" & ə`);
    const event = await ask(`/v1/events/${list.items[0].id}`);
    expect(event.body.body.html.replaceAll('\u00a0', ' ')).toBe(
      '<p>Birinci <strong>abzas</strong>.<br />\nYeni sətir</p>\n<p>Blok</p>',
    );
  });

  it('leaves out a picture whose address is none, and imports its line and the others', async () => {
    const id = unique('no-address');
    const body = '<p>Mətn</p><img src="http://" alt="Ev">';
    const lines = [item(`${id}-1`), item(`${id}-2`, { format: 'html', translations: { az: { title: id, body } } })];
    for (const query of ['?dryRun=true', ''])
      expect((await send(lines, query)).body).toMatchObject({
        created: 2,
        refused: [],
        warnings: [{ line: 2, warnings: [{ code: 'htmlLeftOut', params: { parts: ['img http://'] } }] }],
      });
  });
});
