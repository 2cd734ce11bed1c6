import { ApplicationError, UnavailableError } from '../refusals/application-error.ts';
import { isThrottled } from '../refusals/is-throttled.ts';
import { reason } from '../refusals/reason.ts';

/** Errors of the SDK and of ours that pass by themselves, as throttling does. */
const transientErrors = new Set([
  'StoreBusyError',
  'InternalFailure',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'InternalErrorException',
  'TimeoutError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
]);

const isTransient = (error: Error & { code?: unknown; $retryable?: unknown }): boolean =>
  isThrottled(error) ||
  transientErrors.has(error.name) ||
  transientErrors.has(String(error.code)) ||
  error.$retryable !== undefined;

/**
 * What an error means for the caller: a refusal, or one that a failed condition of a transaction brings along; else it
 * is our fault.
 */
export const toApplicationError = (error: Error | null | undefined, requestId: string): ApplicationError => {
  if (error instanceof ApplicationError) return error;
  if (error && 'refusal' in error && error.refusal instanceof ApplicationError) return error.refusal;
  if (error && isTransient(error)) return new UnavailableError(reason('storeBusy'));
  return new ApplicationError('internal', reason('internalError', { requestId }));
};
