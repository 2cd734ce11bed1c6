import { RefusedError } from '../../api/api.ts';
import type { Edit } from './edit.ts';

/** True where an error of the API is about a field, about what holds it, or about a part of it. */
const isAbout = (named: string, path: string): boolean =>
  named === path || path.startsWith(`${named}.`) || named.startsWith(`${path}.`);

/**
 * What the API has said of the field itself, or of a part of it, which is named; undefined where it has named no field
 * of the entry that was changed, but refused the whole.
 */
export const refusalOfEdit = (
  { error, path }: Edit,
  others: readonly Edit[],
  nameOf: (path: string) => string,
): string | 'otherField' | undefined => {
  const errors = error instanceof RefusedError ? (error.problem.errors ?? []) : [];
  const own = errors.filter((one) => isAbout(one.path, path));
  const said = own.map((one) =>
    one.path.startsWith(`${path}.`) ? `${nameOf(one.path)}: ${one.message}` : one.message,
  );
  if (said.length > 0) return said.join(' ');
  return others.some((other) => errors.some((one) => isAbout(one.path, other.path))) ? 'otherField' : undefined;
};
