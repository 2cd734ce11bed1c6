import type { ForwardedRequest } from './cdn-forwarding.ts';
import type { Freshness } from './cdn-ttl.ts';
import type { HttpRequest, HttpResponse } from './http.ts';

type Forward = (request: HttpRequest) => Promise<HttpResponse>;

interface Entry extends Freshness {
  /** The path with its query. */
  readonly address: string;
  readonly response: HttpResponse;
  /** When it was fetched, in milliseconds since the epoch. */
  fetchedAt: number;
}

interface Fetch {
  readonly address: string;
  readonly request: HttpRequest;
  readonly origin: Forward;
  readonly freshness: (response: HttpResponse) => Freshness;
}

/** The cache of one edge of a CDN. */
export class EdgeCache {
  /** False where every answer comes from the origin. */
  isOn = true;
  readonly #entries = new Map<string, Entry>();
  readonly #fetches = new Map<string, Promise<HttpResponse>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Empties the cache. */
  clear(): void {
    this.#entries.clear();
  }

  /**
   * Answers a request, in the form in which it would be forwarded, from the cache where the entry is fresh, or stale
   * within its limit; then it is fetched again in the background. Simultaneous requests for the same entry are one to
   * the origin.
   */
  async answer(
    { request, address, key }: ForwardedRequest,
    origin: Forward,
    freshness: (response: HttpResponse) => Freshness,
  ) {
    const { method, headers } = request;
    // Requests for parts of files go to the origin.
    if ((method !== 'GET' && method !== 'HEAD') || headers.range) return origin(request);
    const { 'if-none-match': noneMatch, ...forwarded } = headers;
    const fetching = () =>
      this.#fetch(key, { address, request: { ...request, headers: forwarded, method: 'GET' }, origin, freshness });
    const entry = this.#entries.get(key);
    const age = entry ? (this.#now() - entry.fetchedAt) / 1000 : 0;
    if (!entry || age > entry.fresh + entry.stale) return given(await fetching(), { noneMatch, found: 'Miss', age: 0 });
    // The reader does not wait; an error shows at the next request.
    if (age > entry.fresh) fetching().catch(() => {});
    return given(entry.response, { noneMatch, found: 'Hit', age });
  }

  /** Fetches once for all waiting requests. An entry that is too old is revalidated only. */
  #fetch(key: string, { address, request, origin, freshness }: Fetch): Promise<HttpResponse> {
    const running = this.#fetches.get(key);
    if (running) return running;
    const old = this.#entries.get(key);
    const etag = old?.response.headers.etag;
    const headers = { ...request.headers, ...(etag && { 'if-none-match': String(etag) }) };
    const fetched = origin({ ...request, headers })
      .then((response) => {
        // As in CloudFront: an entry that is too old is better than an error of the origin.
        if (response.status >= 500 && old) return old.response;
        const whole =
          response.status === 304 && old
            ? { ...old.response, headers: { ...old.response.headers, ...response.headers } }
            : response;
        const { fresh, stale } = freshness(whole);
        // An answer fetched across an invalidation may be older than it.
        if (this.#fetches.get(key) !== fetched) return whole;
        if (fresh + stale > 0)
          this.#entries.set(key, { address, response: whole, fetchedAt: this.#now(), fresh, stale });
        else this.#entries.delete(key);
        return whole;
      })
      .finally(() => {
        if (this.#fetches.get(key) === fetched) this.#fetches.delete(key);
      });
    this.#fetches.set(key, fetched);
    return fetched;
  }

  /** Removes paths from the cache; a `*` at the end of one stands for any continuation, including queries. */
  forget(paths: readonly string[]): void {
    const covered = (address: string) =>
      paths.some((path) => (path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path));
    for (const [key, { address }] of this.#entries) if (covered(address)) this.#entries.delete(key);
    for (const key of this.#fetches.keys()) if (covered(JSON.parse(key)[0])) this.#fetches.delete(key);
  }
}

interface Finding {
  readonly noneMatch: string | undefined;
  readonly found: 'Hit' | 'Miss';
  /** In seconds. */
  readonly age: number;
}

const given = ({ status, headers, body }: HttpResponse, { noneMatch, found, age }: Finding): HttpResponse => {
  const all: Record<string, string | string[]> = { ...headers, 'x-cache': `${found} from cloudfront` };
  if (found === 'Hit') all.age = String(Math.floor(age));
  const known = noneMatch?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === headers.etag);
  if (status === 200 && known) {
    const { 'content-type': _type, 'content-length': _length, ...kept } = all;
    return { status: 304, headers: kept };
  }
  // The server tells its length and does not send it where it was asked by HEAD.
  return { status, headers: all, ...(body !== undefined && { body }) };
};
