import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExhibitionCloud,
  exhibitionPath,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { restoreTable } from '../../support/restored-table.ts';
import { type DeskTable, deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let desk: DeskTable;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  desk = deskTable(cloud);
});
afterAll(() => cloud.end());

const patch = async (path: string, az: object) => {
  const { version } = (await cloud.ask(path)).body;
  return (await cloud.ask(path, { method: 'PATCH', version, body: { translations: { az } } })).status;
};

const newestVersion = async (path: string): Promise<number> =>
  (await cloud.ask(`${path}/revisions`)).body.items[0].version;

const kinds = [
  [
    'an event',
    async () => cloud.draft({ translations: { az: { title: 'Birinci', body: 'Mətn' } } }),
    '/v1/staff/events',
    '/v1/events',
  ],
  [
    'an exhibition',
    async () => {
      const id = await cloud.exhibition({ translations: { az: { title: 'Birinci', description: 'Mətn' } } });
      const artworkId = await cloud.enter(id);
      expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
      return id;
    },
    exhibitionPath('').slice(0, -1),
    '/v1/exhibitions',
  ],
] as const;

describe('after a restore of the table', () => {
  it.each(kinds)('%s that was withdrawn since is public again, and can be written and withdrawn', async (...kind) => {
    const [, make, staff, site] = kind;
    const id = await make();
    const path = `${staff}/${id}`;
    const act = async (name: string) => (await cloud.ask(`${path}/${name}`, { body: {} })).status;
    expect(await act('publish')).toBe(200);
    const before = await desk.items();
    expect(await act('unpublish')).toBe(200);
    expect(await patch(path, { title: 'İkinci' })).toBe(200);
    expect((await cloud.ask(`${site}/${id}`)).status).toBe(410);
    const last = await newestVersion(path);

    await restoreTable(desk, before);
    await cloud.rebuild();
    await cloud.published();
    expect((await cloud.ask(`${site}/${id}`)).status).toBe(200);
    // What was done since the moment of the restore is in the history still.
    expect(await newestVersion(path)).toBe(last);
    expect(await patch(path, { title: 'Üçüncü' })).toBe(200);
    expect(await act('publish')).toBe(200);
    expect((await cloud.ask(`${site}/${id}`)).body.title).toBe('Üçüncü');
    expect(await act('unpublish')).toBe(200);
    expect((await cloud.ask(`${site}/${id}`)).status).toBe(410);
  });

  it('an exhibition shows what it showed then, and what it is published with after that', async () => {
    const id = await cloud.exhibition();
    const [first, second] = [await cloud.enter(id), await cloud.enter(id)];
    const publish = async (...artworkIds: string[]) => {
      expect((await cloud.act(id, 'selection', { artworkIds })).status).toBe(200);
      expect((await cloud.act(id, 'publish')).status).toBe(200);
      await cloud.published();
    };
    await publish(first);
    const files = (await cloud.media()).length;
    const before = await desk.items();
    await publish(first, second);
    expect((await cloud.media()).length).toBeGreaterThan(files);

    await restoreTable(desk, before);
    await cloud.rebuild();
    await cloud.published();
    expect(await cloud.shown(id)).toEqual([first]);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    expect(await cloud.shown(id)).toEqual([first]);
    expect(await cloud.media()).toHaveLength(files);
    await publish(second);
    expect(await cloud.shown(id)).toEqual([second]);
  });

  it('entries are rated, also those that have their numbers since', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const works = async () => (await cloud.ask(`/v1/staff/juries/${id}/works`)).body.items.length;
    await cloud.enter(id);
    const before = await desk.items();
    await cloud.enter(id);
    expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
    await cloud.published();
    expect(await works()).toBe(2);

    await restoreTable(desk, before);
    await cloud.enter(id);
    expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
    await cloud.published();
    expect(await works()).toBe(3);
  });

  it('the settings can be changed', async () => {
    const path = '/v1/staff/site';
    const save = async (az: string) => {
      const { body, headers } = await cloud.ask(path);
      const version = Number(/\d+/.exec(headers.get('etag') ?? '')?.[0]);
      const changed = { ...body, title: { ...body.title, az } };
      return (await cloud.ask(path, { method: 'PUT', version, body: changed })).status;
    };
    expect(await save('Birinci')).toBe(200);
    const before = await desk.items();
    expect(await save('İkinci')).toBe(200);
    await restoreTable(desk, before);
    expect((await cloud.ask(path)).body.title.az).toBe('Birinci');
    expect(await save('Üçüncü')).toBe(200);
  });
});
