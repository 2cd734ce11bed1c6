import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '../../../shared/aws/document.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret, found } from '../../support/entries/secrets.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { nextHour, restoreTable, waysAfterRestore } from '../../support/restored-table.ts';
import { type DeskTable, deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let desk: DeskTable;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  desk = deskTable(cloud);
  // What an earlier release has stored is indexed before anything is spoilt.
  await nextHour(cloud);
  cloud.clock.set(0);
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const records = async (id: string) =>
  (await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'), 'erasures/')).filter((key) => key.includes(id));
const audited = async (item: string): Promise<string[]> =>
  (await cloud.ask(`/v1/staff/audit?item=${item}`)).body.items.map(({ action }: { action: string }) => action);
const statusOf = async (path: string) => (await cloud.fetch(`${cloud.apiUrl}${path}`)).status;
const traces = async (words: readonly string[]) =>
  found([...(await cloud.items('DeskTable')), ...(await cloud.items('ShowcaseTable'))], words);

const eventOf = async (word: string): Promise<string> => {
  const az = { title: `${word} az`, slug: `${word}-az`, body: `${word} mətn` };
  return cloud.draft({ ...withCover(await cloud.copiedImage()), translations: { az } });
};
const event = async (id: string) => (await cloud.ask(`/v1/staff/events/${id}`)).body;
const archive = async (id: string): Promise<void> => {
  await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
  const { version } = await event(id);
  expect((await cloud.ask(`/v1/staff/events/${id}`, { method: 'DELETE', version })).status).toBe(200);
};
const erase = async (id: string) =>
  cloud.ask(`/v1/staff/events/${id}/erase`, { version: (await event(id)).version, body: {} });

/** Has every transaction refused whose audit says so, until it is ended. */
const denied = (action: string) =>
  cloud.inject({
    match: ({ action: call, body }) => call === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes(action),
    respond: 'deny',
  });

describe('an event that was erased', () => {
  it.each(waysAfterRestore)('is erased again after a restore to when it was public, %s', async (way, after) => {
    const word = way.includes('rebuild') ? 'xrebuiltx' : 'xhourlyx';
    const id = await eventOf(word);
    expect((await cloud.publish(id)).status).toBe(200);
    const before = await desk.items();
    await archive(id);
    expect((await erase(id)).status).toBe(200);
    expect((await records(id)).every((key) => !key.includes(word))).toBe(true);

    await restoreTable(desk, before);
    expect((await traces([word])).length).toBeGreaterThan(0);
    await after(cloud);
    expect(await traces([word])).toEqual([]);
    expect([await statusOf(`/v1/events/${word}-az`), await statusOf(`/v1/events/${id}`)]).toEqual([410, 410]);
    expect((await cloud.ask(`/v1/staff/events/${id}`)).status).toBe(404);
    expect(await audited(id)).toContain('event.erased');
    const known = await audited(id);
    await nextHour(cloud);
    expect(await audited(id)).toEqual(known);
  });

  it('is erased again where staff have changed it meanwhile, beside one that cannot be read', async () => {
    const [broken, id] = [await eventOf('xbrokenx'), await eventOf('xchangedx')];
    await archive(id);
    await archive(broken);
    const before = await desk.items();
    for (const one of [broken, id]) expect((await erase(one)).status).toBe(200);
    const spoilt = before.map((item) =>
      item.pk?.S === `EVENT#${broken}` && item.sk?.S === 'WORKING'
        ? { ...item, doc: toDocument({ id: broken }) }
        : item,
    );
    await restoreTable(desk, spoilt);
    const { version } = await event(id);
    await cloud.ask(`/v1/staff/events/${id}/unarchive`, { version, body: {} });
    const body = { translations: { az: { title: 'xchangedx yenə' } } };
    expect((await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: version + 1, body })).status).toBe(
      200,
    );
    await nextHour(cloud);
    expect(await traces(['xchangedx'])).toEqual([]);
    expect(cloud.queue('PublisherQueue').deadLetters().length).toBeGreaterThan(0);
    for (const item of await desk.items()) if (item.pk?.S === `EVENT#${broken}`) await desk.remove(item);
  });
});

describe('an erasure of an event that was not done', () => {
  it('is completed where it was interrupted', async () => {
    const id = await eventOf('xcutx');
    await archive(id);
    const stop = denied('event.erased');
    expect((await erase(id)).status).toBe(500);
    stop();
    await nextHour(cloud);
    expect(await traces(['xcutx'])).toEqual([]);
    expect(await audited(id)).toContain('event.erased');
  });

  it('is not done later where it was refused, or somebody has changed the event since', async () => {
    const [refused, changed] = [await eventOf('xrefusedx'), await eventOf('xkeptx')];
    expect((await erase(refused)).status).toBe(409);
    await archive(changed);
    const stop = denied('event.erased');
    expect((await erase(changed)).status).toBe(500);
    stop();
    const { version } = await event(changed);
    expect((await cloud.ask(`/v1/staff/events/${changed}/unarchive`, { version, body: {} })).status).toBe(200);
    await nextHour(cloud);
    expect([(await event(refused)).status, (await event(changed)).status]).toEqual(['draft', 'draft']);
  });
});

describe('an exhibition that was erased', () => {
  const entered = async (word: string) => {
    const translations = { az: { title: word, slug: `${word}-az`, description: `${word} mətn` } };
    const id = await cloud.exhibition({ translations });
    return { id, entry: await enterSecret(cloud, id, { word, form: 'full' }) };
  };
  const eraseOnce = (id: string) => cloud.ask(`/v1/staff/exhibitions/${id}/erase`, { body: {} });
  const eraseWhole = async (id: string): Promise<void> => {
    await expect.poll(async () => (await eraseOnce(id)).body.erased, { timeout: 20_000 }).toBe(true);
    await cloud.published();
  };

  it.each(waysAfterRestore)('is erased again with its entries after a restore, %s', async (way, after) => {
    const word = way.includes('rebuild') ? 'xshownx' : 'xshowx';
    const { id, entry } = await entered(word);
    await cloud.act(id, 'selection', { artworkIds: [entry.artworkId] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    const before = await desk.items();
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    await eraseWhole(id);

    await restoreTable(desk, before);
    await after(cloud);
    await cloud.published();
    expect(await traces([word, ...Object.values(entry.secrets)])).toEqual([]);
    expect([await statusOf(`/v1/exhibitions/${word}-az`), await cloud.shown(id)]).toEqual([410, 410]);
    expect(await audited(id)).toContain('exhibition.erased');
  });

  it('is erased again after a restore to when it was open for entries, one without a record among them', async () => {
    const { id, entry } = await entered('xopenx');
    expect((await cloud.act(id, 'status', { status: 'open' })).status).toBe(200);
    const before = await desk.items();
    expect((await cloud.act(id, 'status', { status: 'draft' })).status).toBe(200);
    await eraseWhole(id);
    const bucket = cloud.s3.bucketName('OriginalsBucket');
    for (const key of await records(entry.artworkId)) await cloud.s3.remove(bucket, key);

    await restoreTable(desk, before);
    await nextHour(cloud);
    expect(await traces(['xopenx', ...Object.values(entry.secrets)])).toEqual([]);
    const originals = (await cloud.s3.list(bucket)).filter((key) => !key.startsWith('erasures/'));
    expect(found(originals, [entry.uploadId])).toEqual([]);
  });

  it('is not erased later where somebody has changed it after an erasure that failed', async () => {
    const { id } = await entered('xstaysx');
    const stop = denied('exhibition.erased');
    await expect.poll(async () => (await eraseOnce(id)).status, { timeout: 20_000 }).toBe(500);
    stop();
    const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
    const body = { translations: { az: { title: 'xstaysx yenə' } } };
    await cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body });
    await nextHour(cloud);
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.translations.az.title).toBe('xstaysx yenə');
  });
});
