import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { absenceCacheControl } from './cache-control.ts';
import { Problem } from './problem.ts';

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
  problem: Problem,
  event: Event,
) => Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined>;

/** Answers what a handler threw as a problem. What is not a `Problem` goes to the log; the caller learns the request's id only. */
export const problemMiddleware = (
  logger: Logger,
  show: RenderProblem = async () => undefined,
): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2, Error, Context> => ({
  onError: async (request) => {
    const requestId = request.context.awsRequestId;
    const { error } = request;
    const problem = toProblem(error, requestId);
    if (problem.status >= 500) logger.error(problem.message, { requestId, routeKey: request.event.routeKey, error });
    const shown = await show(problem, request.event);
    request.response = {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': cacheControl(problem, request.event.rawPath),
        ...problem.headers,
        ...shown?.headers,
      },
      body: shown?.body ?? JSON.stringify(problem.document),
    };
  },
});

const isTransient = (error: Error & { code?: unknown; $retryable?: unknown }): boolean =>
  transientErrors.has(error.name) || transientErrors.has(String(error.code)) || error.$retryable !== undefined;

const toProblem = (error: Error | null | undefined, requestId: string): Problem => {
  if (error instanceof Problem) return error;
  if (error && isTransient(error)) {
    return new Problem('unavailable', 'The store is busy. Try again in a moment.', {
      requestId,
      headers: { 'retry-after': '2' },
    });
  }
  return new Problem('internal', `Something went wrong on our side. Tell us the request id ${requestId}.`, {
    requestId,
  });
};

/** What is not there, or elsewhere, may be there in a moment, so that is kept for a few seconds only; other refusals not at all. */
const cacheControl = ({ status }: Problem, path: string): string =>
  [301, 307, 404, 410].includes(status) && !path.startsWith('/v1/staff/') ? absenceCacheControl : 'no-store';
