import type * as z from 'zod';
import { InvalidInputError } from './application-error.ts';
import { issueErrors } from './issue-errors.ts';

/**
 * The input as its schema gives it; throws a 400 that names every faulty field. `label` names an input that has no
 * fields.
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown, label = ''): z.output<S> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues
    .flatMap(issueErrors)
    .map((error) => (error.path ? error : { ...error, path: label }));
  throw new InvalidInputError(errors, label);
};
