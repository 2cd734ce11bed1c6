import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../../shared/model/site/site.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let plain: Site;

const path = '/v1/staff/site';
const read = () => cloud.ask(path);
const versionNow = async (): Promise<number> => Number((await read()).headers.get('etag')?.replaceAll('"', ''));

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  plain = (await read()).body;
});
afterEach(async () => {
  const answer = await save(plain);
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
});
afterAll(() => cloud.end());

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const save = async (site: object, as: 'admin' | 'editor' = 'admin') =>
  cloud.ask(path, { method: 'PUT', version: await versionNow(), body: site, as });

const speaking = (speaker: string): Partial<Site> => ({ quotation: { az: { text: 'Rəsm çəkirəm.', speaker } } });

/** Somebody who may be named, or not. */
const entered = async (name: string, form: 'full' | 'none') => {
  const id = await cloud.exhibition();
  const artworkId = await cloud.enter(id, { artist: child(name, { name: form }) });
  const entry = `/v1/staff/exhibitions/${id}/artworks/${artworkId}`;
  return {
    id,
    artworkId,
    entry,
    narrow: () => cloud.changeArtwork(id, artworkId, { artist: { consent: { name: 'none' } } }),
  };
};

const attention = async (artworkId: string) =>
  (await cloud.ask('/v1/staff/attention?limit=100', { as: 'editor' })).body.items.filter(
    (one: { artworkId: string }) => one.artworkId === artworkId,
  );

describe('settings that name somebody whose name is withheld', () => {
  it.each([
    ['title.az', () => ({ title: { ...plain.title, az: 'Aysel Saytova muzeyi' } })],
    [
      'categories.0.label.ru',
      () => ({
        categories: plain.categories.map((one, n) =>
          n > 0 ? one : { ...one, label: { ...one.label, ru: 'Айсель Сайтова' } },
        ),
      }),
    ],
    ['campaigns.0.label.az', () => ({ campaigns: [{ slug: 'qalib', label: { az: 'Aysel Saytova 2026' } }] })],
    ['campaigns.0.slug', () => ({ campaigns: [{ slug: 'aysel-saytova', label: { az: 'Qalib' } }] })],
    ['picture.alt.az', () => ({ picture: { url: 'https://kult.az/1.jpg', alt: { az: 'Aysel Saytova' } } })],
    ['picture.url', () => ({ picture: { url: 'https://kult.az/aysel-saytova.jpg', alt: { az: 'Qalib' } } })],
    ['quotation.az.speaker', () => speaking('Aysel Saytova, 9 yaş')],
    ['contact.address.az', () => ({ contact: { address: { az: 'Aysel Saytovagilin evi' } } })],
    ['contact.email', () => ({ contact: { email: 'aysel.saytova@kult.az' } })],
  ])('are refused: %s', async (field, make) => {
    const { artworkId } = await entered('Aysel Saytova', 'none');
    const site = { ...plain, ...make() };
    const { status, body } = await save(site);
    expect(status).toBe(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ path: field, code: 'mayNameWithheld' }));
    expect(JSON.stringify(body)).not.toMatch(/Saytova|saytova|Сайтова/);
    expect((await read()).body).toEqual(plain);
    expect(await cloud.items('ShowcaseTable').then((items) => items.join('\n'))).not.toMatch(/Saytova|Сайтова/);
    const { items } = (await cloud.ask(`${path}/mentions`, { body: site })).body;
    expect(items.filter((one: { artworkId: string }) => one.artworkId === artworkId)).toMatchObject([
      { place: { kind: 'site', id: 'site', field }, weight: 'confirm', isConfirmed: false },
    ]);
  });

  it('are saved once an admin has confirmed that another person is meant, until the text changes', async () => {
    const { artworkId, id } = await entered('Kamran Adaşov', 'none');
    const speaker = 'Kamran Adaşov, nazir';
    const field = 'quotation.az.speaker';
    const site = { ...plain, ...speaking(speaker) };
    const { items } = (await cloud.ask(`${path}/mentions`, { body: site })).body;
    expect(items).toMatchObject([{ artworkId, textHash: hash(speaker) }]);
    const confirmedMentions = [{ artworkId, field, textHash: hash(speaker) }];
    const stale = { artworkId, field, textHash: hash('x') };
    const saved = await save({ ...site, confirmedMentions: [...confirmedMentions, stale] });
    expect([saved.status, saved.body.confirmedMentions]).toEqual([200, confirmedMentions]);
    // What staff have confirmed is nobody's business.
    expect(JSON.stringify((await cloud.ask('/v1/site')).body)).not.toContain('confirmedMentions');
    const { body: audit } = await cloud.ask('/v1/staff/audit?item=site');
    expect(audit.items).toContainEqual(
      expect.objectContaining({ action: 'mention.confirmed', places: [{ kind: 'site', id: 'site', field }] }),
    );
    const other = { ...plain, ...speaking('Kamran Adaşov'), confirmedMentions };
    expect((await save(other)).body.errors).toMatchObject([{ path: field, code: 'mayNameWithheld' }]);
    expect(id).toBeTruthy();
  });

  it('are refused without the entry while it is rated blind', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const artworkId = await cloud.enter(id, { artist: child('Nigar Korova', { name: 'none' }) });
    expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
    const site = { ...plain, ...speaking('Nigar Korova') };
    const refused = await save(site);
    expect(refused.body.errors).toMatchObject([{ path: 'quotation.az.speaker', code: 'mayNameHidden' }]);
    const listed = await cloud.ask(`${path}/mentions`, { body: site });
    expect([listed.status, listed.body.items]).toEqual([200, []]);
    expect(JSON.stringify(refused.body)).not.toContain(artworkId);
  });
});

describe('settings that name somebody whose entry is rated blind, as they are', () => {
  const blind = async (name: string, form: 'full' | 'none') => {
    const id = await cloud.exhibition({ blindRating: true });
    const artworkId = await cloud.enter(id, { artist: child(name, { name: form }) });
    expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
    return { id, artworkId };
  };

  it('keep no other change of them waiting, and what names her anew is refused', async () => {
    expect((await save({ ...plain, ...speaking('Nigar Donova') })).status).toBe(200);
    await blind('Nigar Donova', 'none');
    const { body: now } = await read();
    expect((await save({ ...now, requestDays: 11 })).body.requestDays).toBe(11);
    for (const site of [
      { ...now, ...speaking('Nigar Donova, 9 yaş') },
      { ...now, title: { ...plain.title, az: 'Nigar Donova muzeyi' } },
    ])
      expect((await save(site)).body.errors).toMatchObject([{ code: 'mayNameHidden' }]);
  });

  it('keep none waiting either where her consent is narrowed; the list says where, and not whose entry it is', async () => {
    const field = 'quotation.az.speaker';
    expect((await save({ ...plain, ...speaking('Nigar Narova') })).status).toBe(200);
    const { id, artworkId } = await blind('Nigar Narova', 'full');
    const body = { artist: { consent: { name: 'none' } } };
    const path = `/v1/staff/exhibitions/${id}/artworks/${artworkId}`;
    expect((await cloud.ask(path, { method: 'PATCH', version: 1, body })).status).toBe(200);
    const listed = async () => {
      const { items } = (await cloud.ask('/v1/staff/attention?limit=100', { as: 'editor' })).body;
      return items.filter(({ place }: { place: { field: string } }) => place.field === field);
    };
    const { body: now } = await read();
    expect((await save({ ...now, requestDays: 12 })).status).toBe(200);
    const [hidden, ...others] = await listed();
    expect([hidden.place.kind, hidden.artworkId, others]).toEqual(['site', undefined, []]);
    const { body: works } = await cloud.ask(`/v1/staff/juries/${id}/works`);
    await cloud.act(id, 'selection', { numbers: [works.items[0].number] });
    expect((await cloud.act(id, 'reveal')).status).toBe(200);
    expect(await listed()).toMatchObject([{ artworkId }]);
    expect((await save({ ...now, requestDays: 13 })).body.errors).not.toEqual([]);
    expect((await save(plain)).status).toBe(200);
    expect(await listed()).toEqual([]);
  });
});

describe('a name in the settings that is withheld from now on', () => {
  it('is found, recorded and looked up, and keeps settings from being saved until it is changed', async () => {
    const { id, artworkId, narrow, entry } = await entered('Sevda Ayarova', 'full');
    expect((await save({ ...plain, ...speaking('Sevda Ayarova, 9 yaş') })).status).toBe(200);
    const place = { kind: 'site', id: 'site', field: 'quotation.az.speaker' };
    const texts = (await cloud.ask('/v1/staff/consents/texts', { body: { name: 'Sevda Ayarova' } })).body.texts;
    expect(texts).toContainEqual({ place, match: 'full', isPublic: true, displayTitle: expect.any(String) });
    const said = (await cloud.ask(`${entry}/access-document/texts`, { body: {} })).body.texts;
    expect(said).toContainEqual(expect.objectContaining({ place, passages: ['Sevda Ayarova, 9 yaş'] }));
    const foreseen = (await cloud.ask(`${entry}/effects/texts`, { body: { erase: true } })).body.texts;
    expect(foreseen).toContainEqual(expect.objectContaining({ place }));

    expect((await narrow()).body.mentions).toEqual([place]);
    expect(await attention(artworkId)).toMatchObject([{ place, cause: 'consent', match: 'full' }]);
    const { body: now } = await read();
    const blocked = await save({ ...now, requestDays: 10 });
    expect(blocked.body.errors.map(({ code }: { code: string }) => code).sort()).toEqual([
      'mayNameWithheld',
      'namesNarrowedConsent',
    ]);
    expect((await save({ ...now, ...speaking('Bir şagird') })).status).toBe(200);
    expect(await attention(artworkId)).toEqual([]);
    expect(id).toBeTruthy();
  });

  it('is found after an erasure too, and is not saved again from an earlier version', async () => {
    const { artworkId, entry } = await entered('Vüsalə Silinova', 'full');
    expect((await save({ ...plain, ...speaking('Vüsalə Silinova') })).status).toBe(200);
    const version = await versionNow();
    const { body } = await cloud.ask(entry, { method: 'DELETE' });
    expect(body.mentions).toEqual([{ kind: 'site', id: 'site', field: 'quotation.az.speaker' }]);
    expect((await save(plain)).status).toBe(200);
    expect(await attention(artworkId)).toEqual([]);
    const earlier = (await cloud.ask(`${path}/revisions/${version}`)).body;
    expect((await save(earlier)).body.errors).toMatchObject([{ code: 'namesErasedArtist' }]);

    // Nothing but the earlier version has it, and an admin erases that.
    const left = async () => (await cloud.items('DeskTable')).filter((item) => item.includes('Silinova'));
    expect(await left()).not.toEqual([]);
    const erase = (version: number, as: 'admin' | 'editor' = 'admin') =>
      cloud.ask(`${path}/revisions`, { method: 'DELETE', version, as });
    const current = await versionNow();
    expect((await erase(current, 'editor')).status).toBe(403);
    expect((await erase(current - 1)).status).toBe(412);
    const { status, body: answer } = await erase(current);
    expect([status, answer.revisions]).toEqual([200, expect.any(Number)]);
    expect(answer.revisions).toBeGreaterThan(1);
    expect(await left()).toEqual([]);
    expect((await cloud.ask(`${path}/revisions/${version}`)).status).toBe(404);
    const { items } = (await cloud.ask(`${path}/revisions`)).body;
    expect(items.map((one: { version: number }) => one.version)).toEqual([current]);
    const { body: audit } = await cloud.ask('/v1/staff/audit?item=site');
    expect(audit.items[0]).toMatchObject({ action: 'revisions.erased' });
  });
});
