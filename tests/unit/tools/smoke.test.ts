import { tagsOf } from '@sergi/emulator/cdn-tags.ts';
import { CacheTier, type Delivered, type Keeping } from '@sergi/emulator/cdn-tier.ts';
import { freshnessOf } from '@sergi/emulator/cdn-ttl.ts';
import type { HttpResponse } from '@sergi/emulator/http.ts';
import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../tools/smoke/ask-edge.ts';
import { type Finding, prove, type Subject } from '../../../tools/smoke/prove.ts';

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
}

/** A distribution of two edges with one cache behind them, made of the emulator's. */
const distribution = ({ apiSays, onTheWay = (all) => all, readersSee, isLost, edgeSeconds = life }: Faults = {}) => {
  let time = Date.UTC(2026, 10, 29);
  const now = () => time;
  const tier = () => new CacheTier({ now, givesStale: false });
  const [here, there, regional] = [tier(), tier(), tier()];
  const lifetimes = { min: 0, usual: 0, max: edgeSeconds };
  const judge = (response: HttpResponse, at: number): Keeping => ({
    ...freshnessOf(response, lifetimes, new Map(), at),
    tags: tagsOf(response, tagHeader),
  });
  const api = (path: string): Readonly<Record<string, string>> =>
    apiSays ?? {
      expires: new Date(now() + edgeSeconds * 1_000).toUTCString(),
      [tagHeader]: path.startsWith('/v1/feed') ? 'site, lists' : 'site',
    };
  const origin = async (path: string): Promise<Delivered> => ({
    response: { status: 200, headers: onTheWay(api(path)) },
    since: now(),
    isHit: false,
  });
  const subject: Subject = {
    otherEdge: '192.0.2.1',
    ask: async (path, { headers = {}, edge } = {}): Promise<Seen> => {
      const key = JSON.stringify([path, headers['accept-language']]);
      const request = { method: 'GET', path, query: '', headers: {}, body: undefined, ip: '' };
      const asked = { key, address: path, judge, request };
      const next = () => regional.ask({ ...asked, next: () => origin(path) });
      const { isHit } = await (edge === undefined ? here : there).ask({ ...asked, next });
      return { status: 200, isHit, headers: { 'cache-control': 'public, max-age=0, must-revalidate', ...readersSee } };
    },
    askApi: async (path) => ({ status: 200, isHit: false, headers: api(path) }),
    forget: async (tag) => {
      if (!isLost) for (const one of [here, there, regional]) one.forget([`#${tag}`], now() + 3_000);
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
    expect(await proofs()).toEqual([true, true, true, true]);
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
    ['an invalidation that is lost', { isLost: true }, [true, true, false, true]],
    ['answers that are not kept', { onTheWay: () => ({}) }, [true, true, false, false]],
    ['ages that begin anew in each cache', { onTheWay: ages }, [true, true, true, false]],
    ['lives too long to be watched', { edgeSeconds: 3_600 }, [true, true, true, undefined]],
  ])('shows %s', async (_what, faults, expected) => {
    expect(await proofs(faults)).toEqual(expected);
  });
});
