import { type Limits, limitsSchema } from '../model/limits.ts';
import type { Variable } from './environment.ts';

let known: Limits | undefined;

/**
 * The limits of this deployment, read once from the variable `LIMITS`: JSON, in which what is absent has its default.
 */
export const limits = (): Limits => {
  known ??= limitsSchema.parse(JSON.parse(process.env['LIMITS' satisfies Variable] || '{}'));
  return known;
};
