import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { found } from '../../support/entries/secrets.ts';
import { historyOn } from '../../support/exhibition-history.ts';
import { readyDocument } from '../../support/files/send-document.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { nextHour, restoreTable, waysAfterRestore } from '../../support/restored-table.ts';
import { type DeskTable, deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let desk: DeskTable;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  desk = deskTable(cloud);
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const audited = async (item: string): Promise<string[]> =>
  (await cloud.ask(`/v1/staff/audit?item=${item}`)).body.items.map(({ action }: { action: string }) => action);
const statusOf = async (path: string) => (await cloud.fetch(`${cloud.apiUrl}${path}`, { redirect: 'manual' })).status;
const traces = async (words: readonly string[]) =>
  found([...(await cloud.items('DeskTable')), ...(await cloud.items('ShowcaseTable'))], words);
const recordKeys = () => cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'), 'erasures/');
const change = async (path: string, body: object) => {
  const { version } = (await cloud.ask(path)).body;
  const answer = await cloud.ask(path, { method: 'PATCH', version, body });
  expect(answer.status).toBe(200);
};
const eraseUpload = async (uploadId: string) => {
  const { status, body } = await cloud.ask(`/v1/staff/uploads/${uploadId}`, { method: 'DELETE' });
  expect([status, body.errors]).toEqual([200, undefined]);
};

describe('an upload that was erased', () => {
  it.each(waysAfterRestore)('is erased again where a public event shows it after a restore, %s', async (_, after) => {
    const uploadId = await cloud.uploadFile(await picture(), 'xchildx.png');
    const { sha256 } = (await cloud.ask(`/v1/staff/uploads/${uploadId}`)).body;
    const id = await cloud.draft(withCover(uploadId));
    await cloud.publish(id);
    const before = await desk.items();
    await change(`/v1/staff/events/${id}`, { pictures: [] });
    await cloud.publish(id);
    await eraseUpload(uploadId);

    await restoreTable(desk, before);
    expect((await traces(['xchildx'])).length).toBeGreaterThan(0);
    await after(cloud);
    expect(await traces(['xchildx', sha256])).toEqual([]);
    expect((await cloud.ask(`/v1/staff/uploads/${uploadId}`)).status).toBe(404);
    const { status, body } = await cloud.ask(`/v1/events/${id}`);
    expect([status, body.pictures]).toEqual([200, []]);
    expect(await audited(uploadId)).toContain('upload.erased');
    const request = { fileName: 'a.png', contentType: 'image/png', contentLength: 10, sha256 };
    expect((await cloud.ask('/v1/staff/uploads', { body: request })).status).toBe(201);
  });

  const states = [
    ['open', async () => undefined, async () => undefined],
    [
      'archived',
      (id: string) => historyOn(() => cloud).archive(id),
      (id: string) => historyOn(() => cloud).unarchive(id),
    ],
    [
      'rated blind',
      (id: string) => cloud.act(id, 'status', { status: 'selection' }),
      async (id: string) => {
        const { body: works } = await cloud.ask(`/v1/staff/juries/${id}/works`);
        await cloud.act(id, 'selection', { numbers: [works.items[0].number] });
        await cloud.act(id, 'reveal');
      },
    ],
  ] as const;

  it.each(states)(
    'is erased again where an entry of an exhibition that is %s has it after a restore, which stays without it',
    async (_, enter, leave) => {
      const uploadId = await cloud.uploadFile(await picture());
      const id = await cloud.exhibition({ blindRating: true });
      const artworkId = await cloud.enter(id, { uploadId });
      await enter(id);
      await cloud.published();
      const before = await desk.items();
      await leave(id);
      const changed = await cloud.changeArtwork(id, artworkId, { uploadId: await cloud.uploadFile(await picture()) });
      expect(changed.status).toBe(200);
      await eraseUpload(uploadId);
      await restoreTable(desk, before);
      await nextHour(cloud);
      expect((await cloud.ask(`/v1/staff/uploads/${uploadId}`)).status).toBe(404);
      await leave(id);
      const { status, body } = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`);
      expect([status, body.uploadId]).toEqual([200, undefined]);
    },
  );

  it('is erased again where it is a public file of an event and of an exhibition after a restore', async () => {
    const [media, uploadId] = [await cloud.media(), await readyDocument(cloud)];
    const files = [{ uploadId, title: { az: 'Xdiplomx' } }];
    const [event, id] = [await cloud.draft({ files }), await cloud.exhibition({ files })];
    await cloud.act(id, 'selection', { artworkIds: [await cloud.enter(id)] });
    const publish = async () => {
      for (const answer of [await cloud.publish(event), await cloud.act(id, 'publish')])
        expect(answer.status).toBe(200);
      await cloud.published();
    };
    await publish();
    const before = await desk.items();
    for (const path of [`/v1/staff/events/${event}`, `/v1/staff/exhibitions/${id}`]) await change(path, { files: [] });
    await publish();
    await eraseUpload(uploadId);

    await restoreTable(desk, before);
    await cloud.rebuild();
    await cloud.published();
    expect(found(await cloud.items('ShowcaseTable'), ['Xdiplomx'])).toEqual([]);
    const seen = [await cloud.ask(`/v1/events/${event}`), await cloud.ask(`/v1/exhibitions/${id}`)];
    expect(seen.map(({ status, body }) => [status, body.files ?? []])).toEqual([
      [200, []],
      [200, []],
    ]);
    const documents = (await cloud.media()).filter((key) => key.endsWith('.pdf') && !media.includes(key));
    expect(documents).toEqual([]);
  });

  it('has a record only where its erasure was not refused', async () => {
    const uploadId = await cloud.copiedImage();
    await cloud.draft(withCover(uploadId));
    expect((await cloud.ask(`/v1/staff/uploads/${uploadId}`, { method: 'DELETE' })).status).toBe(409);
    expect(found(await recordKeys(), [uploadId])).toEqual([]);
  });

  it('is completed by the maintenance function where deleting its files failed', async () => {
    const uploadId = await cloud.uploadFile(await picture());
    const stop = cloud.inject({ match: ({ action }) => action.startsWith('s3:Delete'), respond: 'deny' });
    expect((await cloud.ask(`/v1/staff/uploads/${uploadId}`, { method: 'DELETE' })).status).toBe(500);
    stop();
    await nextHour(cloud);
    expect((await cloud.ask(`/v1/staff/uploads/${uploadId}`)).status).toBe(404);
  });
});

describe('a former address that was erased', () => {
  const kinds = [
    ['events', async (az: object) => cloud.draft({ translations: { az: { ...az, body: 'Mətn' } } })],
    [
      'exhibitions',
      async (az: object) => {
        const id = await cloud.exhibition({ translations: { az: { ...az, description: 'Mətn' } } });
        await cloud.act(id, 'selection', { artworkIds: [await cloud.enter(id)] });
        return id;
      },
    ],
  ] as const;
  const all = kinds.flatMap(([kind, make]) =>
    waysAfterRestore.map(([way, after]) => [kind, way, make, after] as const),
  );

  it.each(all)(
    'of %s is erased again with the versions that hold it after a restore, %s',
    async (kind, way, make, after) => {
      const word = `x${kind}${way.includes('rebuild') ? 'anew' : 'hourly'}x`;
      const id = await make({ title: 'Sərgi', slug: `${word}-az` });
      const publish = async () => {
        expect((await cloud.ask(`/v1/staff/${kind}/${id}/publish`, { body: {} })).status).toBe(200);
        await cloud.published();
      };
      await publish();
      await change(`/v1/staff/${kind}/${id}`, { translations: { az: { slug: `yeni-${way.length}-${kind}` } } });
      await publish();
      const before = await desk.items();
      const erased = { locale: 'az', slug: `${word}-az` };
      expect((await cloud.ask(`/v1/staff/${kind}/${id}/slugs/erase`, { body: erased })).status).toBe(200);
      const { version } = (await cloud.ask(`/v1/staff/${kind}/${id}`)).body;
      await cloud.ask(`/v1/staff/${kind}/${id}/revisions`, { method: 'DELETE', version });
      expect(await traces([word])).toEqual([]);
      expect(found(await recordKeys(), [word])).toEqual([]);

      await restoreTable(desk, before);
      await after(cloud);
      await cloud.published();
      expect(await traces([word])).toEqual([]);
      expect([await statusOf(`/v1/${kind}/${word}-az`), await statusOf(`/v1/${kind}/${id}`)]).toEqual([410, 200]);
      expect(await audited(id)).toEqual(expect.arrayContaining(['slug.erased', 'revisions.erased']));
      const known = await audited(id);
      await nextHour(cloud);
      expect(await audited(id)).toEqual(known);
    },
  );

  it('may be given anew, and be a former one again, where nothing was restored', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'Sərgi', slug: 'bir-az', body: 'Mətn' } } });
    const move = async (slug: string) => {
      await change(`/v1/staff/events/${id}`, { translations: { az: { slug } } });
      await cloud.publish(id);
    };
    await cloud.publish(id);
    await move('iki-az');
    await cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body: { locale: 'az', slug: 'bir-az' } });
    await move('bir-az');
    await nextHour(cloud);
    expect(await statusOf('/v1/events/bir-az')).toBe(200);
    cloud.clock.set(0);
    await move('uc-az');
    await nextHour(cloud);
    expect(await statusOf('/az/events/bir-az')).toBe(301);
  });
});

describe('versions that were erased', () => {
  it('are erased again after a restore, and none that were made since', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'xfirstx', body: 'Mətn' } } });
    const path = `/v1/staff/events/${id}`;
    await change(path, { translations: { az: { title: 'İkinci' } } });
    const before = await desk.items();
    for (const title of ['Üçüncü', 'Dördüncü', 'Beşinci', 'Altıncı'])
      await change(path, { translations: { az: { title } } });
    expect((await cloud.ask(`${path}/revisions`, { method: 'DELETE', version: 6 })).body.revisions).toBe(5);
    await restoreTable(desk, before);
    // Later than the erasure by the clock of S3, which counts in seconds.
    cloud.clock.set(60_000);
    for (const title of ['Yeni', 'Ən yeni']) await change(path, { translations: { az: { title } } });
    await nextHour(cloud);
    const versions = (await cloud.ask(`${path}/revisions`)).body.items.map(
      ({ version }: { version: number }) => version,
    );
    // The sixth was made after the moment of the restore, and before it.
    expect(versions).toEqual([6, 4, 3]);
    expect(await traces(['xfirstx', 'İkinci'])).toEqual([]);
    expect(await audited(id)).toContain('revisions.erased');
  });
});

describe('versions of the settings that were erased', () => {
  it.each(waysAfterRestore)(
    'are erased again after a restore, %s, but for the one that is current by it',
    async (way, after) => {
      cloud.clock.set(0);
      const path = '/v1/staff/site';
      const { body: plain } = await cloud.ask(path);
      const save = async (az: string) => {
        const version = Number(/\d+/.exec((await cloud.ask(path)).headers.get('etag') ?? '')?.[0]);
        const body = { ...plain, title: { ...plain.title, az } };
        expect((await cloud.ask(path, { method: 'PUT', version, body })).status).toBe(200);
        return version + 1;
      };
      const word = way.length;
      await save(`xsite${word}x`);
      await save(`xcurrent${word}x`);
      const before = await desk.items();
      const version = await save(`Muzey ${word}`);
      expect((await cloud.ask(`${path}/revisions`, { method: 'DELETE', version })).status).toBe(200);
      expect(await traces([`xsite${word}x`, `xcurrent${word}x`])).toEqual([]);

      await restoreTable(desk, before);
      await after(cloud);
      await cloud.published();
      expect(await traces([`xsite${word}x`])).toEqual([]);
      expect((await cloud.ask(path)).body.title.az).toBe(`xcurrent${word}x`);
      expect(await audited('site')).toContain('revisions.erased');
    },
  );
});

describe('the name of a member of the staff that was erased', () => {
  it('is erased again after a restore, and stays where the person has acted since', async () => {
    const person = (id: string, name: string, keptSince?: string) => ({
      ...{
        pk: { S: `PERSON#${id}` },
        sk: { S: 'NAME' },
        name: { S: name },
        listPk: { S: 'PEOPLE' },
        listSk: { S: id },
      },
      ...(keptSince && { keptSince: { S: keptSince } }),
    });
    // An earlier release has kept the first.
    const kept = [person('ə-1', 'Xleylax'), person('ə-2', 'Xkamalx', '2026-01-01T00:00:00.000Z')];
    for (const item of kept) await desk.put(item);
    const before = await desk.items();
    for (const id of ['ə-1', 'ə-2']) {
      const path = `/v1/staff/people/${encodeURIComponent(id)}/name`;
      expect((await cloud.ask(path, { method: 'DELETE' })).status).toBe(200);
    }
    await restoreTable(desk, before);
    await nextHour(cloud);
    expect(await traces(['Xleylax', 'Xkamalx'])).toEqual([]);
    const entries = (await cloud.items('DeskTable')).filter((item) => item.includes('person.erased'));
    expect(found(entries, ['sergi']).length).toBeGreaterThan(1);
    const now = new Date(Date.now() + 60_000).toISOString();
    await desk.put(person('ə-1', 'Xleylax', now));
    await nextHour(cloud);
    expect((await traces(['Xleylax'])).length).toBeGreaterThan(0);
  });
});
