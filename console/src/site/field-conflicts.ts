import { type Choices, mergeContents } from '../merge/merge-contents.ts';
import type { Site } from './site.ts';

/** A field that two people have changed, each in another way; a list is one field. */
export interface FieldConflict {
  readonly path: readonly string[];
  /** What it is where the other's stays. */
  readonly theirs: unknown;
}

const valueAt = (site: Site, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], site);

/** What two people have made of the same settings, with the fields that both have changed: those are mine. */
export const mergeSites = (base: Site, mine: Site, theirs: Site): { merged: Site; conflicts: FieldConflict[] } => {
  const { merged, conflicts } = mergeContents(base, mine, theirs);
  const fieldOf = (path: readonly string[]): string => {
    const list = path.findIndex((_part, n) => Array.isArray(valueAt(mine, path.slice(0, n + 1))));
    return JSON.stringify(list < 0 ? path : path.slice(0, list + 1));
  };
  const fields = [...new Set(conflicts.map(({ path }) => fieldOf(path)))];
  return {
    merged,
    conflicts: fields.map((field) => {
      const inField = conflicts.filter(({ path }) => fieldOf(path) === field);
      const choices: Choices = Object.fromEntries(inField.map(({ id }) => [id, 'theirs'] as const));
      const path: string[] = JSON.parse(field);
      return { path, theirs: valueAt(mergeContents(base, mine, theirs, choices).merged, path) };
    }),
  };
};
