import { CloudFrontClient, CreateInvalidationCommand, GetInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheSetting } from '../src/cdn/cache.ts';
import { region } from '../src/template/identity.ts';
import { useCloud } from './fixture-cloud.ts';

const cloud = useCloud();
const day = 86_400_000;
let client: CloudFrontClient;
let made = 0;

/** Empties the cloud, whose clock is a day ahead from now on: nothing may go by the true time. */
const start = async (caches: CacheSetting): Promise<void> => {
  await cloud().reset(undefined, { caches });
  seconds(0);
  const { storeUrl: endpoint, operator: credentials } = cloud();
  client = new CloudFrontClient({ endpoint, region, credentials, maxAttempts: 1 });
};
afterEach(() => client.destroy());

const seconds = (count: number): void => cloud().clock.set(day + count * 1_000);

const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${cloud().url}${path}`, { headers });

/** What a reader sees: whether a cache had it, and which answer of the origin it is. */
const read = async (path: string): Promise<readonly [found: string, made: string]> => {
  const answer = await ask(path);
  const found = String(answer.headers.get('x-cache')).split(' ')[0] ?? '';
  return [found, JSON.parse(await answer.text()).made];
};
const found = async (path: string): Promise<string> => (await read(path))[0];

const invalidate = (...items: string[]) => {
  made += 1;
  const Paths = { Quantity: items.length, Items: items };
  const InvalidationBatch = { CallerReference: `reference ${made}`, Paths };
  return client.send(new CreateInvalidationCommand({ DistributionId: 'SITE', InvalidationBatch }));
};
const statusOf = async (id = ''): Promise<string | undefined> => {
  const answer = await client.send(new GetInvalidationCommand({ DistributionId: 'SITE', Id: id }));
  return answer.Invalidation?.Status;
};

describe('a cache of the CDN', () => {
  beforeEach(() => start(true));

  it('keeps an answer until it expires, to the second, by the clock of functions', async () => {
    const path = '/kept/expiring?expiresIn=60';
    const begun = Date.now();
    const [, first] = await read(path);
    // As long after it was asked for, however long this machine took to answer.
    seconds(58.9 - (Date.now() - begun) / 1_000);
    expect(await read(path)).toEqual(['Hit', first]);
    seconds(60);
    expect(await found(path)).toBe('Miss');
  });

  it('keeps nothing that says no time, and nothing for longer than the policy lets it', async () => {
    expect([await found('/kept/a'), await found('/kept/a')]).toEqual(['Miss', 'Miss']);
    const path = '/kept/long?expiresIn=86400';
    await read(path);
    seconds(3_599);
    expect(await found(path)).toBe('Hit');
    seconds(3_600);
    expect(await found(path)).toBe('Miss');
  });

  it('asks whether an answer that has expired still holds, and keeps it on', async () => {
    const path = '/kept/same?expiresIn=10&etag=%22a%22';
    const [, first] = await read(path);
    seconds(15);
    expect(await read(path)).toEqual(['Miss', first]);
    seconds(23);
    expect(await read(path)).toEqual(['Hit', first]);
    expect((await ask(path, { 'if-none-match': '"a"' })).status).toBe(304);
  });

  it('forgets by tag, whatever the case, beside paths, and exactly', async () => {
    const tagged = (name: string, tags: string) => `/kept/${name}?expiresIn=60&x-amz-meta-cache-tag=${tags}`;
    const [both, one, none] = [tagged('both', 'Event-1,%20site'), tagged('one', 'site'), tagged('none', '')];
    const many = tagged('many', Array.from({ length: 51 }, (_, n) => `t${n + 1}`).join(','));
    const all = async () => [await found(both), await found(one), await found(none), await found(many)];
    await all();
    expect(await all()).toEqual(['Hit', 'Hit', 'Hit', 'Hit']);
    await invalidate('#EVENT-1', '#t51', '#sit', '#t*');
    expect(await all()).toEqual(['Miss', 'Hit', 'Hit', 'Hit']);
    await invalidate('#site', '/kept/none*', '#T50');
    expect(await all()).toEqual(['Miss', 'Miss', 'Miss', 'Miss']);
  });

  it('reads the tags of an object from its metadata', async () => {
    const { s3 } = cloud();
    const key = 'iiif/3/a';
    await s3.put(s3.bucketName('Media'), key, 'a tile', { 'x-amz-meta-cache-tag': 'artwork-1' });
    const of = async () => (await ask(`/${key}`)).headers.get('x-cache');
    expect([await of(), await of()]).toEqual(['Miss from cloudfront', 'Hit from cloudfront']);
    await invalidate('#artwork-2');
    expect(await of()).toBe('Hit from cloudfront');
    await invalidate('#artwork-1');
    expect(await of()).toBe('Miss from cloudfront');
  });

  it('goes by the headers of the origin, and shows readers those of the policy', async () => {
    const path = '/kept/headers?expiresIn=60&x-amz-meta-cache-tag=a&cache-control=public&x-own=of%20the%20origin';
    for (const time of ['Miss', 'Hit']) {
      const { headers } = await ask(path);
      expect(headers.get('x-cache'), time).toContain(time);
      expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(headers.get('x-own')).toBe('of the origin');
      expect([headers.get('expires'), headers.get('x-amz-meta-cache-tag')]).toEqual([null, null]);
    }
    expect((await ask('/kept/headers')).headers.get('x-own')).toBe('of the policy');
  });

  it('sends the headers of the distribution, which a reader cannot forge', async () => {
    const secretOf = async (url: string): Promise<string> => {
      const answer = await fetch(`${url}/kept/secret`, { headers: { 'x-secret': 'forged', 'x-other': 'passed on' } });
      return JSON.parse(await answer.text()).asked;
    };
    const sent = { 'x-secret': 'of the distribution', 'x-other': 'passed on' };
    expect(await secretOf(cloud().url)).toMatchObject(sent);
    expect(await secretOf(cloud().apiUrl)).toMatchObject({ ...sent, 'x-secret': 'forged' });
  });

  it('may lose an invalidation that it has accepted', async () => {
    const path = '/kept/lost?expiresIn=60';
    await read(path);
    cloud().inject({ match: ({ action }) => action.endsWith('CreateInvalidation'), respond: 'accepted', times: 1 });
    const { Invalidation } = await invalidate('/*');
    expect(await statusOf(Invalidation?.Id)).toBe('Completed');
    expect(await found(path)).toBe('Hit');
    await invalidate('/*');
    expect(await found(path)).toBe('Miss');
  });
});

describe('an edge and a regional cache', () => {
  beforeEach(() => start({ edgeDelay: 1_000, regionalDelay: 5_000 }));

  it('end an answer at the same moment where it expires, while an age begins anew in each', async () => {
    const [expiring, aging] = ['/kept/e?expiresIn=12', '/kept/a?cache-control=max-age%3D12'];
    const first = { expiring: await read(expiring), aging: await read(aging) };
    await invalidate('/kept/*');
    seconds(4);
    // The edge has forgotten them, and gets them of the regional cache.
    expect(await read(expiring)).toEqual(['Hit', first.expiring[1]]);
    expect(await read(aging)).toEqual(['Hit', first.aging[1]]);
    seconds(12);
    expect(await found(expiring)).toBe('Miss');
    expect(await read(aging)).toEqual(['Hit', first.aging[1]]);
    seconds(16);
    expect(await found(aging)).toBe('Miss');
  });

  it('forget at different moments: what is asked for between them stays old until it is invalidated again', async () => {
    const path = '/kept/raced?expiresIn=600&x-amz-meta-cache-tag=raced';
    const [, old] = await read(path);
    const { Invalidation } = await invalidate('#raced');
    expect(await read(path)).toEqual(['Hit', old]);
    seconds(2);
    expect(await read(path)).toEqual(['Hit', old]);
    expect(await statusOf(Invalidation?.Id)).toBe('InProgress');
    seconds(5);
    expect(await statusOf(Invalidation?.Id)).toBe('Completed');
    seconds(30);
    expect(await read(path)).toEqual(['Hit', old]);
    await invalidate('#raced');
    seconds(36);
    const [, fresh] = await read(path);
    expect(fresh).not.toBe(old);
    expect(await read(path)).toEqual(['Hit', fresh]);
  });

  it('may have 15 wildcards and 3,000 other items in progress', async () => {
    const refused = { name: 'TooManyInvalidationsInProgress', $metadata: { httpStatusCode: 400 } };
    const items = (count: number, name: (n: number) => string) => Array.from({ length: count }, (_, n) => name(n));
    await invalidate(...items(14, (n) => `/a${n}*`));
    await invalidate(...items(1_500, (n) => `/a${n}`), ...items(1_499, (n) => `#t${n}`));
    await expect(invalidate('/b*', '/c*')).rejects.toMatchObject(refused);
    await expect(invalidate('/b', '#b')).rejects.toMatchObject(refused);
    await invalidate('/b*', '#b');
    await expect(invalidate('#c')).rejects.toMatchObject(refused);
    seconds(5);
    await invalidate(...items(15, (n) => `/c${n}*`), '#c');
  });

  it('refuse what is no path and no tag, and do not know other invalidations', async () => {
    for (const item of ['kept', '/a*b', '#', '#a b', '#a,b', '#ə', `#${'a'.repeat(257)}`]) {
      await expect(invalidate(item), item).rejects.toMatchObject({ name: 'InvalidArgument' });
    }
    await expect(statusOf('IOTHER')).rejects.toMatchObject({ name: 'NoSuchInvalidation' });
  });
});
