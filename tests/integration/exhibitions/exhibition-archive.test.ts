import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import {
  type ExhibitionCloud,
  exhibitionPath as path,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { historyOn } from '../../support/exhibition-history.ts';

let cloud: ExhibitionCloud;
let own: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  own = await member(cloud, 'aysel', 'contributor');
});
afterAll(() => cloud.end());

/** Where it takes place. */
const at = (name: string) => ({ place: { name: { az: name } } });

const { read, restore, archive, unarchive, actions, selected } = historyOn(() => cloud);

describe('an exhibition in the archive', () => {
  it('has its list, takes no change and no entry, and comes back as it was', async () => {
    const { id, shown } = await selected();
    const before = await read(id);
    const archived = await archive(id);
    expect(archived.body).toMatchObject({ status: 'archived', archivedFrom: 'selection' });
    const list = async (status: string) =>
      (await cloud.ask(`/v1/staff/exhibitions?status=${status}`)).body.items.map((one: { id: string }) => one.id);
    expect([await list('archived'), await list('selection')]).toEqual([[id], expect.not.arrayContaining([id])]);
    const { version } = archived.body;
    const refused = await Promise.all([
      cloud.ask(path(id), { method: 'PATCH', version, body: at('Bakı') }),
      cloud.ask(path(id, '/artworks'), { body: {} }),
      cloud.ask(path(id, `/artworks/${shown}`), { method: 'PATCH', version: 1, body: { medium: 'Quaş' } }),
      cloud.act(id, 'status', { status: 'open' }),
      cloud.act(id, 'selection', { artworkIds: [shown] }),
      cloud.act(id, 'publish'),
      restore(id, 1),
      archive(id),
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      refused.map(() => [409, 'exhibitionArchived']),
    );
    const { body } = await unarchive(id);
    expect(body).toMatchObject({ status: 'selection', selection: before.selection, version: version + 1 });
    expect(body).not.toHaveProperty('archivedFrom');
    expect((await actions(id)).slice(0, 2)).toEqual(['unarchived', 'archived']);
    expect((await unarchive(id)).status).toBe(409);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
  });

  it('lets consent be taken back and entries be erased, and is erased whole', async () => {
    const { id, shown, hidden } = await selected();
    await archive(id);
    const narrowed = await cloud.changeArtwork(id, shown, { artist: { consent: null } });
    expect(narrowed.status).toBe(200);
    const erased = await cloud.ask(path(id, `/artworks/${hidden}`), { method: 'DELETE' });
    expect(erased.status).toBe(200);
    expect((await read(id)).status).toBe('archived');
    let last = { erased: false };
    while (!last.erased) last = (await cloud.ask(path(id, '/erase'), { body: {} })).body;
    expect((await cloud.ask(path(id))).status).toBe(404);
    // The audit keeps ids.
    const left = (await cloud.items('DeskTable')).filter((item) => item.includes(`"EXHIBITION#${id}"`));
    expect(left.filter((item) => item.includes('Sərgi') || item.includes('Aysel'))).toEqual([]);
  });

  it("is none that is public, will be, is rated blind, or is a contributor's to archive", async () => {
    const { id } = await selected();
    await cloud.act(id, 'publish', { publishAt: '2999-01-01T00:00:00Z' });
    const scheduled = await archive(id);
    expect([scheduled.status, scheduled.body.code]).toEqual([409, 'exhibitionPublished']);
    await cloud.act(id, 'unpublish');
    expect((await archive(id)).status).toBe(200);
    const blind = await cloud.exhibition({ blindRating: true });
    await cloud.enter(blind);
    await cloud.act(blind, 'status', { status: 'selection' });
    expect((await archive(blind)).body.code).toBe('exhibitionActionImpossible');
    const translations = { az: { title: 'Sərgi' } };
    const made = await own('/v1/staff/exhibitions', { body: { translations } });
    expect((await own(path(made.body.id), { method: 'DELETE', version: 1 })).status).toBe(403);
  });
});

describe('an event in the archive', () => {
  it('comes back as a draft, or withdrawn where it was public, with the texts that it has', async () => {
    const back = async (id: string) => {
      const at = `/v1/staff/events/${id}`;
      const { version } = (await cloud.ask(at)).body;
      await cloud.ask(at, { method: 'DELETE', version });
      return (await cloud.ask(`${at}/unarchive`, { body: {}, version: version + 1 })).body;
    };
    const draft = await cloud.draft();
    expect(await back(draft)).toMatchObject({ status: 'draft', version: 3 });
    const known = await cloud.draft();
    await cloud.publish(known);
    await cloud.ask(`/v1/staff/events/${known}/unpublish`, { body: {} });
    expect(await back(known)).toMatchObject({ status: 'withdrawn' });
    const { body } = await cloud.ask(`/v1/staff/events/${known}/revisions?limit=1`);
    expect(body.items[0].action).toBe('unarchived');
  });
});
