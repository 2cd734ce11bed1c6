import { beforeAll, describe, expect, it } from 'vitest';
import { page } from '../../shared/contract/list.ts';
import {
  exhibitionCardSchema,
  publicArtworkSchema,
  publicExhibitionSchema,
} from '../../shared/contract/public-schemas.ts';
import { staffArtworkSchema, staffExhibitionSchema } from '../../shared/contract/staff/exhibition-schemas.ts';
import { ask, createDraft, eventually, feed, publish, text, unique } from '../support/clients/client.ts';
import {
  assignJuror,
  changeArtwork,
  child,
  createExhibition,
  enter,
  exhibitionAct,
  namedFiles,
  numberOf,
  rateWork,
  readArtwork,
  readStaffExhibition,
  texts,
  uploadDrawing,
} from '../support/clients/exhibition-client.ts';
import { hasSchema, schemaErrors } from '../unit/public/iiif/iiif-schema.ts';

describe('an exhibition, from its plan to the public and back', () => {
  const campaign = unique('drawings');
  const word = unique('sergi');
  let id: string;
  let eventId: string;
  let shown: string[];
  let rejected: string;
  let mediaUrls: string[];
  const artworks: string[] = [];
  const numbers: number[] = [];

  /** Where a page says that it is. */
  const origin = (body: string) => body.match(/<link rel="canonical" href="([^"]*)"/)?.[1];
  const published = (locale = 'az') => ask(`/v1/exhibitions/${id}?locale=${locale}`);
  /** Once the artists are revealed, only an admin may take another work in. */
  const select = (artworkIds: readonly string[]) => exhibitionAct(id, 'selection', { artworkIds }, 'admin');

  beforeAll(async () => {
    const { body } = await createDraft({ campaign, translations: { az: text(`Açılış ${word}`) } });
    eventId = body.id;
  });

  it('begins as a draft in three languages, with its organisers and the event of its opening', async () => {
    const { status, headers, body } = await createExhibition({
      campaign,
      place: { name: { az: 'Bakı, Nizami küçəsi' } },
      opensOn: '2022-11-18',
      closesOn: '2022-12-02',
      organisers: [
        { role: 'host', name: { az: 'Nazirlik', en: 'The Ministry' } },
        { role: 'partner', name: { az: 'Səfirlik', en: 'The Embassy', ru: 'Посольство' } },
      ],
      eventIds: [eventId],
      rights: 'http://creativecommons.org/licenses/by-nc/4.0/',
      blindRating: true,
      translations: {
        az: { title: `Rəsm sərgisi ${word}`, summary: 'Dörd rəsm.', description: 'Sərgi **açıldı**.' },
        en: { title: `Drawings ${word}`, description: 'It is <script>open</script>.' },
        ru: { title: `Рисунки ${word}`, description: 'Открыта.' },
      },
    });
    expect(status).toBe(201);
    expect(staffExhibitionSchema.parse(body)).toMatchObject({ status: 'draft', version: 1, category: 'exhibitions' });
    id = body.id;
    expect(headers.get('location')).toBe(`/v1/staff/exhibitions/${id}`);
    expect((await published()).status).toBe(404);
    const { body: event } = await ask(`/v1/staff/events/${eventId}`, { as: 'contributor' });
    const linked = await ask(`/v1/staff/events/${eventId}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${event.version}"` },
      body: { exhibitionId: id },
    });
    expect(linked.status).toBe(200);
    expect((await publish(eventId)).status).toBe(200);
    expect((await ask(`/v1/events/${eventId}`)).body).not.toHaveProperty('exhibition');
  });

  it('is opened for entries, and numbers them as they come', async () => {
    expect((await exhibitionAct(id, 'status', { status: 'open' })).body).toMatchObject({ status: 'open', version: 2 });
    const names = ['Aysel Məmmədova', 'Orxan Əliyev', 'Leyla Həsənova', 'Murad Quliyev', 'Nigar İsmayılova'];
    const forms = ['full', 'initial', 'first', 'none', 'full'] as const;
    for (const [n, name] of names.entries()) {
      const uploadId = await uploadDrawing(n === 0 ? 2300 : 160);
      const answer = await enter(id, {
        uploadId,
        translations: texts(`${word}-${n}`),
        artist: child(name, forms[n]),
        medium: 'Akvarel',
        year: 2022,
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const artwork = staffArtworkSchema.parse(answer.body);
      expect(artwork).toMatchObject({ entryNumber: n + 1, status: 'entered', uploadState: 'ready' });
      artworks.push(artwork.id);
    }
    const names2 = (await readArtwork(id, artworks[1] ?? '')).body.publicName;
    expect(names2).toEqual({ az: 'Orxan Ə.', en: 'Orxan Ə.', ru: 'Orxan Ə.' });
    expect((await readArtwork(id, artworks[3] ?? '')).body.publicName).toMatchObject({ en: 'Anonymous' });
  });

  it('lists the entries page by page, in their order', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await ask(`/v1/staff/exhibitions/${id}/artworks?limit=2${cursor && `&cursor=${cursor}`}`, {
        as: 'contributor',
      });
      expect(body.items.length).toBeLessThanOrEqual(2);
      ids.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(ids).toEqual(artworks);
  });

  it('is closed, and rated by the staff without knowing whose drawing it is', async () => {
    await assignJuror(id);
    expect((await exhibitionAct(id, 'status', { status: 'selection' })).body.status).toBe('selection');
    const { body: list } = await ask(`/v1/staff/juries/${id}/works`, { as: 'juror' });
    expect(list.items).toHaveLength(5);
    expect(JSON.stringify(list)).not.toMatch(/Aysel|Məmmədova|Rəna|Gəncə|artist|createdBy|consentGap/);
    for (const [n] of artworks.entries()) numbers.push(await numberOf(id, n + 1));
    const scores: ['juror' | 'editor' | 'admin', number[]][] = [
      ['juror', [9, 4, 8, 7, 1]],
      ['editor', [10, 5, 8, 7, 2]],
      ['admin', [8, 6, 9, 7, 1]],
    ];
    for (const [as, given] of scores) {
      for (const [n, score] of given.entries()) {
        expect(await rateWork(id, numbers[n] ?? 0, { score }, as)).toMatchObject({ status: 200, body: { score } });
      }
    }
    const { body: scored } = await ask(`/v1/staff/juries/${id}/works/${numbers[2]}`, { as: 'admin' });
    expect(scored.myScore).toBe(9);
    const { body: ranking } = await ask(`/v1/staff/exhibitions/${id}/ranking?count=4`, { as: 'editor' });
    expect(ranking.items[0]).toMatchObject({ number: numbers[0], mean: 9, ratings: 3 });
    expect(ranking.items[1]).toMatchObject({ mean: 8.33 });
    expect(ranking.proposal.numbers).toEqual([0, 2, 3, 1].map((n) => numbers[n]));
    expect(JSON.stringify(ranking)).not.toContain('Aysel');
  });

  it('has a selection that replaces the proposal, with who has decided it', async () => {
    shown = [3, 0, 2, 1].map((n) => artworks[n] ?? '');
    rejected = artworks[4] ?? '';
    const chosen = [3, 0, 2, 1].map((n) => numbers[n]);
    const { status, body } = await exhibitionAct(id, 'selection', { numbers: chosen });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.selection).toMatchObject({ numbers: chosen, decidedBy: body.updatedBy });
    expect(body.selection).not.toHaveProperty('artworkIds');
    expect((await exhibitionAct(id, 'publish', {})).status).toBe(409);
    const revealed = await exhibitionAct(id, 'reveal', {});
    expect(revealed).toMatchObject({ status: 200, body: { selection: { artworkIds: shown } } });
    expect((await readArtwork(id, rejected)).body).toMatchObject({
      status: 'not-selected',
      artist: { name: 'Nigar İsmayılova' },
    });
    expect((await readArtwork(id, shown[0] ?? '')).body.status).toBe('selected');
  });

  it('is published, all of it at once', async () => {
    const { status, body } = await exhibitionAct(id, 'publish', {});
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      status: 'published',
      publishedLocales: ['az', 'en', 'ru'],
      hasUnpublishedChanges: false,
    });
    expect(body).not.toHaveProperty('publishing');
    const answer = await eventually(published, ({ status }) => status === 200);
    const exhibition = publicExhibitionSchema.parse(answer.body);
    expect(exhibition).toMatchObject({
      id,
      locale: 'az',
      slug: `resm-sergisi-${word}`,
      description: { html: '<p>Sərgi <strong>açıldı</strong>.</p>' },
      category: { slug: 'exhibitions', label: 'Sərgilər' },
      campaign,
      place: { name: 'Bakı, Nizami küçəsi' },
      opensOn: '2022-11-18',
      closesOn: '2022-12-02',
      organisers: [
        { name: 'Nazirlik', role: 'host' },
        { name: 'Səfirlik', role: 'partner' },
      ],
    });
    expect(exhibition.artworks.map((artwork) => artwork.id)).toEqual(shown);
    expect(exhibition.artworks.map(({ artist }) => artist)).toEqual([
      { name: 'Anonim' },
      { name: 'Aysel Məmmədova', ageAtEntry: 9, school: '6 nömrəli məktəb', region: 'Gəncə' },
      { name: 'Leyla' },
      { name: 'Orxan Ə.' },
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/Rəna|Quliyev|Həsənova|Əliyev|İsmayılova/);
  });

  it('answers each reader in a language that it has, by id and by slug', async () => {
    const english = await ask(`/v1/exhibitions/resm-sergisi-${word}?locale=en`);
    expect(english.body).toMatchObject({ id, locale: 'en', slug: `drawings-${word}`, title: `Drawings ${word}` });
    expect(english.body.description.html).not.toContain('<script');
    expect(english.body.artworks[0].artist.name).toBe('Anonymous');
    const russian = await published('ru');
    expect(russian.body.locale).toBe('ru');
    expect(russian.body.organisers[0].name).toBe('Nazirlik');
    // The artworks have no Russian texts: they come in the language that comes first for those who want it.
    expect(russian.body.artworks[0]).toMatchObject({ locale: 'az', artist: { name: 'Аноним' } });
    expect(russian.body.alternates.map(({ locale }: { locale: string }) => locale)).toEqual(['az', 'en', 'ru']);
    expect((await ask(`/v1/exhibitions/drawings-${word}`)).body.locale).toBe('en');
  });

  it('answers one artwork alone, and none that was not selected', async () => {
    const { body } = await published();
    const alone = await ask(body.artworks[1].url);
    expect(publicArtworkSchema.parse(alone.body)).toEqual(body.artworks[1]);
    expect((await ask(`/v1/exhibitions/drawings-${word}/artworks/${shown[0]}?locale=en`)).body.title).toContain(
      'The sun',
    );
    expect((await ask(`/v1/exhibitions/${id}/artworks/${rejected}`)).status).toBe(404);
  });

  it('has a page for each artwork, between those beside it, and none for what was not selected', async () => {
    const path = `/az/exhibitions/resm-sergisi-${word}/artworks`;
    const [first, second, third] = shown;
    const { status, headers, body } = await ask(`${path}/${second}`);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("'strict-dynamic'");
    expect(body).toContain(`<a class="prev" rel="prev" href="${new URL(`${path}/${first}`, origin(body))}">`);
    expect(body).toContain(`<a class="next" rel="next" href="${new URL(`${path}/${third}`, origin(body))}">`);
    expect(body).toContain('Aysel Məmmədova');
    expect(body).toContain('2 / 4');
    expect((await ask(`${path}/${first}`)).body).not.toContain('class="prev"');
    // Other names of the exhibition lead there, as they lead to its own page.
    for (const other of [`/az/exhibitions/${id}`, `/az/exhibitions/drawings-${word}`]) {
      const moved = await ask(`${other}/artworks/${second}`);
      expect([moved.status, new URL(moved.headers.get('location') ?? '').pathname]).toEqual([301, `${path}/${second}`]);
    }
    for (const none of [rejected, 'nothing']) expect((await ask(`${path}/${none}`)).status).toBe(404);
    expect((await ask(`/az/exhibitions/nothing/artworks/${second}`)).status).toBe(404);
  });

  it('has the pages of its artworks with their pictures in a sitemap for each language', async () => {
    const names = ['az', 'en', 'ru'].map((locale) => `/sitemap-artworks-${id}-${locale}.xml`);
    const index = await eventually(
      () => ask('/sitemap.xml'),
      ({ body }) => String(body).includes(names[0] ?? ''),
    );
    for (const name of names) expect(index.body).toContain(`${name}</loc>`);
    const { status, headers, body } = await ask(names[0] ?? '');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    const pages = [...body.matchAll(/<loc>[^<]*\/artworks\/(\w+)<\/loc>/g)].map(([, artworkId]) => artworkId);
    expect(pages).toEqual(shown);
    expect(body).toMatch(
      new RegExp(`hreflang="en" href="[^"]*/en/exhibitions/drawings-${word}/artworks/${shown[0]}"/>`),
    );
    expect(body.match(/<image:loc>[^<]*\/media\/[^<]*\.jpg<\/image:loc>/g)).toHaveLength(shown.length);
    for (const none of [
      `/sitemap-artworks-${id}-xx.xml`,
      `/sitemap-artworks-${rejected}-az.xml`,
      '/sitemap-artworks-x-az.xml',
    ])
      expect((await ask(none)).status, none).toBe(404);
  });

  it('lets a page load the viewer, which a cache may keep for ever', async () => {
    const { body } = await ask(`/az/exhibitions/resm-sergisi-${word}/artworks/${shown[0]}`);
    const viewer = await ask(body.match(/data-script="([^"]*)"/)?.[1] ?? '');
    expect([viewer.status, viewer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(viewer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(viewer.body).toContain('OpenSeadragon');
    expect((await ask('/v1/assets/nothing.js')).status).toBe(404);
  });

  it('stands in the list of exhibitions and in the feeds, as any event does', async () => {
    const { body } = await eventually(
      () => ask('/v1/exhibitions?locale=en'),
      (answer) => JSON.stringify(answer.body).includes(id),
    );
    const card = page(exhibitionCardSchema)
      .parse(body)
      .items.find((item) => item.id === id);
    expect(card).toMatchObject({ kind: 'exhibition', title: `Drawings ${word}`, opensOn: '2022-11-18' });
    const { body: news } = await eventually(
      () => feed(campaign),
      (answer) => answer.body.items.length === 2,
    );
    const entry = news.items.find(({ kind }: { kind: string }) => kind === 'exhibition');
    expect(entry).toMatchObject({ id, category: { slug: 'exhibitions' }, locale: 'az', summary: 'Dörd rəsm.' });
    expect(entry.picture.alt).toBe(`Günəşin altında bir ev, ${word}-3`);
    const target = await ask(entry.url);
    expect(target.status).toBe(200);
    expect(JSON.stringify(target.body)).toContain(`Rəsm sərgisi ${word}`);
    expect((await feed(campaign, { category: 'exhibitions' })).body.items).toHaveLength(1);
  });

  it('is linked with the event of its opening, both ways', async () => {
    const { body } = await eventually(
      () => ask(`/v1/events/${eventId}`),
      (answer) => answer.body.exhibition !== undefined,
    );
    expect(body.exhibition).toMatchObject({ id, title: `Rəsm sərgisi ${word}` });
    expect(JSON.stringify((await ask(body.exhibition.url)).body)).toContain(`Rəsm sərgisi ${word}`);
    const [event] = (await published()).body.events;
    expect(event).toMatchObject({ id: eventId, title: `Açılış ${word}` });
    expect(JSON.stringify((await ask(event.url)).body)).toContain(`Açılış ${word}`);
  });

  it('has a IIIF manifest of its artworks, and stands in the collection of them', async () => {
    const { body: exhibition } = await published();
    const { body: manifest, headers } = await ask(exhibition.manifest, {
      headers: { origin: 'https://viewer.example' },
    });
    expect(headers.get('content-type')).toContain('application/ld+json');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(manifest.id).toBe(exhibition.manifest);
    expect(manifest.items).toHaveLength(4);
    expect(manifest.label).toMatchObject({ az: [`Rəsm sərgisi ${word}`], ru: [`Рисунки ${word}`] });
    const { body: collection } = await eventually(
      () => ask('/v1/iiif/collection'),
      (answer) => JSON.stringify(answer.body).includes(exhibition.manifest),
    );
    const thumbnail = [expect.objectContaining({ type: 'Image', format: 'image/jpeg' })];
    expect(collection.thumbnail).toEqual(thumbnail);
    const its = collection.items.find((item: { id: string }) => item.id === exhibition.manifest);
    expect(its.thumbnail).toEqual(thumbnail);
    if (hasSchema) {
      expect(schemaErrors(manifest, 'manifest')).toEqual([]);
      expect(schemaErrors(collection, 'collection')).toEqual([]);
    }
  });

  it('counts who reads its page, and shows how many', async () => {
    const page = await ask(`/az/exhibitions/${(await published()).body.slug}`);
    const path = page.body.match(/data-views="([^"]*)"/)?.[1];
    expect(path).toBe(`/v1/exhibitions/${id}/views`);
    const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36';
    for (const agent of [browser, browser, 'curl/8.9.1']) {
      const answer = await ask(path, { method: 'POST', raw: '', headers: { 'user-agent': agent } });
      expect(answer.status).toBe(202);
    }
    const { body } = await eventually(published, (answer) => answer.body.views >= 2);
    expect(body.views).toBe(2);
    expect((await ask(`/az/exhibitions/${body.slug}`)).body).toContain(
      '<p>Baxış sayı: <span id="views" data-before="0">2</span></p>',
    );
  });

  it('leads from the name of an image service to its description', async () => {
    const [artwork] = (await published()).body.artworks;
    const { status, headers } = await ask(artwork.imageService);
    expect([status, headers.get('location')]).toEqual([303, `${artwork.imageService}/info.json`]);
  });

  it('serves every rendition and every tile that a viewer asks for', async () => {
    const { body: exhibition } = await published();
    mediaUrls = [];
    for (const { image, imageService } of exhibition.artworks) {
      mediaUrls.push(...image.renditions.map(({ url }: { url: string }) => url), `${imageService}/info.json`);
      const info = await ask(`${imageService}/info.json`);
      expect(info).toMatchObject({ status: 200, body: { id: imageService, profile: 'level0' } });
      mediaUrls.push(...namedFiles(info.body));
    }
    expect(mediaUrls.length).toBeGreaterThan(40);
    const statuses = await Promise.all(mediaUrls.map(async (url) => (await fetch(url)).status));
    expect(mediaUrls.filter((_, n) => statuses[n] !== 200)).toEqual([]);
  });

  it('changes its selection without the public seeing it, until it is published again', async () => {
    const [first = '', ...rest] = shown;
    const next = [...rest, rejected];
    expect((await select(next)).body.hasUnpublishedChanges).toBe(true);
    expect((await published()).body.artworks.map((artwork: { id: string }) => artwork.id)).toEqual(shown);
    expect((await exhibitionAct(id, 'publish', {})).status).toBe(200);
    const { body } = await eventually(published, (answer) => answer.body.artworks?.[0]?.id !== first);
    expect(body.artworks.map((artwork: { id: string }) => artwork.id)).toEqual(next);
    // Who stays keeps its addresses; who has left has none any more.
    for (const { image } of body.artworks.slice(0, 3)) expect(mediaUrls).toContain(image.renditions[0].url);
    const left = mediaUrls.filter((url) => !JSON.stringify(body).includes(url.split('/').slice(0, 5).join('/')));
    expect(left.length).toBeGreaterThan(0);
    mediaUrls.push(...body.artworks[3].image.renditions.map(({ url }: { url: string }) => url));
  });

  it('loses an artwork at once whose consent is taken back, and of a name what is not allowed any more', async () => {
    const [, second = '', third = ''] = [...shown.slice(1)];
    expect((await changeArtwork(id, third, { artist: { consent: null } })).body.consentGap).toContain('is missing');
    expect((await changeArtwork(id, second, { artist: { consent: { name: 'none' } } })).status).toBe(200);
    const { body } = await eventually(
      published,
      (answer) => answer.body.artworks?.length === 3 && !JSON.stringify(answer.body).includes('Leyla'),
    );
    expect(body.artworks.map((artwork: { id: string }) => artwork.id)).not.toContain(third);
    expect(body.artworks[1]).toMatchObject({ id: second, artist: { name: 'Anonim' } });
    expect(body.artworks[1].artist).not.toHaveProperty('school');
    expect((await ask(`/v1/exhibitions/${id}/artworks/${third}`)).status).toBe(404);
    const pages = `/az/exhibitions/resm-sergisi-${word}/artworks`;
    expect((await ask(`${pages}/${third}`)).status).toBe(404);
    expect((await ask(`${pages}/${second}`)).body).not.toMatch(/Leyla|məktəb|rel="next" href="[^"]*${third}/);
    // It has left the selection too: what is left can be published again.
    const again = await exhibitionAct(id, 'publish', {});
    expect(again.status).toBe(200);
    expect(again.body.selection.artworkIds).not.toContain(third);
    expect(again.body.selection.artworkIds).toHaveLength(3);
  });

  it('is withdrawn with everything that was public of it', async () => {
    const { status, headers, body } = await exhibitionAct(id, 'unpublish', {});
    expect(status).toBe(200);
    expect(headers.get('sergi-media-pending')).toBe(null);
    expect(body).toMatchObject({ status: 'withdrawn', publishedLocales: [] });
    for (const path of ['', `/artworks/${shown[1]}`, '/manifest']) {
      const answer = await eventually(
        () => ask(`/v1/exhibitions/${id}${path}`),
        (one) => one.status === 410,
      );
      expect(answer.status, path).toBe(410);
    }
    expect((await ask(`/v1/exhibitions/drawings-${word}`)).status).toBe(410);
    expect((await ask(`/en/exhibitions/drawings-${word}/artworks/${shown[1]}`)).status).toBe(410);
    const { body: rest } = await eventually(
      () => feed(campaign),
      (answer) => answer.body.items.length === 1,
    );
    expect(rest.items[0].id).toBe(eventId);
    await eventually(
      () => ask(`/v1/events/${eventId}`),
      (answer) => answer.body.exhibition === undefined,
    );
    expect(JSON.stringify((await ask('/v1/exhibitions')).body)).not.toContain(id);
    for (const url of mediaUrls) {
      const answer = await eventually(
        () => ask(url),
        (one) => one.status === 404,
      );
      expect(answer.status, url).toBe(404);
    }
  });

  it('keeps who did what, and nothing of the children in it', async () => {
    const { body } = await ask(`/v1/staff/audit?item=${id}`, { as: 'admin' });
    const actions = body.items
      .map(({ action }: { action: string }) => action.replace('exhibition.', ''))
      .filter((action: string) => !action.startsWith('jury.'));
    expect(actions).toEqual([
      'unpublished',
      'published',
      'published',
      'selected',
      'published',
      'revealed',
      'selected',
      'closed',
      'opened',
      'created',
    ]);
    expect((await readStaffExhibition(id)).body.status).toBe('withdrawn');
  });
});
