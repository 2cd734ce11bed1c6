import { describe, expect, it } from 'vitest';
import { ask, unique } from '../support/clients/client.ts';
import {
  changeArtwork,
  child,
  createExhibition,
  draftExhibition,
  enter,
  enterComplete,
  exhibitionAct,
  faults,
  nobody,
  readStaffExhibition,
} from '../support/clients/exhibition-client.ts';

describe('an exhibition that is not valid', () => {
  it.each<[string, object, string]>([
    ['an unknown field', { titel: 'x' }, 'titel is not known here'],
    ['a category that the site does not have', { category: 'sport' }, 'category is no category of this site'],
    [
      'a language that the site does not have',
      { translations: { de: { title: 'x' } } },
      'translations.de is no language',
    ],
    ['an end before its beginning', { opensOn: '2022-11-18', closesOn: '2022-11-17' }, 'closesOn lies before opensOn'],
    ['an end without a beginning', { closesOn: '2022-11-17' }, 'opensOn is missing'],
    ['a day that does not exist', { opensOn: '2022-02-30' }, 'opensOn '],
    ['an event that is not there', { eventIds: [nobody] }, 'eventIds.0 is no event that we know'],
    [
      'a role that no organiser has',
      { organisers: [{ name: { az: 'x' }, role: 'boss' }] },
      'organisers.0.role is none of',
    ],
    ['an organiser without a name', { organisers: [{ name: {}, role: 'host' }] }, 'organisers.0.name has no name'],
    ['rights that IIIF does not take', { rights: 'https://example.org' }, 'rights is no address such as'],
    ['a field that only the desk writes', { selection: { artworkIds: [] } }, 'selection is not known here'],
  ])('is refused for %s', async (_, content, fault) => {
    const answer = await createExhibition(content);
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining(fault)]);
  });

  it('is refused for one event named twice', async () => {
    const { body } = await ask('/v1/staff/events', { as: 'contributor', body: { category: 'events' } });
    const answer = await createExhibition({ eventIds: [body.id, body.id] });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual(['eventIds.1 is named twice']);
  });

  it('loses no change to another one made at the same time', async () => {
    const id = await draftExhibition();
    const change = (venue: string, ifMatch?: string) =>
      ask(`/v1/staff/exhibitions/${id}`, {
        method: 'PATCH',
        as: 'contributor',
        body: { place: { name: { az: venue } } },
        headers: ifMatch ? { 'if-match': ifMatch } : {},
      });
    expect((await change('x')).status).toBe(428);
    const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => change(`Zal ${n}`, '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    expect(answers.find(({ status }) => status === 412)?.body.currentVersion).toBe(2);
    expect((await exhibitionAct(nobody, 'status', { status: 'open' })).status).toBe(404);
  });
});

describe('the way of an exhibition', () => {
  it('is that of its states, and no other', async () => {
    const id = await draftExhibition();
    const move = (status: string) => exhibitionAct(id, 'status', { status });
    const early = await exhibitionAct(id, 'publish', {});
    expect(early.status).toBe(409);
    expect(faults(early)).toEqual(['status is draft; published cannot follow it']);
    expect((await move('published')).status).toBe(400);
    expect((await exhibitionAct(id, 'unpublish', {})).status).toBe(409);
    expect((await move('open')).body.status).toBe('open');
    expect((await move('open')).body.version).toBe(2);
    expect((await exhibitionAct(id, 'publish', {})).status).toBe(409);
    expect((await move('selection')).body.status).toBe('selection');
    const back = await move('draft');
    expect(back.status).toBe(409);
    expect(back.body.detail).toContain('cannot become a draft, only open for entries or published');
    const artworkIds = [await enterComplete(id, 'bir')];
    await exhibitionAct(id, 'selection', { artworkIds });
    expect((await exhibitionAct(id, 'publish', {})).status).toBe(200);
    const reopened = await move('open');
    expect(faults(reopened)).toEqual(['status is published; open cannot follow it']);
    expect((await exhibitionAct(id, 'unpublish', {})).body.status).toBe('withdrawn');
    expect((await move('open')).body.status).toBe('open');
  });

  it('is for editors to decide', async () => {
    const id = await draftExhibition();
    const asContributor = (act: string, body: object) => exhibitionAct(id, act, body, 'contributor');
    expect((await asContributor('status', { status: 'open' })).status).toBe(403);
    expect((await asContributor('selection', { artworkIds: [nobody] })).status).toBe(403);
    expect((await asContributor('publish', {})).status).toBe(403);
    expect((await asContributor('unpublish', {})).status).toBe(403);
    expect((await ask(`/v1/staff/exhibitions/${id}/ranking`, { as: 'contributor' })).status).toBe(403);
    for (const path of ['', `/${id}`, `/${id}/artworks`, `/${id}/duplicates`]) {
      expect((await ask(`/v1/staff/exhibitions${path}`)).status).toBe(401);
    }
  });

  it('takes an entry from an editor only, once entries are closed', async () => {
    const id = await draftExhibition();
    await exhibitionAct(id, 'status', { status: 'selection' });
    expect((await enter(id, {})).status).toBe(403);
    expect((await enter(id, {}, 'editor')).status).toBe(201);
  });
});

describe('a publication', () => {
  it('says everything that is missing at once', async () => {
    const { body } = await createExhibition({
      translations: { az: { summary: 'S' }, en: { title: 'E', description: '&nbsp;' } },
    });
    const { id } = body;
    const bare = (await enter(id, { artist: child('Aysel Hüseynova') })).body.id;
    const silent = await enterComplete(id, 'iki', { translations: { az: { title: 'Günəş' }, en: { alt: 'Sun' } } });
    expect((await exhibitionAct(id, 'selection', { artworkIds: [bare, silent] })).status).toBe(200);
    const answer = await exhibitionAct(id, 'publish', {});
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([
      'opensOn is missing',
      'translations.az.title is missing',
      'translations.az.description is missing',
      'translations.en.description has nothing that could be seen',
      'selection.artworkIds.0 entry 1 has no image: uploadId is missing',
      'selection.artworkIds.0 entry 1 has no title and no alternative text in any language of the site',
      'selection.artworkIds.1 entry 2 lacks translations.az.alt: say what the artwork shows',
      'selection.artworkIds.1 entry 2 lacks translations.en.title',
    ]);
    expect((await ask(`/v1/exhibitions/${id}`)).status).toBe(404);
  });

  it('is refused for texts that name whom consent does not allow to be named', async () => {
    const id = await draftExhibition({
      translations: { az: { title: unique('Sərgi'), description: 'Qalib: Mammadova Aysel.' } },
    });
    const artist = child('Aysel Rəşad qızı Məmmədova', 'first');
    const named = await enterComplete(id, 'bir', {
      artist,
      translations: { az: { title: 'Məmmədovanın evi, Məmmədova', alt: 'Bir ev' } },
    });
    await exhibitionAct(id, 'selection', { artworkIds: [named] });
    expect(faults(await exhibitionAct(id, 'publish', {}))).toEqual([
      expect.stringContaining('translations.az.description names somebody whom the consent of entry 1'),
      expect.stringContaining('selection.artworkIds.0 entry 1 in translations.az.title: may name somebody'),
    ]);
    await changeArtwork(id, named, { translations: { az: { title: 'Ev' } } });
    const { version } = (await readStaffExhibition(id)).body;
    const slip = await ask(`/v1/staff/exhibitions/${id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${version}"` },
      body: { translations: { az: { description: 'Победитель: Мамедова Айсел.', slug: unique('memmedova-aysel') } } },
    });
    expect(slip.status).toBe(200);
    expect(faults(await exhibitionAct(id, 'publish', {})).sort()).toEqual([
      expect.stringContaining('translations.az.description names somebody'),
      expect.stringContaining('translations.az.slug names somebody'),
    ]);
  });

  it('publishes the languages that are asked for, each once', async () => {
    const translations = { az: { title: unique('Sərgi'), description: 'D' }, ru: { title: 'Набросок' } };
    const id = await draftExhibition({ translations });
    await exhibitionAct(id, 'selection', { artworkIds: [await enterComplete(id, 'bir')] });
    expect(faults(await exhibitionAct(id, 'publish', {}))).toEqual(['translations.ru.description is missing']);
    expect((await exhibitionAct(id, 'publish', { locales: [] })).status).toBe(400);
    expect((await exhibitionAct(id, 'publish', { locales: ['de'] })).status).toBe(400);
    const answer = await exhibitionAct(id, 'publish', { locales: ['az', 'az'] });
    expect(answer).toMatchObject({ status: 200, body: { publishedLocales: ['az'] } });
  });

  it('takes a free address for a title whose own is taken, and refuses a slug that is', async () => {
    const title = unique('Eyni sərgi');
    const publishTitled = async (slug?: string) => {
      const id = await draftExhibition({ translations: { az: { title, description: 'D', ...(slug && { slug }) } } });
      await exhibitionAct(id, 'selection', { artworkIds: [await enterComplete(id, 'bir')] });
      return exhibitionAct(id, 'publish', {});
    };
    const { slug } = (await publishTitled()).body.translations.az;
    expect((await publishTitled()).body.translations.az.slug).toBe(`${slug}-2`);
    expect(faults(await publishTitled(slug))).toEqual([`translations.az.slug ${slug} is taken by another exhibition`]);
  });

  it('keeps the old address as a way to the new one', async () => {
    const id = await draftExhibition();
    const artwork = await enterComplete(id, 'bir');
    await exhibitionAct(id, 'selection', { artworkIds: [artwork] });
    const { body } = await exhibitionAct(id, 'publish', {});
    const slug = unique('yeni');
    await ask(`/v1/staff/exhibitions/${id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${body.version}"` },
      body: { translations: { az: { slug } } },
    });
    expect((await exhibitionAct(id, 'publish', {})).status).toBe(200);
    const old = await ask(`/v1/exhibitions/${body.translations.az.slug}`);
    expect(old.status).toBe(301);
    expect((await ask(old.headers.get('location') ?? '')).body).toMatchObject({ id, slug });
    for (const part of ['manifest', `artworks/${artwork}`]) {
      const moved = await ask(`/v1/exhibitions/${body.translations.az.slug}/${part}`);
      const { pathname, search } = new URL(moved.headers.get('location') ?? '');
      expect([moved.status, pathname]).toEqual([301, `/v1/exhibitions/${slug}/${part}`]);
      expect((await ask(`${pathname}${search}`)).status).toBe(200);
    }
  });

  it('of a selection out of which everything was erased is refused', async () => {
    const id = await draftExhibition();
    const only = await enterComplete(id, 'bir');
    await exhibitionAct(id, 'selection', { artworkIds: [only] });
    await ask(`/v1/staff/exhibitions/${id}/artworks/${only}`, { method: 'DELETE', as: 'editor' });
    expect(faults(await exhibitionAct(id, 'publish', {}))).toEqual([expect.stringContaining('selection is missing')]);
  });

  it('stays out of sight until its time comes', async () => {
    const id = await draftExhibition();
    await exhibitionAct(id, 'selection', { artworkIds: [await enterComplete(id, 'bir')] });
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    const { status, body } = await exhibitionAct(id, 'publish', { publishAt });
    expect([status, body.publishedAt]).toEqual([200, publishAt]);
    expect((await ask(`/v1/exhibitions/${id}`)).status).toBe(404);
    expect((await ask(`/v1/exhibitions/${body.translations.az.slug}`)).status).toBe(404);
    expect(JSON.stringify((await ask('/v1/exhibitions')).body)).not.toContain(id);
    expect((await exhibitionAct(id, 'unpublish', {})).status).toBe(200);
    expect((await ask(`/v1/exhibitions/${id}`)).status).toBe(404);
  });
});

describe('a question about exhibitions that is not valid', () => {
  it.each([
    ['/v1/exhibitions?limit=0', 400, 'limit'],
    ['/v1/exhibitions?cursor=x', 400, 'cursor'],
    ['/v1/exhibitions?locale=de', 404, 'locale'],
    ['/v1/exhibitions?page=2', 400, 'page'],
    ['/v1/exhibitions/UPPER_CASE', 400, 'idOrSlug'],
    [`/v1/exhibitions/${nobody}/artworks/x`, 400, 'artworkId'],
    [`/v1/exhibitions/${nobody}/manifest?x=1`, 400, 'x'],
  ])('%s answers %i and names the parameter', async (path, status, parameter) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(faults(answer)).toEqual([expect.stringMatching(new RegExp(`^${parameter} `))]);
  });

  it.each([`/${nobody}`, `/${nobody}/manifest`, `/${nobody}/artworks/${nobody}`, '/no-such-exhibition'])(
    '%s answers 404',
    async (path) => {
      expect((await ask(`/v1/exhibitions${path}`)).status).toBe(404);
    },
  );
});

describe('an exhibition of very long texts', () => {
  const glyphs = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join('');

  it('is refused, not half kept, where they are more than can be stored', async () => {
    const text = () => ({ title: 'x', description: glyphs(95_000) });
    const answer = await createExhibition({ translations: { az: text(), en: text(), ru: text() } });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining('translations are too long to be kept together')]);
  });

  it('is refused where they can be stored, but not with what publishing makes of them', async () => {
    // 364 KB when they are compressed; with the HTML, in which every sign is written as an entity, 398 KB.
    const signs = Array.from({ length: 90_000 }, () => '<>&x'[Math.floor(Math.random() * 4)]).join('');
    const text = (description: string) => ({ title: unique('x'), description });
    const translations = { az: text(glyphs(90_000)), en: text(glyphs(90_000)), ru: text(signs) };
    const id = await draftExhibition({ translations });
    await exhibitionAct(id, 'selection', { artworkIds: [await enterComplete(id, 'bir')] });
    const answer = await exhibitionAct(id, 'publish', {});
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining('translations are too long to be kept together')]);
    expect((await exhibitionAct(id, 'publish', { locales: ['az', 'ru'] })).status).toBe(200);
  });
});
