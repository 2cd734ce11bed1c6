import { tagsOf } from '@sergi/emulator/cdn/tags.ts';
import { CacheTier, type Delivered, type Keeping } from '@sergi/emulator/cdn/tier.ts';
import { freshnessOf } from '@sergi/emulator/cdn/ttl.ts';
import type { HttpResponse } from '@sergi/emulator/http.ts';
import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../tools/smoke/ask-edge.ts';
import type { Finding, Subject } from '../../../tools/smoke/proof.ts';
import { prove } from '../../../tools/smoke/prove.ts';

const tagHeader = 'x-amz-meta-cache-tag';
const life = 25;

interface Faults {
  /** What the API says instead of a moment. */
  readonly apiSays?: Readonly<Record<string, string>>;
  /** What the caches see of it. */
  readonly onTheWay?: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  readonly readersSee?: Readonly<Record<string, string>>;
  readonly isLost?: boolean;
  readonly edgeSeconds?: number;
  /** What the caches see of a file, what readers see of one, and what is answered for one that is missing. */
  readonly filesOnTheWay?: Faults['onTheWay'];
  readonly readersOfFilesSee?: Readonly<Record<string, string>>;
  readonly missing?: number;
  /** Of files alone no tag is forgotten. */
  readonly isLostOfFiles?: boolean;
}

/** A file of the bucket, as S3 sends it. */
type StoredFile = Readonly<Record<'etag' | 'expires' | typeof tagHeader, string>>;

/** A distribution of two edges with one cache behind them, made of the emulator's. */
const distribution = (faults: Faults = {}) => {
  const unchanged = (headers: Readonly<Record<string, string>>) => headers;
  const { apiSays, onTheWay = unchanged, readersSee, isLost, edgeSeconds = life } = faults;
  const { filesOnTheWay = unchanged, readersOfFilesSee, missing = 404, isLostOfFiles } = faults;
  let time = Date.UTC(2026, 10, 29);
  const now = () => time;
  const tier = () => new CacheTier({ now, givesStale: false });
  const [here, there, regional] = [tier(), tier(), tier()];
  const judging =
    (usual: number) =>
    (response: HttpResponse, at: number): Keeping => ({
      ...freshnessOf(response, { min: 0, usual, max: edgeSeconds }, new Map([[404, 0]]), at),
      tags: tagsOf(response, tagHeader),
    });
  const files = new Map<string, StoredFile>();
  const api = (path: string): Readonly<Record<string, string>> =>
    apiSays ?? {
      expires: new Date(now() + edgeSeconds * 1_000).toUTCString(),
      [tagHeader]: path.startsWith('/v1/feed') ? 'site, lists' : 'site',
    };
  const isFile = (path: string) => path.startsWith('/media/');
  const answered = (path: string): HttpResponse => {
    if (!isFile(path)) return { status: 200, headers: onTheWay(api(path)) };
    const file = files.get(path);
    return file ? { status: 200, headers: filesOnTheWay(file) } : { status: missing, headers: {} };
  };
  const origin = async (path: string): Promise<Delivered> => ({ response: answered(path), since: now(), isHit: false });
  const subject: Subject = {
    otherEdge: '192.0.2.1',
    ask: async (path, { headers = {}, edge } = {}): Promise<Seen> => {
      const key = JSON.stringify([path, headers['accept-language']]);
      const request = { method: 'GET', path, query: '', headers: {}, body: undefined, ip: '' };
      const asked = { key, address: path, judge: judging(isFile(path) ? edgeSeconds : 0), request };
      const next = () => regional.ask({ ...asked, next: () => origin(path) });
      const { isHit, response } = await (edge === undefined ? here : there).ask({ ...asked, next });
      const etag = String(response.headers.etag);
      if (isFile(path)) {
        const status = headers['if-none-match'] === etag ? 304 : response.status;
        return { status, isHit, headers: { 'cache-control': 'public, max-age=86400', etag, ...readersOfFilesSee } };
      }
      return { status: 200, isHit, headers: { 'cache-control': 'public, max-age=0, must-revalidate', ...readersSee } };
    },
    askApi: async (path) => ({ status: 200, isHit: false, headers: api(path) }),
    forget: async (tag) => {
      if (isLost || (isLostOfFiles && tag.startsWith('event-'))) return;
      for (const one of [here, there, regional]) one.forget([`#${tag}`], now() + 3_000);
    },
    put: async (path, { tag, until }) => {
      const etag = `"${time}-${files.size}"`;
      time += 10;
      files.set(path, { etag, expires: new Date(until).toUTCString(), [tagHeader]: tag });
      return etag;
    },
    remove: async (path) => {
      files.delete(path);
    },
    clock: {
      now,
      pause: async (seconds) => {
        time += seconds * 1_000;
      },
    },
  };
  return subject;
};

const proofs = async (faults?: Faults) => {
  const all: Finding[] = [];
  for await (const finding of prove(distribution(faults))) all.push(finding);
  return all.map(({ isProved }) => isProved);
};

/** Ages in place of moments, for caches only. */
const ages = ({ expires: _, ...others }: Readonly<Record<string, string>>) => ({
  ...others,
  'cache-control': `max-age=${life}`,
});

describe('what is proved of a distribution', () => {
  it('is all, where it does what is documented', async () => {
    expect(await proofs()).toEqual([true, true, true, true, true, true, true]);
  });

  it.each<[string, Faults, (boolean | undefined)[]]>([
    ['an API that tells an age and no tags', { apiSays: { 'cache-control': 'public, max-age=5' } }, [false, true]],
    ['tags that readers see', { readersSee: { [tagHeader]: 'site' } }, [true, false, true, true]],
    ['a moment that readers see', { readersSee: { expires: 'now' } }, [true, false, true, true]],
    ['browsers that keep answers', { readersSee: { 'cache-control': 'max-age=5' } }, [true, false, true, true]],
    [
      'tags that are taken away before a cache sees them',
      { onTheWay: ({ [tagHeader]: _, ...others }) => others },
      [true, true, false, true],
    ],
    ['answers that are not kept', { onTheWay: () => ({}) }, [true, true, false, false]],
    ['ages that begin anew in each cache', { onTheWay: ages }, [true, true, true, false]],
    ['lives too long to be watched', { edgeSeconds: 3_600 }, [true, true, true, undefined]],
  ])('shows %s', async (_what, faults, [api, readers, ...others]) => {
    const expected = api ? [api, readers, ...others, true, true, true] : [api, readers];
    expect(await proofs(faults)).toEqual(expected);
  });

  it('shows an invalidation that is lost', async () => {
    expect(await proofs({ isLost: true })).toEqual([true, true, false, true, true, false, true]);
  });

  it.each<[string, Faults, boolean[]]>([
    ['tags that readers see', { readersOfFilesSee: { [tagHeader]: 'event-1' } }, [false, true, true]],
    ['a moment that readers see', { readersOfFilesSee: { expires: 'now' } }, [false, true, true]],
    ['browsers that ask each time', { readersOfFilesSee: { 'cache-control': 'max-age=0' } }, [false, true, true]],
    ['a bucket that does not say what is missing', { missing: 403 }, [false, false, true]],
    [
      'tags that are taken away before a cache sees them',
      { filesOnTheWay: ({ [tagHeader]: _, ...others }) => others },
      [true, false, true],
    ],
    ['an invalidation that is lost', { isLostOfFiles: true }, [true, false, true]],
    [
      'moments that are taken away before a cache sees them',
      { filesOnTheWay: ({ expires: _, ...others }) => others },
      [true, true, false],
    ],
    [
      'moments that are taken away where files are kept for hours',
      { filesOnTheWay: ({ expires: _, ...others }) => others, edgeSeconds: 604_800 },
      [true, true, false],
    ],
  ])('shows of files %s', async (_what, faults, expected) => {
    expect((await proofs(faults)).slice(4)).toEqual(expected);
  });
});
