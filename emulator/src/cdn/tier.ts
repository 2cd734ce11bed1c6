import type { HttpRequest, HttpResponse } from '../http.ts';
import { tagOfItem } from './tags.ts';
import type { Freshness } from './ttl.ts';

/** What a cache must know of an answer to keep it. */
export interface Keeping extends Freshness {
  readonly tags: ReadonlySet<string>;
}

/** An answer on its way to the reader. */
export interface Delivered {
  readonly response: HttpResponse;
  /** When it came from the origin, in milliseconds since the epoch. */
  readonly since: number;
  /** True where a cache had it. */
  readonly isHit: boolean;
  /** True where it is too old, and given only since the origin has failed: no other cache may keep it. */
  readonly isFallback?: boolean;
}

/** What is asked of a cache, and whom it asks where it has nothing. */
export interface Asked {
  /** What tells entries apart. */
  readonly key: string;
  /** The path with its query, by which entries are invalidated. */
  readonly address: string;
  readonly request: HttpRequest;
  readonly next: (request: HttpRequest) => Promise<Delivered>;
  readonly judge: (response: HttpResponse, now: number) => Keeping;
}

interface Entry {
  readonly address: string;
  readonly tags: ReadonlySet<string>;
  readonly response: HttpResponse;
  readonly since: number;
  /** In milliseconds since the epoch, as the next. */
  readonly freshUntil: number;
  /** Until when it may be given while it is fetched again. */
  readonly staleUntil: number;
  /** Until when it may be given where the origin fails. */
  readonly fallbackUntil: number;
  /** Whether it has been asked for since it came, or since it was spared. */
  isAsked: boolean;
}

interface Fetch {
  readonly address: string;
  /** Tags that have been invalidated since it began. */
  readonly forgotten: Set<string>;
  isForgotten: boolean;
}

const isCovered = (address: string, paths: readonly string[]): boolean =>
  paths.some((path) => (path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path));

const share = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((tag) => others.has(tag));

/**
 * How many bytes of answers a cache keeps: beyond them it drops the oldest, but spares once what was asked for
 * meanwhile.
 */
const capacity = 64 * 1024 * 1024;

const sizeOf = ({ body = '' }: HttpResponse): number => Buffer.byteLength(body) + 1_024;

/** One of the caches that a request passes on its way to the origin. */
export class CacheTier {
  /** Those that came, or were spared, last are the last. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  /** What new requests for the same entry wait for. */
  readonly #joinable = new Map<string, { readonly fetch: Fetch; readonly answer: Promise<Delivered> }>();
  readonly #running = new Set<Fetch>();
  #due: { readonly at: number; readonly items: readonly string[] }[] = [];
  readonly #now: () => number;
  readonly #givesStale: boolean;

  /** `givesStale` says whether `stale-while-revalidate` counts here. */
  constructor({ now, givesStale }: { readonly now: () => number; readonly givesStale: boolean }) {
    this.#now = now;
    this.#givesStale = givesStale;
  }

  /**
   * Gives an entry that is fresh, or stale within its limit; then it is fetched again in the background. Simultaneous
   * requests for the same entry become one.
   */
  async ask(asked: Asked): Promise<Delivered> {
    const fresh = this.fresh(asked.key);
    if (fresh) return fresh;
    const entry = this.#entries.get(asked.key);
    const fetching = this.#fetch(asked);
    if (!entry || !this.#givesStale || this.#now() >= entry.staleUntil) return fetching;
    // The reader does not wait; an error shows at the next request.
    fetching.catch(() => {});
    return { response: entry.response, since: entry.since, isHit: true };
  }

  /** An entry that is fresh: what most requests are answered by, without waiting. */
  fresh(key: string): Delivered | undefined {
    this.#forgetDue();
    const entry = this.#entries.get(key);
    if (!entry || this.#now() >= entry.freshUntil) return undefined;
    entry.isAsked = true;
    return { response: entry.response, since: entry.since, isHit: true };
  }

  /** Removes what the items of an invalidation cover once the clock says `at`: entries, and what is being fetched. */
  forget(items: readonly string[], at: number): void {
    this.#due.push({ at, items });
    this.#forgetDue();
  }

  clear(): void {
    this.#due = [];
    this.#forgetNow(['/*']);
  }

  /** Fetches once for all waiting requests. An entry that is too old is revalidated only. */
  #fetch(asked: Asked): Promise<Delivered> {
    const { key, address, request } = asked;
    const joined = this.#joinable.get(key);
    if (joined) return joined.answer;
    const old = this.#entries.get(key);
    const etag = old?.response.headers.etag;
    const headers = { ...request.headers, ...(etag && { 'if-none-match': String(etag) }) };
    const fetch: Fetch = { address, forgotten: new Set(), isForgotten: false };
    const answer = asked
      .next({ ...request, headers })
      .then((came) => this.#received(came, { asked, fetch, old }))
      .finally(() => {
        this.#running.delete(fetch);
        if (this.#joinable.get(key)?.fetch === fetch) this.#joinable.delete(key);
      });
    this.#running.add(fetch);
    this.#joinable.set(key, { fetch, answer });
    return answer;
  }

  #received(
    came: Delivered,
    { asked: { key, address, judge }, fetch, old }: { asked: Asked; fetch: Fetch; old: Entry | undefined },
  ): Delivered {
    if (came.isFallback) return came;
    // As in CloudFront: an entry that is too old is better than an error of the origin, unless it says otherwise.
    if (came.response.status >= 500 && old && this.#now() < old.fallbackUntil) {
      return { response: old.response, since: old.since, isHit: true, isFallback: true };
    }
    const response =
      came.response.status === 304 && old
        ? { ...old.response, headers: { ...old.response.headers, ...came.response.headers } }
        : came.response;
    this.#forgetDue();
    const now = this.#now();
    const { fresh, stale, onError, tags } = judge(response, now);
    // An answer fetched across an invalidation may be older than it.
    if (!fetch.isForgotten && !share(tags, fetch.forgotten)) {
      const freshUntil = now + fresh * 1_000;
      const staleUntil = freshUntil + stale * 1_000;
      const fallbackUntil = Math.max(staleUntil, freshUntil + onError * 1_000);
      const entry = {
        address,
        tags,
        response,
        since: came.since,
        freshUntil,
        staleUntil,
        fallbackUntil,
        isAsked: false,
      };
      this.#drop(key);
      if (staleUntil > now) this.#keep(key, entry);
    }
    return { ...came, response };
  }

  #keep(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.#bytes += sizeOf(entry.response);
    for (const [oldest, one] of this.#entries) {
      if (this.#bytes <= capacity) return;
      if (one.isAsked) this.#spare(oldest, one);
      else this.#drop(oldest);
    }
  }

  /** Lets an entry stay until those that came or were spared after it have had their turn. */
  #spare(key: string, entry: Entry): void {
    entry.isAsked = false;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= sizeOf(entry.response);
  }

  #forgetDue(): void {
    if (this.#due.length === 0) return;
    const now = this.#now();
    const due = this.#due.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    this.#due = this.#due.filter(({ at }) => at > now);
    for (const { items } of due) this.#forgetNow(items);
  }

  #forgetNow(items: readonly string[]): void {
    const paths = items.filter((item) => tagOfItem(item) === undefined);
    const tags = new Set(items.map(tagOfItem).filter((tag) => tag !== undefined));
    for (const [key, { address, tags: own }] of this.#entries) {
      if (isCovered(address, paths) || share(own, tags)) this.#drop(key);
    }
    for (const fetch of this.#running) {
      if (isCovered(fetch.address, paths)) fetch.isForgotten = true;
      for (const tag of tags) fetch.forgotten.add(tag);
    }
    // Which tags an answer will have is not known while it is fetched: nobody new waits for it.
    for (const [key, { fetch }] of this.#joinable) {
      if (fetch.isForgotten || tags.size > 0) this.#joinable.delete(key);
    }
  }
}
