import { RefusedError } from './api.ts';

/** What an attempt without an answer has made: that is why the API refuses to make something else for the same key. */
export const madeBefore = (error: unknown): string | undefined =>
  error instanceof RefusedError ? error.problem.createdId : undefined;
