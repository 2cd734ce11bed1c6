import { Problem } from '../../shared/http/problem.ts';

/** Answers 404 with the known values where a parameter names something that the site does not have. */
export const requireKnownValue = (parameter: string, value: string, known: readonly string[]): void => {
  if (known.includes(value)) return;
  const message = `${value} is not known to this site; known are ${known.join(', ') || 'none'}`;
  throw new Problem('not-found', `${parameter}: ${message}`, { errors: [{ path: parameter, message }] });
};
