/** A picture of an item. */
export interface ConvertedImage {
  readonly url: string;
  readonly alt: Record<string, string>;
  readonly caption?: Record<string, string>;
}

/** A file of an item. */
export interface ConvertedFile {
  readonly url: string;
  readonly title: Record<string, string>;
}

/** An item of another system as a line of an archive. Its categories and tags have the names that they have there. */
export interface ConvertedLine {
  externalId: string;
  publishedAt: string;
  categories?: readonly string[];
  tags?: readonly string[];
  format: 'html';
  translations: Record<string, { title?: string; summary?: string; body?: string }>;
  images?: ConvertedImage[];
  files?: ConvertedFile[];
  redirectsFrom?: string[];
  views?: number;
}

/** What a conversion says beside its lines: what it left out, and how often. */
export class ConversionNotes {
  readonly #counts = new Map<string, number>();
  readonly #items: { readonly id: string; readonly what: string }[] = [];

  /** Counts what was left out as a kind. */
  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** Names something about one item. */
  name(id: string, what: string): void {
    this.#items.push({ id, what });
  }

  /** As it is printed. */
  lines(): string[] {
    return [
      ...[...this.#counts].map(([what, count]) => `${what}: ${count}`),
      ...this.#items.map(({ id, what }) => `${id}: ${what}`),
    ];
  }
}

/**
 * Addresses of an item as redirects: the path and query of each that is an address of the web, but for the front page.
 */
export const pathsOf = (addresses: readonly string[]): string[] => {
  const paths = addresses.flatMap((address) => {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [];
    const { pathname, search } = new URL(address);
    return pathname === '/' && search === '' ? [] : [`${pathname}${search}`];
  });
  return [...new Set(paths)].filter((path) => path.length <= 1_000);
};

/** A text that names a language as BCP 47 does, as a language of ours; `undefined` where it is none. */
export const languageOf = (tag: string): string | undefined =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag.trim())?.[1]?.toLowerCase();
