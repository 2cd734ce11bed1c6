import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { ProblemDocument } from '../contract/problem.ts';
import { ApplicationError, UnavailableError } from '../refusals/application-error.ts';
import { refusalKinds } from '../refusals/kinds.ts';
import { languageFor } from '../refusals/language.ts';
import { reason } from '../refusals/reason.ts';
import { absenceCacheControl } from './cache-control.ts';
import { problemDocument } from './problem-document.ts';
import { wantedLanguages } from './wanted-languages.ts';

/** Errors of the SDK and of ours that pass by themselves. */
const transientErrors = new Set([
  'StoreBusyError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'RequestThrottled',
  'InternalFailure',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'SlowDown',
  'TimeoutError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
]);

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** How a refusal is shown to people who ask with a browser: headers, and a text. Undefined leaves it a problem document. */
export type RenderProblem = (
  problem: ProblemDocument,
  location: string | undefined,
  event: Event,
) => Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined>;

/**
 * Answers what a handler threw as a problem, in the language that the caller asks for. What is not an `ApplicationError` goes to the log;
 * the caller learns the request's id only.
 */
export const problemMiddleware = (
  logger: Logger,
  render: RenderProblem = async () => undefined,
): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2, Error, Context> => ({
  onError: async (request) => {
    const { context, error: thrown, event } = request;
    const requestId = context.awsRequestId;
    const error = toApplicationError(thrown, requestId);
    const isOurFault = refusalKinds[error.kind] >= 500;
    if (isOurFault) logger.error(error.message, { requestId, routeKey: event.routeKey, error: thrown });
    const language = languageFor(wantedLanguages(event.headers['accept-language']));
    const problem = problemDocument(error, language, isOurFault ? requestId : undefined);
    const rendered = await render(problem, error.headers.location, event);
    request.response = {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        ...(!rendered && { 'content-language': language, vary: 'accept-language' }),
        'cache-control': cacheControl(problem, event.rawPath),
        ...error.headers,
        ...rendered?.headers,
      },
      body: rendered?.body ?? JSON.stringify(problem),
    };
  },
});

const isTransient = (error: Error & { code?: unknown; $retryable?: unknown }): boolean =>
  transientErrors.has(error.name) || transientErrors.has(String(error.code)) || error.$retryable !== undefined;

/** What an error means for the caller: a refusal, or one that a failed condition of a transaction brings along; else it is our fault. */
const toApplicationError = (error: Error | null | undefined, requestId: string): ApplicationError => {
  if (error instanceof ApplicationError) return error;
  if (error && 'refusal' in error && error.refusal instanceof ApplicationError) return error.refusal;
  if (error && isTransient(error)) return new UnavailableError(reason('storeBusy'));
  return new ApplicationError('internal', reason('internalError', { requestId }));
};

/** What is not there, or elsewhere, may be there in a moment, so that is kept for a few seconds only; other refusals not at all. */
const cacheControl = ({ status }: ProblemDocument, path: string): string =>
  [301, 307, 404, 410].includes(status) && !path.startsWith('/v1/staff/') ? absenceCacheControl : 'no-store';
