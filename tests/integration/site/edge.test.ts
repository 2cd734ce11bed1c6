import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultEdgeSeconds } from '../../../shared/freshness/edge.ts';
import type { Finding } from '../../../tools/smoke/proof.ts';
import { prove } from '../../../tools/smoke/prove.ts';
import { probesPath } from '../../../tools/smoke/prove-files.ts';
import { subjectOf } from '../../../tools/smoke/subject.ts';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('edge', { caches: true, longestBatchingWindow: 5000 });
});
afterAll(() => cloud.end());
/** Lets the edge forget what has changed, and again as often as it is told to, so that it forgets nothing later on. */
const settled = async (): Promise<void> => {
  await cloud.followed('InvalidatorFunction');
  seconds(41);
  await cloud.queue('RepetitionQueue').idle();
  seconds(0);
};
beforeEach(settled);
afterEach(() => cloud.clock.set(0));

const seconds = (count: number) => cloud.clock.set(count * 1000);
const read = (path: string, headers: Record<string, string> = {}) => fetch(`${cloud.url}${path}`, { headers });
const found = async (path: string) => (await read(path)).headers.get('x-cache')?.split(' ')[0];
const isPublicRead = (call: { function: string }) => call.function.includes('PublicApi');
const reads = () => cloud.calls.filter(isPublicRead).length;
const feed = '/v1/feed?locale=az';
const shows = async (path: string, id: string) => (await (await read(path)).text()).includes(id);
const isInvalidation = ({ action }: { action: string }) => action === 'cloudfront:CreateInvalidation';

const published = async (content?: object): Promise<string> => {
  const id = await cloud.draft(content);
  await cloud.publish(id);
  return id;
};

describe('an edge of the CDN', () => {
  it('sends a burst of readers to the table once, and once again for each time that its answer has aged', async () => {
    await published();
    await settled();
    const burst = async (): Promise<number> => {
      const before = reads();
      const answers = await Promise.all(Array.from({ length: 200 }, () => read(feed)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      return reads() - before;
    };
    // The settings of the site, the feed, and what comes next in it: each is one read.
    expect(await burst()).toBeLessThanOrEqual(3);
    expect(await burst()).toBe(0);
    seconds(defaultEdgeSeconds + 1);
    expect(await burst()).toBeLessThanOrEqual(3);
    expect(await burst()).toBe(0);
  });

  it('tells browsers to ask each time, and nothing of how long it keeps an answer', async () => {
    const id = await published();
    for (const path of [feed, '/az', `/v1/events/${id}`, '/sitemap.xml', '/v1/feed.rss', '/']) {
      const ask = (method: string, headers: Record<string, string> = {}) =>
        fetch(`${cloud.url}${path}`, { method, redirect: 'manual', headers: { 'accept-language': 'de', ...headers } });
      const first = await ask('GET');
      const etag = first.headers.get('etag');
      const known = etag === null ? first : await ask('GET', { 'if-none-match': etag });
      expect(known.status, path).toBe(path === '/' ? 302 : 304);
      for (const { headers } of [first, known, await ask('HEAD')]) {
        // Where something in it ends, the CDN is told for how long it may stand for an error.
        expect(headers.get('cache-control'), path).toMatch(
          /^public, (max-age=0, must-revalidate|must-revalidate, stale-if-error=\d+)$/,
        );
        expect([headers.get('expires'), headers.get('x-amz-meta-cache-tag')], path).toEqual([null, null]);
      }
    }
    expect((await read('/v1/events/missing')).headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5');
  });

  it('is proved by an operator, and not where it takes what it is to forget, and keeps it', async () => {
    const account = { endpoint: cloud.storeUrl, region: 'us-east-1', credentials: cloud.operator };
    let passed = 0;
    const clock = {
      now: () => Date.now() + passed * 1_000,
      pause: async (count: number) => {
        passed += count;
        seconds(passed);
      },
    };
    const stack = { name: 'Sergi', id: 'stack/local/0', outputs: cloud.outputs, account };
    // The other edge is the same, by its address.
    const subject = subjectOf(stack, { clock, otherEdge: '127.0.0.1' });
    const findings = async () => {
      const all: Finding[] = [];
      for await (const finding of prove(subject)) all.push(finding);
      return all.map(({ isProved, seen }) => seen ?? isProved);
    };
    expect(await findings()).toEqual([true, true, true, true, true, true, true]);
    const remove = cloud.inject({ match: isInvalidation, respond: 'accepted' });
    const isStillThere = expect.stringContaining('still there');
    expect(await findings()).toEqual([true, true, isStillThere, true, true, isStillThere, true]);
    remove();
    // What is on its way when somebody ends it is deleted too, and nothing is stored any more.
    const probe = { tag: 'event-smoke', until: Date.now() } as const;
    const late = subject.put(`${probesPath}late.txt`, probe);
    await subject.close();
    expect(await late).toMatch(/^"/);
    await expect(subject.put(`${probesPath}later.txt`, probe)).rejects.toThrow('deleted already');
    expect(await cloud.s3.list(cloud.s3.bucketName('MediaBucket'), probesPath.slice(1))).toEqual([]);
  });

  it('does not tell links to pages apart by what others add to them, or by the order of their parameters', async () => {
    await settled();
    expect(await found('/az?category=news&month=2026-01')).toBe('Miss');
    expect(await found('/az?category=news&month=2026-01&fbclid=1')).toBe('Hit');
    expect(await found('/az?ysclid=lk3j&month=2026-01&utm_source=x&category=news')).toBe('Hit');
    expect(await found('/az?category=news&month=2026-01&view=article')).toBe('Miss');
  });

  it('passes on to the API whatever programs ask', async () => {
    const id = await published();
    await settled();
    expect((await fetch(`${cloud.url}/v1/events/${id}?locale=az&fbclid=1`)).status).toBe(400);
  });

  it('keeps a feed once, whatever other programs add to its address, and says that it is at its own', async () => {
    await published();
    await settled();
    for (const format of ['rss', 'atom', 'json', 'ics']) {
      const own = `/v1/feed.${format}?locale=en&limit=3`;
      expect(await found(own)).toBe('Miss');
      for (const query of ['_=123&locale=en&limit=3', 'locale=en&ref=x&limit=3&v=2']) {
        expect(await found(`/v1/feed.${format}?${query}`), query).toBe('Hit');
      }
    }
    expect(await found('/sitemap.xml')).toBe('Miss');
    expect(await found('/sitemap.xml?_=1')).toBe('Hit');
  });

  it('keeps the front page for each language, and leads every reader to the right one', async () => {
    const ask = async (languages: string) => {
      const answer = await fetch(cloud.url, { headers: { 'accept-language': languages }, redirect: 'manual' });
      return [answer.status, answer.headers.get('location'), answer.headers.get('x-cache')?.split(' ')[0]];
    };
    expect(await ask('ru-RU,ru;q=0.9')).toEqual([302, `${cloud.url}/ru`, 'Miss']);
    expect(await ask('ru-RU, ru;q=0.8, *;q=0.5')).toEqual([302, `${cloud.url}/ru`, 'Hit']);
    expect(await ask('en;q=0.5,en-GB')).toEqual([302, `${cloud.url}/en`, 'Miss']);
    expect(await ask('en-gb,en;q=0.2')).toEqual([302, `${cloud.url}/en`, 'Hit']);
    // The site's own language, where the reader has none that is known.
    expect(await ask('')).toEqual([302, `${cloud.url}/az`, 'Miss']);
    expect(await ask('*')).toEqual([302, `${cloud.url}/az`, 'Hit']);
  });

  it('does not tell other answers apart by the language of the reader', async () => {
    const id = await published();
    await settled();
    const path = `/v1/events/${id}?locale=az`;
    await read(path, { 'accept-language': 'ru' });
    expect((await read(path, { 'accept-language': 'en' })).headers.get('x-cache')).toBe('Hit from cloudfront');
  });

  it('answers what a browser asks before a page of another origin may read a picture, kept or not', async () => {
    const id = await published(withCover(await cloud.image()));
    await settled();
    const { pictures } = (await (await read(`/v1/events/${id}`)).json()) as {
      pictures: { renditions: { url: string }[] }[];
    };
    const picture = new URL(pictures[0]?.renditions[0]?.url ?? '').pathname;
    const origin = 'https://viewer.example';
    for (const path of [picture, '/iiif/3/AAAAAAAAAAAAAAAAAAAAAA/info.json', '/v1/feed', '/']) {
      const answer = await fetch(`${cloud.url}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' },
      });
      expect(answer.ok, path).toBe(true);
      expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
      expect(answer.headers.get('access-control-allow-headers'), path).toMatch(/\*|if-none-match/);
      expect(answer.headers.get('access-control-allow-methods'), path).toMatch(/GET|\*/);
    }
    // Whoever asks first: the answer is the same for all.
    await read(picture);
    const answer = await read(picture, { origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/etag/i);
    expect(answer.headers.get('x-cache')).toBe('Hit from cloudfront');
    const head = await fetch(`${cloud.url}${picture}`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String((await (await read(picture)).arrayBuffer()).byteLength));
  });

  it('leads from the name of an image service to its description', async () => {
    const media = 'AAAAAAAAAAAAAAAAAAAAAA';
    const answer = await fetch(`${cloud.url}/iiif/3/${media}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${cloud.url}/iiif/3/${media}/info.json`]);
    expect((await fetch(`${cloud.url}/iiif/3/${media}/info.json`)).status).toBe(404);
    expect((await fetch(`${cloud.url}/iiif/3/no-service`)).status).toBe(404);
  });

  it('shows what is published as soon as it is invalidated', async () => {
    await read(feed);
    const id = await published();
    expect(await shows(feed, id)).toBe(false);
    await cloud.followed('InvalidatorFunction');
    expect(await shows(feed, id)).toBe(true);
  });

  it('shows it within a minute where no invalidation comes through', async () => {
    await read(feed);
    // CloudFront takes the invalidation, and forgets nothing.
    const remove = cloud.inject({ match: isInvalidation, respond: 'accepted' });
    const id = await published();
    await cloud.followed('InvalidatorFunction');
    expect(await shows(feed, id)).toBe(false);
    // Both caches count to the same moment.
    seconds(defaultEdgeSeconds);
    expect(await shows(feed, id)).toBe(true);
    remove();
  });

  it('keeps nothing of what was withdrawn, its image neither', async () => {
    const id = await published(withCover(await cloud.image()));
    const page = `/v1/events/${id}?locale=az`;
    const { pictures } = JSON.parse(await (await read(page)).text());
    const image = new URL(pictures[0].renditions[0].url).pathname;
    await settled();
    for (const path of [page, image]) {
      await read(path);
      expect(await found(path)).toBe('Hit');
    }
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await cloud.followed('InvalidatorFunction');
    expect((await read(page)).status).toBe(410);
    // Whoever has deleted it has the CDN forget it.
    await expect.poll(async () => (await read(image)).status, { timeout: 20_000 }).toBe(404);
  });

  it('keeps that something is missing for five seconds, and a failure not at all', async () => {
    const path = '/v1/events/missing?locale=az';
    expect((await read(path)).status).toBe(404);
    expect(await found(path)).toBe('Hit');
    seconds(5.5);
    expect(await found(path)).toBe('Miss');
    const id = await published();
    const remove = cloud.inject({ match: (call) => isPublicRead(call), respond: 'throttle' });
    expect((await read(`/v1/events/${id}?locale=az`)).status).toBe(503);
    remove();
    expect((await read(`/v1/events/${id}?locale=az`)).status).toBe(200);
  });

  it('goes on with what it has where the origin fails', async () => {
    // Nothing ends in it by itself: see decision 0251.
    const path = `/v1/events/${await published()}`;
    await read(path);
    const remove = cloud.inject({ match: (call) => isPublicRead(call), respond: 'throttle' });
    seconds(3600);
    const { status } = await read(path);
    remove();
    expect(status).toBe(200);
  });

  it('keeps each coding with a strong tag of its own, and answers 304 to who has it', async () => {
    for (let i = 0; i < 4; i += 1) await published();
    await settled();
    const tags = new Set<string>();
    for (const coding of ['br', 'gzip', 'identity']) {
      const answer = await read(feed, { 'accept-encoding': coding });
      expect(JSON.parse(await answer.text()).items.length).toBeGreaterThan(3);
      expect(answer.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(answer.headers.get('vary')).toContain('accept-encoding');
      const etag = answer.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"/);
      tags.add(etag);
      const again = await read(feed, { 'accept-encoding': coding, 'if-none-match': etag });
      expect([again.status, again.headers.get('etag'), again.headers.get('x-cache')]).toEqual([
        304,
        etag,
        'Hit from cloudfront',
      ]);
    }
    expect(tags.size).toBe(3);
  });
});
