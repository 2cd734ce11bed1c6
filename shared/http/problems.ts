import type { Logger } from '@aws-lambda-powertools/logger';
import type { ProblemDocument } from '../contract/problem.ts';
import { refusalKinds } from '../refusals/kinds.ts';
import { type Language, languageFor } from '../refusals/language.ts';
import { absenceCacheControl } from './cache-control.ts';
import type { HttpEvent, HttpMiddleware } from './http-middleware.ts';
import { languageOfCaller } from './language-of-caller.ts';
import { problemDocument } from './problem-document.ts';
import { toApplicationError } from './to-application-error.ts';

/**
 * How a refusal is shown to people who ask with a browser: headers, and a text. Undefined leaves it a problem document.
 */
export type RenderProblem = (
  problem: ProblemDocument,
  location: string | undefined,
  event: HttpEvent,
) => Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined>;

/**
 * Answers what a handler threw as a problem (RFC 9457), in the language that the caller or the address asks for. What
 * is not an `ApplicationError` goes to the log; the caller learns the request's id only.
 */
export const problems = (logger: Logger, render: RenderProblem = async () => undefined): HttpMiddleware => ({
  onError: async (request) => {
    const { context, error: thrown, event } = request;
    const requestId = context.awsRequestId;
    const error = toApplicationError(thrown, requestId);
    const isOurFault = refusalKinds[error.kind] >= 500;
    if (isOurFault) logger.error(error.message, { requestId, routeKey: event.routeKey, error: thrown });
    const isKept = isKeptByCaches(refusalKinds[error.kind], event);
    const language = isKept ? languageOfAddress(event) : languageOfCaller(event.headers['accept-language']);
    const problem = problemDocument(error, language, isOurFault ? requestId : undefined);
    const rendered = await render(problem, error.headers.location, event);
    request.response = {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        ...(!rendered && { 'content-language': language, ...(!isKept && { vary: 'accept-language' }) }),
        // The way to the page in the reader's language holds as long as a page.
        ...(error.headers.expires === undefined && { 'cache-control': isKept ? absenceCacheControl : 'no-store' }),
        ...error.headers,
        ...rendered?.headers,
      },
      body: rendered?.body ?? JSON.stringify(problem),
    };
  },
});

/**
 * What is not there, or elsewhere, may be there in a moment, so that is kept for a few seconds only; other refusals not
 * at all.
 */
const isKeptByCaches = (status: number, { rawPath }: HttpEvent): boolean =>
  [301, 302, 303, 307, 404, 410].includes(status) && !rawPath.startsWith('/v1/staff/');

/** The CDN gives what it keeps to callers of every language: its words depend on the address alone. */
const languageOfAddress = ({ queryStringParameters }: HttpEvent): Language =>
  languageFor([queryStringParameters?.locale ?? '']);
