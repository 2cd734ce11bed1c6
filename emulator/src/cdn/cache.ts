import type { HttpRequest, HttpResponse } from '../http.ts';
import type { ForwardedRequest } from './forwarding.ts';
import { type Asked, CacheTier, type Delivered } from './tier.ts';

type Forward = (request: HttpRequest) => Promise<HttpResponse>;

/** What lies behind the caches, and what readers get of it. */
interface Behind {
  readonly origin: Forward;
  readonly judge: Asked['judge'];
  readonly decorate: (response: HttpResponse) => HttpResponse;
}

/**
 * After how many milliseconds, by the clock of functions, a cache has forgotten what is invalidated; at once, where
 * absent.
 */
export interface CacheDelays {
  readonly edgeDelay?: number;
  readonly regionalDelay?: number;
}

/** True where answers are kept, and what is invalidated is forgotten at once. */
export type CacheSetting = boolean | CacheDelays;

/**
 * The caches of a CDN: an edge, which readers ask, and a regional cache, which asks the origin; an Origin Shield is the
 * same, where there is one Region. `Expires` ends an answer in both at the same moment, while a relative age begins
 * anew in each. `stale-while-revalidate` counts at the edge only.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html}
 */
export class CdnCache {
  readonly #edge: CacheTier;
  readonly #regional: CacheTier;
  readonly #now: () => number;
  #setting: CacheSetting = false;

  constructor(now: () => number) {
    this.#now = now;
    this.#edge = new CacheTier({ now, givesStale: true });
    this.#regional = new CacheTier({ now, givesStale: false });
  }

  /** False where every answer comes from the origin. */
  get isOn(): boolean {
    return this.#setting !== false;
  }

  set(setting: CacheSetting = false): void {
    this.#setting = setting;
  }

  /** Empties the caches. */
  clear(): void {
    this.#edge.clear();
    this.#regional.clear();
  }

  /**
   * Answers a request, at once where the edge has a fresh answer. `decorate` makes what readers get of what caches
   * keep.
   */
  answer(asked: ForwardedRequest, { origin, judge, decorate }: Behind): HttpResponse | Promise<HttpResponse> {
    const { method, headers } = asked.viewed;
    // Requests for parts of files go to the origin.
    if ((method !== 'GET' && method !== 'HEAD') || headers.range) return origin(asked.toOrigin()).then(decorate);
    const give = (delivered: Delivered): HttpResponse =>
      given(delivered, decorate(delivered.response), headers['if-none-match'], this.#now());
    const fresh = this.#edge.fresh(asked.key);
    return fresh ? give(fresh) : this.#fetched(asked, origin, judge).then(give);
  }

  /** What the edge gets from the caches behind it. */
  #fetched({ toOrigin, address, key }: ForwardedRequest, origin: Forward, judge: Asked['judge']): Promise<Delivered> {
    const request = toOrigin();
    const { 'if-none-match': _match, 'if-modified-since': _since, ...forwarded } = request.headers;
    const asked = { key, address, judge };
    const fromOrigin = async (sent: HttpRequest): Promise<Delivered> => {
      const response = await origin(sent);
      return { response, since: this.#now(), isHit: false };
    };
    const fromRegional = ({ headers: { 'if-none-match': _, ...others }, ...sent }: HttpRequest) =>
      this.#regional.ask({ ...asked, request: { ...sent, headers: others }, next: fromOrigin });
    const whole = { ...request, headers: forwarded, method: 'GET' };
    return this.#edge.ask({ ...asked, request: whole, next: fromRegional });
  }

  /** Forgets paths and tags, each cache after its delay. Gives the moment at which both have. */
  forget(items: readonly string[]): number {
    const { edgeDelay = 0, regionalDelay = 0 } = typeof this.#setting === 'object' ? this.#setting : {};
    const now = this.#now();
    this.#edge.forget(items, now + edgeDelay);
    this.#regional.forget(items, now + regionalDelay);
    return now + Math.max(edgeDelay, regionalDelay);
  }
}

const [hit, miss] = ['Hit from cloudfront', 'Miss from cloudfront'];

const given = (
  { response: { headers: kept }, since, isHit }: Delivered,
  { status, headers, body }: HttpResponse,
  noneMatch: string | undefined,
  now: number,
): HttpResponse => {
  const all: Record<string, string | string[]> = { ...headers, 'x-cache': isHit ? hit : miss };
  if (isHit) all.age = String(Math.floor((now - since) / 1_000));
  const known = noneMatch?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === kept.etag);
  if (status === 200 && known) {
    const { 'content-type': _type, 'content-length': _length, ...others } = all;
    return { status: 304, headers: others };
  }
  // The server tells its length and does not send it where it was asked by HEAD.
  return { status, headers: all, ...(body !== undefined && { body }) };
};
