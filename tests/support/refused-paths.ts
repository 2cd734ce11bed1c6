import { expect } from 'vitest';
import { problemSchema } from '../../shared/contract/problem.ts';
import type { Answer } from './clients/api-client.ts';

/** What a refusal finds fault with, once it is as refusals are. */
export const refusedPaths = (answer: Answer): string[] => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return (problemSchema.parse(answer.body).errors ?? []).map(({ path }) => path);
};
