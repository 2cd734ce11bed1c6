import { OfflineError, RefusedError } from './api.ts';

/** True of the statuses by which the API says that it is busy, or at fault itself. */
export const isPassingStatus = (status: number): boolean => status === 429 || status >= 500;

/** The API is busy, or at fault itself: it may take the same later. */
export const isPassingRefusal = (error: unknown): error is RefusedError =>
  error instanceof RefusedError && isPassingStatus(error.problem.status);

/** True where the same request may do better later: the API cannot be reached, is busy, or at fault itself. */
export const isPassing = (error: unknown): boolean => error instanceof OfflineError || isPassingRefusal(error);
