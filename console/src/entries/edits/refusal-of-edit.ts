import { RefusedError } from '../../api/api.ts';
import type { Edit } from './edit.ts';

/** True where an error of the API is about a field, about what holds it, or about a part of it. */
const isAbout = (named: string, path: string): boolean =>
  named === path || path.startsWith(`${named}.`) || named.startsWith(`${path}.`);

/**
 * What the API has said of the field itself; undefined where it has named no field of the entry that was changed, but
 * refused the whole.
 */
export const refusalOfEdit = ({ error, path }: Edit, others: readonly Edit[]): string | 'otherField' | undefined => {
  const errors = error instanceof RefusedError ? (error.problem.errors ?? []) : [];
  const own = errors.filter((one) => isAbout(one.path, path));
  if (own.length > 0) return own.map(({ message }) => message).join(' ');
  return others.some((other) => errors.some((one) => isAbout(one.path, other.path))) ? 'otherField' : undefined;
};
