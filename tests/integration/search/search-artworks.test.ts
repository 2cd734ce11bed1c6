import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

type Query = Record<string, string>;

/** What a search finds when the stream consumer has worked on every change. */
const find = async (query: Query) => {
  await cloud.published();
  await cloud.followed('Follower');
  const { status, body } = await cloud.ask(`/v1/search?${new URLSearchParams({ locale: 'az', ...query })}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items;
};

const titles = async (query: Query): Promise<string[]> =>
  (await find(query)).map(({ title }: { title: string }) => title);

const work = (az: string, over: object = {}) => ({
  translations: { az: { title: az, alt: 'Rəsm' } },
  artist: child('Aysel Hüseynova'),
  ...over,
});

/** A public exhibition of some works; gives its id and theirs. */
const exhibit = async (works: readonly object[], content: object = {}) => {
  const id = await cloud.exhibition(content);
  const artworkIds: string[] = [];
  for (const one of works) artworkIds.push(await cloud.enter(id, one));
  expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBeLessThan(300);
  expect((await cloud.act(id, 'selection', { artworkIds })).status).toBe(200);
  expect((await cloud.act(id, 'publish')).status).toBeLessThan(300);
  return { id, artworkIds };
};

describe('artworks', () => {
  it('are found by their titles and artists, with their exhibition, picture and page, and what was found marked', async () => {
    const { id, artworkIds } = await exhibit([
      work('Xəzərin ləpələri', { artist: child('Nərgiz Quliyeva', { name: 'full' }) }),
      work('Dağlar'),
    ]);
    const [found, ...others] = await find({ q: 'lepel nergiz' });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ...{ id: artworkIds[0], kind: 'artwork', title: 'Xəzərin ləpələri', artist: 'Nərgiz Quliyeva', locale: 'az' },
      exhibition: { id },
      picture: { alt: 'Rəsm' },
      highlights: [
        { field: 'title', start: 8, end: 13 },
        { field: 'artist', start: 0, end: 6 },
      ],
    });
    expect(found.url).toMatch(new RegExp(`/az/exhibitions/[^/]+/artworks/${artworkIds[0]}$`));
    expect((await cloud.ask(new URL(found.url).pathname)).status).toBe(200);
    expect(await titles({ q: 'lepel', locale: 'en' })).toEqual(['Xəzərin ləpələri']);
    expect(await titles({ q: 'lepel dağ' })).toEqual([]);
  });

  it('are found in the words in which a reader sees them, whatever language the exhibition has', async () => {
    const translations = {
      az: { title: 'Narıncı gün', alt: 'Rəsm' },
      en: { title: 'Orange day', alt: 'A drawing' },
    };
    await exhibit([work('', { translations })], {
      translations: { az: { title: 'Payız', description: 'M' }, en: { title: 'Autumn', description: 'T' } },
    });
    expect(await titles({ q: 'orange', locale: 'en' })).toEqual(['Orange day']);
    expect(await titles({ q: 'orange', locale: 'az' })).toEqual([]);
    expect(await titles({ q: 'narıncı', locale: 'ru' })).toEqual(['Narıncı gün']);
  });

  it('leave the search when consent is narrowed, at once, and with them every trace in the index', async () => {
    const artist = (name: string) => child('Zümrüd Sədəfova', { name });
    const { id, artworkIds } = await exhibit([work('Ləçək', { artist: artist('full') })]);
    const [artworkId = ''] = artworkIds;
    expect(await titles({ q: 'sedefo' })).toEqual(['Ləçək']);
    expect((await cloud.changeArtwork(id, artworkId, { artist: artist('first') })).status).toBe(200);
    // Before the consumer has heard of it.
    const { body } = await cloud.ask('/v1/search?q=sedefo&locale=az');
    expect(body.items).toEqual([]);
    expect(await titles({ q: 'zümrüd' })).toEqual(['Ləçək']);
    const [first] = await find({ q: 'zümrüd' });
    expect(first.artist).toBe('Zümrüd');
    expect((await cloud.items('ShowcaseTable')).join('\n').toLowerCase()).not.toMatch(/sədəf|sedef/);
    await cloud.changeArtwork(id, artworkId, { artist: artist('none') });
    expect(await titles({ q: 'zümrüd' })).toEqual([]);
    const [nameless] = await find({ q: 'ləçək' });
    expect(nameless).not.toHaveProperty('artist');
    expect((await cloud.items('ShowcaseTable')).join('\n').toLowerCase()).not.toMatch(/zümrüd|zumrud/);
  });

  it('are found no more once they or their exhibition are withdrawn, nor is anything of them left', async () => {
    const { id, artworkIds } = await exhibit([work('Firuzə'), work('Firuzəli səma')]);
    expect(await titles({ q: 'firuze' })).toHaveLength(2);
    await cloud.changeArtwork(id, artworkIds[1] ?? '', { artist: child('A B', { image: false }) });
    expect((await cloud.ask('/v1/search?q=firuze&locale=az')).body.items).toHaveLength(1);
    expect(await titles({ q: 'firuze' })).toEqual(['Firuzə']);
    expect((await cloud.items('ShowcaseTable')).join('\n')).not.toContain('firuzeli');
    await cloud.act(id, 'unpublish');
    expect(await titles({ q: 'firuze' })).toEqual([]);
    const left = (await cloud.items('ShowcaseTable')).filter((item) => /"SEARCH/.test(item) && item.includes(id));
    expect(left).toEqual([]);
  });

  it('go when the clock ends their consent, and are not there before their exhibition is', async () => {
    const ends = child('C D', { expiresOn: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) });
    await exhibit([work('Müvəqqəti', { artist: ends })]);
    expect(await titles({ q: 'müvəqqəti' })).toEqual(['Müvəqqəti']);
    cloud.clock.set(5 * 86_400_000);
    expect((await cloud.ask('/v1/search?q=müvəqqəti&locale=az')).body.items).toEqual([]);
    cloud.clock.set(0);
  });

  it('come with all else, or alone, or not; and with the days and the category of their exhibition', async () => {
    const { id } = await exhibit([work('Sünbül')], { opensOn: '2031-05-01', closesOn: '2031-06-01' });
    await exhibit([work('Sünbül köhnə')], { opensOn: '2021-05-01', closesOn: '2021-06-01' });
    const event = await cloud.draft({
      translations: { az: { title: 'Sünbül bayramı', body: 'Mətn' } },
      ...{
        tags: [{ az: 'Taxıl günü' }],
        showings: [{ startsAt: '2031-05-20T19:30:00.000Z', endsAt: '2031-05-20T22:00:00.000Z' }],
      },
    });
    await cloud.publish(event);
    expect((await titles({ q: 'sünbül' })).toSorted()).toEqual(['Sünbül', 'Sünbül bayramı', 'Sünbül köhnə']);
    expect((await titles({ q: 'sünbül', kind: 'artwork' })).toSorted()).toEqual(['Sünbül', 'Sünbül köhnə']);
    expect(await titles({ q: 'sünbül', kind: 'event' })).toEqual(['Sünbül bayramı']);
    expect(await titles({ q: 'sünbül', kind: 'news' })).toEqual([]);
    expect(await titles({ q: 'sünbül', kind: 'exhibition' })).toEqual([]);
    expect((await titles({ q: 'sünbül', from: '2031-05-01' })).toSorted()).toEqual(['Sünbül', 'Sünbül bayramı']);
    // In the zone of the site it is the 20th until midnight; the event ends on the 21st.
    expect(await titles({ q: 'sünbül', kind: 'event', from: '2031-05-21' })).toEqual(['Sünbül bayramı']);
    expect(await titles({ q: 'sünbül', from: '2031-06-02' })).toEqual([]);
    expect(await titles({ q: 'sünbül', kind: 'artwork', to: '2022-01-01' })).toEqual(['Sünbül köhnə']);
    expect((await titles({ q: 'sünbül', category: 'exhibitions' })).toSorted()).toEqual(['Sünbül', 'Sünbül köhnə']);
    expect(await titles({ q: 'sünbül', tag: 'TAXIL günü' })).toEqual(['Sünbül bayramı']);
    expect(await titles({ q: 'sünbül', tag: 'taxıl' })).toEqual([]);
    expect((await cloud.ask('/v1/search?q=sünbül&category=xyz')).status).toBe(404);
    expect(await titles({ q: 'sünbül', kind: 'artwork', from: '2031-01-01' })).toEqual(['Sünbül']);
    expect(id).toBeDefined();
  });

  it('lead from page to page by cursors that belong to the filters', async () => {
    await exhibit(Array.from({ length: 7 }, (_, n) => work(`Qanad ${n}`)));
    await find({ q: 'qanad' });
    const found: string[] = [];
    let cursor = '';
    for (;;) {
      const query = new URLSearchParams({ q: 'qanad', locale: 'az', limit: '3', ...(cursor && { cursor }) });
      const { body } = await cloud.ask(`/v1/search?${query}`);
      found.push(...body.items.map(({ title }: { title: string }) => title));
      if (!body.nextCursor) break;
      expect((await cloud.ask(`/v1/search?${query}&kind=artwork&cursor=${body.nextCursor}`)).status).toBe(400);
      cursor = body.nextCursor;
    }
    expect(found.toSorted()).toEqual(Array.from({ length: 7 }, (_, n) => `Qanad ${n}`));
  });

  it('stand on the page that searches, beside the rest and alone', async () => {
    await exhibit([work('Bənövşə', { artist: child('Sona Kərimova', { name: 'initial' }) })]);
    await find({ q: 'bənövşə' });
    const { status, body } = await cloud.ask('/az/search?q=benov&kind=&from=&to=');
    expect(status).toBe(200);
    expect(body).toContain('<mark>Bənöv</mark>şə</a>');
    expect(body).toContain('<p class="by">Sona K.</p>');
    expect((await cloud.ask('/az/search?q=benov&kind=artwork')).body).toContain('<mark>Bənöv</mark>şə</a>');
    expect((await cloud.ask('/az/search?q=benov&kind=news')).body).toContain('Heç nə tapılmadı');
    expect((await cloud.ask('/az/search?q=benov&from=31.12.2026')).body).toContain('<strong>31.12.2026</strong>');
    expect((await cloud.ask('/az/search?q=benov&from=2026-12-31&to=2026-01-01')).body).toContain('2026-01-01</strong>');
  });
});

describe('pages of the site', () => {
  it('are found in the words of any of their languages, until they are withdrawn', async () => {
    const id = await cloud.draft({
      kind: 'page',
      category: undefined,
      translations: {
        az: { title: 'Ziyarət qaydaları', body: 'Giriş pulsuzdur', summary: 'Necə gəlmək olar' },
        en: { title: 'Visitor rules', body: 'Admission is free' },
      },
    });
    expect((await cloud.publish(id)).status).toBe(200);
    // Functions remember the pages for ten seconds.
    cloud.clock.ageCaches();
    const [found, ...others] = await find({ q: 'ziyar pulsuz' });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ...{ id, kind: 'page', title: 'Ziyarət qaydaları', highlights: [{ field: 'title', start: 0, end: 5 }] },
    });
    expect((await cloud.ask(new URL(found.url).pathname)).status).toBe(200);
    expect(await titles({ q: 'admission', locale: 'en', kind: 'page' })).toEqual(['Visitor rules']);
    expect(await titles({ q: 'admission', kind: 'news' })).toEqual([]);
    expect((await cloud.ask('/az/search?q=pulsuz')).body).toContain('<p class="kind">Səhifə');
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await find({ q: 'ziyar' });
    expect(
      (await cloud.items('ShowcaseTable')).filter((item) => item.includes('"SEARCH') && item.includes(id)),
    ).toEqual([]);
  });
});
