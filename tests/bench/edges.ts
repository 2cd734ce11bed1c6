/** How the caches of a CDN lie: each edge asks its regional cache, those an Origin Shield, and that the origin. */
export interface Network {
  readonly edges: number;
  readonly regions: number;
}

/** Which cache answered a read, or the origin, and in which version. */
export interface Answer {
  readonly by: 'edge' | 'region' | 'shield' | 'origin';
  readonly version: number;
}

/** What the origin says of a thing at a time: its version, and the moment until which that is true. */
export type Origin = (thing: number, now: number) => { readonly version: number; readonly until: number };

/**
 * The caches of a CDN, for so many things that can be read. Each keeps an answer until the moment that it says. Times
 * are in seconds.
 */
export class Edges {
  readonly #network: Network;
  readonly #count: number;
  readonly #origin: Origin;
  /** For each cache and thing, until when it is kept, and in which version. */
  readonly #until: Float64Array;
  readonly #version: Uint16Array;
  /** How often the origin was asked for each thing, and how often the shield in all. */
  readonly originReads: Uint32Array;
  shieldReads = 0;

  constructor(network: Network, count: number, origin: Origin) {
    const caches = network.edges + network.regions + 1;
    this.#network = network;
    this.#count = count;
    this.#origin = origin;
    this.#until = new Float64Array(caches * count).fill(Number.NEGATIVE_INFINITY);
    this.#version = new Uint16Array(caches * count);
    this.originReads = new Uint32Array(count);
  }

  /**
   * Reads a thing at a cache: an edge where its number is below theirs, then the regional caches, and the shield last.
   */
  read(cache: number, thing: number, now: number): Answer {
    return this.#read(cache, thing, now);
  }

  #read(cache: number, thing: number, now: number): Answer & { readonly until: number } {
    const { edges, regions } = this.#network;
    const at = cache * this.#count + thing;
    const until = this.#until[at] ?? 0;
    if (cache === edges + regions) this.shieldReads += 1;
    if (now < until) {
      const by = cache < edges ? 'edge' : cache < edges + regions ? 'region' : 'shield';
      return { by, version: this.#version[at] ?? 0, until };
    }
    const fetched = this.#fetch(cache, thing, now);
    this.#version[at] = fetched.version;
    this.#until[at] = fetched.until;
    return fetched;
  }

  #fetch(cache: number, thing: number, now: number): Answer & { readonly until: number } {
    const { edges, regions } = this.#network;
    if (cache < edges) return this.#read(edges + (cache % regions), thing, now);
    if (cache < edges + regions) return this.#read(edges + regions, thing, now);
    this.originReads[thing] = (this.originReads[thing] ?? 0) + 1;
    return { by: 'origin', ...this.#origin(thing, now) };
  }

  /** Lets one cache forget a thing. */
  forget(cache: number, thing: number): void {
    this.#until[cache * this.#count + thing] = Number.NEGATIVE_INFINITY;
  }
}
