import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '../../../shared/aws/document.ts';
import { busyScenario, releaseAt } from '../../fixtures/busy-scenario.ts';
import { itemsOf, putItems } from '../../fixtures/fixture.ts';
import { allAddresses, type Read, readAll } from '../../support/clients/read-everything.ts';
import { clockOfFunctions } from '../../support/cloud/clock-of-functions.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

type Item = Record<string, AttributeValue>;
type Table = 'DeskTable' | 'ShowcaseTable';

/** What a later release has stored: a field that this one does not know, whose value can be found wherever it goes. */
const laterName = 'laterField';
const laterText = 'LATER-RELEASE';

/** Objects whose names are data (languages, parameters): a field more would be a language more. */
const records = new Set([
  'translations',
  'label',
  'title',
  'titles',
  'html',
  'pageHtml',
  'textPictures',
  'slugs',
  'slugHistory',
  'textChangedAt',
  'quotation',
  'alt',
  'params',
  'follows',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with a field more in each object of it. */
const withLater = (value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) return value.map((one) => withLater(one));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLater(part, key)]));
  // An organiser's name is one text per language; an artist's is a text.
  if (records.has(name) || name === 'name') return inner;
  return { ...inner, [laterName]: { text: laterText } };
};

const plain = ({ B, S = '' }: AttributeValue): string => (B ? brotliDecompressSync(B).toString() : S);

/** A stored attribute after a change of the document in it; the same where it holds none. */
const changed = (attribute: AttributeValue, change: (document: unknown) => unknown): AttributeValue => {
  const text = plain(attribute);
  if (!/^[{[]/.test(text)) return attribute;
  const document = change(JSON.parse(text));
  return attribute.B ? toDocument(document) : { S: JSON.stringify(document) };
};

let cloud: ProductCloud;
let others: string[];

const rewrite = async (table: Table, change: (document: unknown, name: string) => unknown): Promise<void> => {
  const next = (await itemsOf(cloud, table)).map((item): readonly [Item, Item] => {
    const entries = Object.entries(item).map(([name, value]) => [name, changed(value, (it) => change(it, name))]);
    return [item, Object.fromEntries(entries)];
  });
  const differs = next.filter(([item, other]) => JSON.stringify(other) !== JSON.stringify(item));
  await putItems(
    cloud,
    table,
    differs.map(([, item]) => item),
  );
};

/** How often the later field stands in what a table holds, by the keys of the items. */
const laterIn = async (table: Table): Promise<Map<string, number>> => {
  const items = await itemsOf(cloud, table);
  const counts = items.map((item): [string, number] => [
    `${item.pk?.S} ${item.sk?.S}`,
    Object.values(item).map(plain).join(' ').split(laterText).length - 1,
  ]);
  return new Map(counts.filter(([, count]) => count > 0));
};

const read = async (isWanted: (path: string) => boolean = () => true): Promise<Read[]> =>
  readAll(cloud, (await allAddresses(cloud, others)).filter(isWanted));

const isPublic = (path: string) => !path.startsWith('/v1/staff/');

/**
 * Nothing else is answered from the desk: the functions of the public may read it no more than the tests of permissions
 * let them.
 */
const isOfDesk = (path: string) => !isPublic(path) || others.includes(path);

const failures = (reads: readonly Read[]): string[] =>
  reads.filter(({ status }) => status >= 500).map(({ path, status }) => `${status} ${path}`);

const expectSame = (reads: readonly Read[], before: readonly Read[]): void => {
  expect(reads.map(({ path, status }) => `${status} ${path}`)).toEqual(
    before.map(({ path, status }) => `${status} ${path}`),
  );
  for (const [n, { path, text }] of reads.entries()) {
    expect(text, path).not.toContain(laterText);
    expect(text, path).toBe(before[n]?.text);
  }
};

beforeAll(async () => {
  cloud = await startProductInProcess();
  const { previewPath } = await busyScenario(
    releaseAt(cloud.url, (role) => cloud.token({ groups: [role] }), cloud.fetch),
  );
  const preview = previewPath.replace(/\/page$/, '');
  others = [preview, `${preview}/page`];
  await cloud.queue('PublisherQueue').idle();
  await cloud.queue('ViewsQueue').idle();
  await cloud.followed('Follower');
  // A receiver that is not there is tried again after five seconds, then after five minutes.
  while (
    cloud
      .queue('WebhookQueue')
      .messages()
      .some(({ visibleAt }) => visibleAt <= Date.now() + 60_000)
  )
    await pause(200);
});
afterAll(() => cloud.end());

const demand = async (path: string, options: Parameters<ProductCloud['ask']>[1] = {}) => {
  const { status, body } = await cloud.ask(`/v1/staff${path}`, options);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** Acts on an item against the version that it has now. */
const act = async (path: string, method: string, body?: object, at = path) => {
  const { version } = await demand(at);
  return demand(path, { method, version, ...(body && { body }) });
};

const list = async (path: string): Promise<{ id: string; status: string; [name: string]: unknown }[]> =>
  (await demand(path)).items;

describe('what a later release has stored', () => {
  let before: Read[];

  it('is read by this one as if nothing had been added, and answered nowhere', async () => {
    before = await read();
    expect(failures(before)).toEqual([]);
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(150);
    await rewrite('DeskTable', withLater);
    expectSame(
      await read(isOfDesk),
      before.filter(({ path }) => isOfDesk(path)),
    );
  });

  it('stays in the desk when it is changed, published, restored, withdrawn or made again, and goes no further', async () => {
    const was = await laterIn('DeskTable');
    expect(was.size).toBeGreaterThan(100);
    for (const { id } of await list('/events?status=draft&limit=100')) {
      await act(`/events/${id}`, 'PATCH', { translations: { az: { body: 'Başqa mətn.' } }, price: { az: 'Başqa' } });
      await act(`/events/${id}/revisions/1/restore`, 'POST', {}, `/events/${id}`);
    }
    for (const { id } of await list('/events?status=published&limit=100')) {
      await act(`/events/${id}`, 'PATCH', { price: { az: 'Başqa' } });
      await act(`/events/${id}/publish`, 'POST', {}, `/events/${id}`);
    }
    for (const { id } of await list('/exhibitions?status=published')) {
      await act(`/exhibitions/${id}`, 'PATCH', { place: { name: { az: 'Başqa yer' } } });
      for (const artwork of await list(`/exhibitions/${id}/artworks`))
        await act(`/exhibitions/${id}/artworks/${artwork.id}`, 'PATCH', { medium: 'Quaş' });
      await act(`/exhibitions/${id}/publish`, 'POST', {}, `/exhibitions/${id}`);
      while ((await demand(`/exhibitions/${id}`)).publishing) await pause(100);
    }
    for (const { id } of await list('/webhooks')) {
      await act(`/webhooks/${id}`, 'PATCH', { description: 'Başqa' });
      await act(`/webhooks/${id}/secret`, 'POST', {}, `/webhooks/${id}`);
    }
    const [{ version }] = (await demand('/site/revisions')).items;
    const site = await demand('/site');
    const categories = [{ slug: 'new', label: { az: 'Yeni' } }, ...site.categories];
    await demand('/site', { method: 'PUT', version, body: { ...site, categories } });
    expect(await cloud.rebuild()).toMatchObject({ state: 'succeeded', errors: [] });
    await cloud.queue('PublisherQueue').idle();
    await cloud.followed('Follower');

    const now = await laterIn('DeskTable');
    const present = new Set((await itemsOf(cloud, 'DeskTable')).map(({ pk, sk }) => `${pk?.S} ${sk?.S}`));
    // Records of media that must go, and places in lists, are no versions of anything: each change makes them anew.
    const isKept = (key: string) => present.has(key) && !/ (LEFTOVER|LIST)#/.test(key);
    const lost = [...was].filter(([key, count]) => isKept(key) && (now.get(key) ?? 0) < count);
    expect(lost).toEqual([]);
    expect([...(await laterIn('ShowcaseTable')).keys()]).toEqual([]);

    // What has been withdrawn keeps its edition, and what that holds.
    const [event] = await list('/events?status=published&limit=100');
    await act(`/events/${event?.id}/unpublish`, 'POST', {}, `/events/${event?.id}`);
    expect((await laterIn('DeskTable')).get(`EVENT#${event?.id} EDITION`)).toBeGreaterThan(0);
  });

  it('is read from the showcase in the same way', async () => {
    // Functions trust the settings that they have read for ten seconds.
    clockOfFunctions.ageCaches();
    before = await read(isPublic);
    await rewrite('ShowcaseTable', withLater);
    expect((await laterIn('ShowcaseTable')).size).toBeGreaterThan(50);
    expectSame(await read(isPublic), before);
  });

  it('may be a choice that this one does not have: a list with it is still a list, and nothing fails', async () => {
    const choices = new Map<string, (value: unknown) => unknown>([
      ...['action', 'state', 'role', 'form', 'code', 'disabledReason'].map(
        (name): [string, (value: unknown) => unknown] => [name, () => 'later-choice'],
      ),
      ['status', () => 'later-choice'],
      ['events', (value) => (Array.isArray(value) ? [...value, 'artwork.sold'] : value)],
    ]);
    let keepsStates = true;
    const withChoices = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(withChoices);
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => {
          const isKept = keepsStates && key === 'status' && 'organisers' in value;
          const choose = !isKept && (typeof part === 'string' || key === 'events') ? choices.get(key) : undefined;
          const isName = key === 'name' && 'guardian' in value;
          return [key, choose ? choose(part) : isName ? 'later-form' : withChoices(part)];
        }),
      );
    };
    for (const table of ['DeskTable', 'ShowcaseTable'] as const) await rewrite(table, (it) => withChoices(it));
    const reads = await read();
    expect(failures(reads)).toEqual([]);
    expect(reads.filter(({ status }) => status === 200).length).toBeGreaterThan(150);

    const month = new Date().toISOString().slice(0, 7);
    expect((await demand(`/audit?month=${month}`)).items[0]).toMatchObject({ action: 'later-choice' });
    const [shown] = (await cloud.ask('/v1/exhibitions')).body.items;
    const artworks = await list(`/exhibitions/${shown.id}/artworks`);
    // The careful side: a form of names that is not known withholds them.
    expect(artworks.filter(({ artist }) => (artist as { isMinor: boolean }).isMinor).length).toBeGreaterThan(2);
    for (const { artist, publicName } of artworks)
      if ((artist as { consent?: object }).consent) expect(publicName).toMatchObject({ az: 'Anonim' });
    // None of them can be shown: the status of each is one that is not known.
    const selection = { body: { artworkIds: artworks.map(({ id }) => id) } };
    const { status, body } = await cloud.ask(`/v1/staff/exhibitions/${shown.id}/selection`, selection);
    expect([400, 409]).toContain(status);
    expect(body.errors.length).toBe(artworks.length);

    // An exhibition in a state that is not known goes nowhere, but for out of the public.
    keepsStates = false;
    await rewrite('DeskTable', (it) => withChoices(it));
    expect(failures(await read(isOfDesk))).toEqual([]);
    for (const act of ['status', 'publish'])
      expect(
        await cloud.ask(`/v1/staff/exhibitions/${shown.id}/${act}`, {
          body: act === 'status' ? { status: 'open' } : {},
        }),
        act,
      ).toMatchObject({ status: 409 });
  });
});
