/** Something that is said of a field of a line, in words. */
export interface LineMessage {
  readonly path: string;
  readonly message: string;
}

/** A line that was sent: its number in the file. */
export interface SentLine {
  readonly number: number;
}

/** What is said of a line of the file. */
export interface LineNote {
  readonly line: number;
  readonly externalId?: string | undefined;
  readonly errors: readonly LineMessage[];
}

/** What the API says of the lines of a request, which it counts from 1. */
export interface RequestReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly refused: readonly LineNote[];
  readonly warnings: readonly (Omit<LineNote, 'errors'> & { readonly warnings: readonly LineMessage[] })[];
}

/** What the import has done with an archive. */
export interface ImportSummary {
  readonly counts: { created: number; updated: number; unchanged: number; changed: number };
  /** The last lines of each request from which events were made. */
  readonly imported: string[];
  readonly refused: LineNote[];
  readonly warnings: LineNote[];
  /** How many lines have a category or tag that has no row in the table, by its name. */
  readonly unmapped: { readonly categories: Map<string, number>; readonly tags: Map<string, number> };
}

export const newSummary = (): ImportSummary => ({
  counts: { created: 0, updated: 0, unchanged: 0, changed: 0 },
  imported: [],
  refused: [],
  warnings: [],
  unmapped: { categories: new Map(), tags: new Map() },
});

/** Adds what the API has answered to a request with those lines. */
export const addReport = (summary: ImportSummary, report: RequestReport, lines: readonly SentLine[]): void => {
  const { refused, warnings, ...counts } = report;
  for (const name of ['created', 'updated', 'unchanged', 'changed'] as const) summary.counts[name] += counts[name];
  const noteOf = (line: number, externalId: string | undefined, errors: readonly LineMessage[]): LineNote => ({
    line: lines[line - 1]?.number ?? 0,
    externalId,
    errors,
  });
  summary.refused.push(...refused.map(({ line, externalId, errors }) => noteOf(line, externalId, errors)));
  summary.warnings.push(...warnings.map((one) => noteOf(one.line, one.externalId, one.warnings)));
};

/** Counts the names of a line that the table does not know. */
export const addUnmapped = (
  { unmapped }: ImportSummary,
  names: { readonly categories: readonly string[]; readonly tags: readonly string[] },
): void => {
  for (const kind of ['categories', 'tags'] as const) {
    for (const name of new Set(names[kind])) unmapped[kind].set(name, (unmapped[kind].get(name) ?? 0) + 1);
  }
};
