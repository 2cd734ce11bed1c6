import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countsKey } from '../../../shared/showcase/counts/counts-key.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

let cloud: ExhibitionCloud;

/** Events that no test has had yet, by their files: of ninety some have the same. */
let files: Map<string, string[]>;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  const lines = Array.from({ length: 90 }, (_, n) => ({
    ...{ externalId: `counts-${n}`, publishedAt: '2022-11-18', category: 'news' },
    translations: { az: { title: 'Baxış', body: 'Mətn' } },
  }));
  expect((await cloud.importArchive(lines)).body).toMatchObject({ created: 90 });
  const { items } = (await cloud.ask('/v1/feed?locale=az&limit=100')).body;
  files = Map.groupBy(
    items.map(({ id }: { id: string }) => id),
    countsKey,
  );
});
afterAll(() => cloud.end());

const faults: (() => void)[] = [];
afterEach(() => {
  for (const remove of faults.splice(0)) remove();
});
const inject = (fault: Parameters<ExhibitionCloud['inject']>[0]) => faults.push(cloud.inject(fault));

/** The clock of the functions only goes on. */
let time = 0;
const pass = (seconds: number) => {
  time += seconds;
  cloud.clock.set(time * 1_000);
};
const inSeconds = (seconds: number) => new Date(Date.now() + (time + seconds) * 1_000).toISOString();

/** Waits until what is due is counted. */
const counted = () => cloud.queue('ViewsQueue').idle();
/** Lets five minutes pass, and what was to wait for them be done. */
const fiveMinutes = async () => {
  await counted();
  pass(301);
  await counted();
};

const view = async (id: string, times = 1) => {
  for (let n = 0; n < times; n += 1) cloud.queue('ViewsQueue').send(id);
  await counted();
};

const published = async (options?: object): Promise<string> => {
  const id = await cloud.draft();
  expect((await cloud.publish(id, options)).status).toBe(200);
  return id;
};

/** The events of a file of which there are at least so many; no other test gets anything in it. */
const inOneFile = (count: number): string[] => {
  const [key, ids] = [...files].find(([, all]) => (count === 1 ? all.length === 1 : all.length >= count)) ?? [];
  if (key === undefined || !ids) throw new Error('No such file is left.');
  files.delete(key);
  return ids;
};
const alone = (): string => inOneFile(1)[0] ?? '';
const neighbours = (): readonly [string, string] => {
  const [first = '', second = ''] = inOneFile(2);
  return [first, second];
};

const unpublish = async (id: string) => {
  expect((await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} })).status).toBe(200);
  await cloud.followed('FollowerFunction');
  await counted();
};

const fetchFile = (id: string) =>
  cloud.fetch(`${cloud.url}/${countsKey(id)}`, { headers: { origin: 'https://other.example' } });
const viewsIn = async (id: string): Promise<Record<string, number>> => {
  const answer = await fetchFile(id);
  return answer.status === 404 ? {} : ((await answer.json()) as { views: Record<string, number> }).views;
};
const viewsOf = async (id: string, kind = 'events') => (await viewsIn(id))[`${kind}/${id}`];

const isWriteOf =
  (id: string) =>
  ({ action, resources, function: fn }: AwsCall): boolean =>
    action === 's3:PutObject' && fn.includes('ViewCounter') && resources.some((one) => one.endsWith(countsKey(id)));
const writesOf = (id: string) => cloud.calls.filter(isWriteOf(id)).length;

const media = () => cloud.s3.bucketName('MediaBucket');

describe('a count of views', () => {
  it('lies in a file that the CDN gives to any page for five minutes, and pages asked for by the CDN name it', async () => {
    const id = alone();
    expect((await fetchFile(id)).status).toBe(404);
    await view(id, 3);
    const answer = await fetchFile(id);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
    expect(await answer.json()).toEqual({
      countedAt: expect.stringMatching(/^20.*Z$/),
      views: { [`events/${id}`]: 3 },
    });
    const { url } = (await cloud.ask(`/v1/events/${id}`)).body;
    const { pathname } = new URL(url);
    const named = ` data-counts="/${countsKey(id)}"`;
    expect(await (await cloud.fetch(cloud.url + pathname)).text()).toContain(named);
    // Nobody serves files there.
    expect(await (await cloud.fetch(cloud.apiUrl + pathname)).text()).not.toContain('data-counts');
  });

  it('is written once in five minutes, and what came meanwhile after them, though nobody comes any more', async () => {
    const [first, second] = neighbours();
    await view(first, 2);
    for (let n = 0; n < 5; n += 1) {
      pass(40);
      await view(first);
      await view(second);
    }
    expect([writesOf(first), await viewsIn(first)]).toEqual([1, { [`events/${first}`]: 2 }]);
    await fiveMinutes();
    expect([writesOf(first), await viewsIn(first)]).toEqual([2, { [`events/${first}`]: 7, [`events/${second}`]: 5 }]);
    await fiveMinutes();
    expect(writesOf(first)).toBe(2);
    expect(cloud.queue('ViewsQueue').messages()).toEqual([]);
  });

  it('is lost by neither of two workers that write a file at once', async () => {
    const [first, second] = neighbours();
    let isOvertaken = false;
    inject({
      match: (call) => {
        if (isWriteOf(first)(call) && !isOvertaken) {
          isOvertaken = true;
          // It is complete when the call returns.
          void cloud.s3.put(
            media(),
            countsKey(first),
            JSON.stringify({ countedAt: inSeconds(0), views: { [`events/${second}`]: 4 } }),
          );
        }
        return false;
      },
      respond: 'error',
    });
    cloud.queue('ViewsQueue').send(second);
    await view(first, 2);
    expect(isOvertaken).toBe(true);
    expect(await viewsIn(first)).toEqual({ [`events/${second}`]: 4 });
    await fiveMinutes();
    expect(await viewsIn(first)).toEqual({ [`events/${first}`]: 2, [`events/${second}`]: 1 });
  });

  it('is that of an exhibition too', async () => {
    const id = await cloud.exhibition();
    const artworkIds = [await cloud.enter(id)];
    await cloud.act(id, 'selection', { artworkIds });
    await cloud.act(id, 'publish');
    await cloud.published();
    await view(id, 2);
    // Another test may have had its file.
    await fiveMinutes();
    expect(await viewsOf(id, 'exhibitions')).toBe(2);
  });
});

describe('what is not public', () => {
  it('is in no file: drafts, what is planned, what nobody has made', async () => {
    const ids = [await cloud.draft(), await published({ publishAt: '2999-01-01T00:00:00Z' }), unknown];
    for (const id of ids) await view(id);
    await fiveMinutes();
    for (const id of ids) expect(await (await fetchFile(id)).text()).not.toContain(id);
  });

  it('leaves its file once it is withdrawn or erased, though nobody looks at anything', async () => {
    const [first, second] = neighbours();
    await view(first);
    await view(second);
    await fiveMinutes();
    expect(Object.keys(await viewsIn(first))).toHaveLength(2);
    await unpublish(first);
    await fiveMinutes();
    expect(await viewsIn(first)).toEqual({ [`events/${second}`]: 1 });
    await unpublish(second);
    const path = `/v1/staff/events/${second}`;
    const version = async () => (await cloud.ask(path)).body.version;
    await cloud.ask(path, { method: 'DELETE', version: await version() });
    expect((await cloud.ask(`${path}/erase`, { body: {}, version: await version() })).status).toBe(200);
    await fiveMinutes();
    expect(await viewsIn(second)).toEqual({});
    // With its count, which the table has kept, it comes back.
    await cloud.publish(first);
    await view(first);
    await fiveMinutes();
    expect(await viewsIn(first)).toEqual({ [`events/${first}`]: 2 });
  });

  it('leaves it with the next writing where its end was planned', async () => {
    const [first, second] = neighbours();
    await cloud.publish(first, { unpublishAt: inSeconds(600) });
    await view(first);
    await fiveMinutes();
    expect(await viewsOf(first)).toBe(1);
    await fiveMinutes();
    await view(second);
    expect(await viewsIn(first)).toEqual({ [`events/${second}`]: 1 });
  });
});

describe('a file of counts', () => {
  it('that cannot be read is made anew', async () => {
    const id = alone();
    const poison = [
      '{',
      '[]',
      '{"countedAt":"2999-01-01T00:00:00.000Z","views":{}}',
      '{"countedAt":"never","views":7}',
    ];
    for (const [n, text] of poison.entries()) {
      await cloud.s3.put(media(), countsKey(id), text);
      await view(id);
      expect(await viewsOf(id), text).toBe(n + 1);
    }
  });

  it('that cannot be written costs no view and no second count, and the next view writes it', async () => {
    const id = alone();
    inject({ match: isWriteOf(id), respond: 'deny', times: 1 });
    await view(id, 2);
    expect([await viewsOf(id), (await cloud.ask(`/v1/events/${id}`)).body.views]).toEqual([undefined, 2]);
    await view(id);
    expect([await viewsOf(id), (await cloud.ask(`/v1/events/${id}`)).body.views]).toEqual([3, 3]);
  });

  it('is tried again where something was withdrawn, and somebody is told if that never works', async () => {
    const id = alone();
    await view(id);
    await fiveMinutes();
    inject({ match: isWriteOf(id), respond: 'deny', times: 2 });
    await unpublish(id);
    expect(await viewsIn(id)).toEqual({});
    await cloud.publish(id);
    await view(id);
    await fiveMinutes();
    inject({ match: isWriteOf(id), respond: 'deny' });
    await unpublish(id);
    await fiveMinutes();
    expect(await viewsOf(id)).toBe(2);
    expect(cloud.queue('ViewsQueue').deadLetters()).toMatchObject([{ body: `${id} 0` }]);
  });
});
