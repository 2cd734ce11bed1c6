import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { fieldError } from '../../shared/refusals/field-error.ts';

/** Answers 404 with the known values where a parameter names something that the site does not have. */
export const requireKnownValue = (parameter: string, value: string, known: readonly string[]): void => {
  if (known.includes(value)) return;
  throw new NotFoundError([fieldError(parameter, 'unknownValue', { value, known })]);
};
