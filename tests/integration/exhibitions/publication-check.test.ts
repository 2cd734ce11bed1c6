import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let own: AskAs;
let editor: AskAs;
beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  own = await member(cloud, 'aysel', 'contributor');
  editor = await member(cloud, 'leyla', 'editor');
});
afterAll(() => cloud.end());

const path = (id: string, rest = '') => `/v1/staff/exhibitions/${id}${rest}`;

/** What is found to be missing: path and message. */
const lacks = async (who: AskAs, id: string): Promise<string[]> => {
  const { status, body } = await who(path(id, '/publication-check'));
  expect(status, JSON.stringify(body)).toBe(200);
  return body.errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`);
};

describe('what an exhibition lacks for publication', () => {
  it('is told by field and by work before one tries; what works lack and whom texts may name to editors only', async () => {
    const description = 'Rəsmi Aysel Məmmədova çəkib.';
    const translations = { az: { title: 'Sərgi', description } };
    const { id } = (await own('/v1/staff/exhibitions', { body: { translations } })).body;
    const first = await cloud.enter(id, { artist: child('Aysel Məmmədova') });
    const second = await cloud.enter(id);
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.act(id, 'selection', { artworkIds: [first, second] });
    const taken = await cloud.changeArtwork(id, second, { translations: { az: { alt: null } } });
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    const said = await lacks(editor, id);
    expect(said.map((one) => one.split(':')[0])).toEqual([
      'opensOn',
      'selection.artworkIds.1',
      'translations.az.description',
    ]);
    expect(await lacks(own, id)).toEqual(said.slice(0, 1));
    // As a publication that is tried says it.
    const { errors } = (await editor(path(id, '/publish'), { body: {} })).body;
    expect(errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)).toEqual(said);
    expect((await editor(path(id))).body.status).toBe('selection');
  });

  it('is told to editors only after a publication has failed, too', async () => {
    const description = 'Rəsmi Aysel Məmmədova çəkib.';
    const translations = { az: { title: 'Rəsmlər', description } };
    const { id } = (await own('/v1/staff/exhibitions', { body: { translations, opensOn: '2026-01-01' } })).body;
    const artworkId = await cloud.enter(id, { artist: child('Aysel Məmmədova', { name: 'full' }) });
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.act(id, 'selection', { artworkIds: [artworkId] });
    // The consent is narrowed before the publisher begins.
    const reachAgain = cloud.inject({ match: ({ action }) => action === 'sqs:SendMessage', respond: 'deny' });
    const publication = cloud.act(id, 'publish');
    await expect.poll(async () => (await editor(path(id))).body.publishing).toBeDefined();
    const change = cloud.changeArtwork(id, artworkId, { artist: { consent: { name: 'none' } } });
    const isNarrowed = async () =>
      (await editor(path(id, `/artworks/${artworkId}`))).body.artist.consent.name === 'none';
    await expect.poll(isNarrowed).toBe(true);
    reachAgain();
    await cloud.trigger('EveryMinute');
    expect([(await change).status, (await publication).status]).toEqual([200, 400]);
    const failure = async (who: AskAs) => (await who(path(id))).body.publishing.errors;
    expect(await failure(editor)).toMatchObject([{ path: 'translations.az.description', code: 'namesWithheld' }]);
    expect(await failure(own)).toEqual([]);
  });

  it('says of a publication that is planned which consents end before it, and plans it', async () => {
    const id = await cloud.exhibition();
    const lasting = await cloud.enter(id, { artist: child('Aysel Məmmədova', { expiresOn: '2098-06-01' }) });
    const ending = await cloud.enter(id, { artist: child('Murad Əliyev', { expiresOn: '2098-05-31' }) });
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.act(id, 'selection', { artworkIds: [lasting, ending] });
    // In Baku it is midnight.
    const planned = await cloud.act(id, 'publish', { publishAt: '2098-05-31T20:00:00.000Z' });
    expect(planned).toMatchObject({ status: 200, body: { status: 'scheduled' } });
    const message = 'entry 2 will not be shown: its consent ends on 2098-05-31, before the publication begins';
    expect(planned.body.warnings).toMatchObject([{ path: 'selection.artworkIds.1', message }]);
    const { body } = await cloud.act(id, 'publish', { publishAt: '2098-05-31T19:59:59.000Z' });
    expect([body.status, body.warnings]).toEqual(['scheduled', undefined]);
  });

  it('tells nobody of a selection that is blind', async () => {
    const { id } = (await editor('/v1/staff/exhibitions', { body: { blindRating: true } })).body;
    await cloud.enter(id, { translations: {} });
    await editor(path(id, '/status'), { body: { status: 'selection' } });
    const { items } = (await editor(`/v1/staff/juries/${id}/works`)).body;
    const chosen = await editor(path(id, '/selection'), { body: { numbers: [items[0].number] } });
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
    const hidden = (await lacks(editor, id)).filter((one) => one.startsWith('selection'));
    expect(hidden).toEqual([]);
    await editor(path(id, '/reveal'), { body: {} });
    const seen = (await lacks(editor, id)).filter((one) => one.startsWith('selection'));
    expect(seen).toHaveLength(1);
  });
});
