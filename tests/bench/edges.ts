import { publicAges } from '../../shared/http/cache-control.ts';

/** How the caches of a CDN lie: each edge asks its regional cache, and that the origin. */
export interface Network {
  readonly edges: number;
  readonly regions: number;
  /** Whether a cache counts the age that an answer had in the one before it. CloudFront does not say; both are simulated. */
  readonly countsAge: boolean;
}

/** How a read was answered: by which cache or by the origin, in which version, and since when that is kept. */
export interface Answer {
  readonly by: 'edge' | 'region' | 'origin';
  readonly version: number;
  readonly since: number;
}

const lastSeen = publicAges.shared + publicAges.whileRevalidating;

/** The caches of a CDN with the times of `Cache-Control`, for so many things that can be read. Times are in seconds. */
export class Edges {
  readonly #network: Network;
  readonly #count: number;
  /** For each cache and thing, since when it is kept, as that cache counts it, and in which version. */
  readonly #since: Float64Array;
  readonly #version: Uint16Array;
  /** How often the origin was asked for each thing. */
  readonly originReads: Uint32Array;

  constructor(network: Network, count: number) {
    const caches = network.edges + network.regions;
    this.#network = network;
    this.#count = count;
    this.#since = new Float64Array(caches * count).fill(Number.NEGATIVE_INFINITY);
    this.#version = new Uint16Array(caches * count);
    this.originReads = new Uint32Array(count);
  }

  /** Reads a thing at a cache, an edge where its number is below theirs; `versions` are those of the origin. */
  read(cache: number, thing: number, now: number, versions: Uint16Array): Answer {
    const at = cache * this.#count + thing;
    const by = cache < this.#network.edges ? 'edge' : 'region';
    const kept: Answer = { by, version: this.#version[at] ?? 0, since: this.#since[at] ?? 0 };
    const age = now - kept.since;
    if (age <= publicAges.shared) return kept;
    const fetched = this.#fetch(cache, thing, now, versions);
    this.#version[at] = fetched.version;
    this.#since[at] = this.#network.countsAge ? fetched.since : now;
    // Nobody waits for what is fetched behind the reader's back: it is the next reader's.
    return age <= lastSeen ? kept : fetched;
  }

  #fetch(cache: number, thing: number, now: number, versions: Uint16Array): Answer {
    const { edges, regions } = this.#network;
    if (cache < edges) return this.read(edges + (cache % regions), thing, now, versions);
    this.originReads[thing] = (this.originReads[thing] ?? 0) + 1;
    return { by: 'origin', version: versions[thing] ?? 0, since: now };
  }

  /** Lets every cache forget a thing. */
  forget(thing: number): void {
    for (let at = thing; at < this.#since.length; at += this.#count) this.#since[at] = Number.NEGATIVE_INFINITY;
  }
}
