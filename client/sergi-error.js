/**
 * The one error of this package, whether Sergi, the store of files, API Gateway or the network has failed or refused.
 */
export class SergiError extends Error {
  name = 'SergiError';

  constructor(message, { status = 0, code, errors = [], problem, retryAfter, cause }) {
    super(message, { cause });
    Object.assign(this, { status, code, errors, problem, retryAfter });
  }
}

/** The error that an answer stands for: that of a problem (RFC 9457), or of an answer that is none. */
const refusal = (body, { status, statusText, headers }) => {
  // A date, which it may be too, Sergi never answers.
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN) || undefined;
  const same = { status, retryAfter };
  const isProblem = typeof body === 'object' && body !== null && typeof body.code === 'string';
  if (isProblem) return new SergiError(body.detail, { ...same, code: body.code, errors: body.errors, problem: body });
  const message = (typeof body === 'string' ? body : body?.message) || statusText || `The answer was ${status}.`;
  return new SergiError(message, { ...same, code: `http${status}` });
};

/** The reasons for which callers have aborted their requests: errors of any kind, as that of a timeout. */
const reasonsOfCallers = new WeakSet();

/** Keeps the reason of a request that its caller has aborted. */
export const noteAborted = ({ error, request }) => {
  if (request.signal?.aborted && Object(error) === error) reasonsOfCallers.add(error);
};

/** A call that did not come to an answer. A caller that has aborted it gets the reason of its own signal back. */
const unanswered = (cause) =>
  cause instanceof SergiError || cause?.name === 'AbortError' || reasonsOfCallers.has(cause)
    ? cause
    : new SergiError(`There is no answer: ${cause?.message ?? cause}`, { code: 'noAnswer', cause });

export const dataOf = async (call) => {
  const { data, error, response } = await call.catch((cause) => {
    throw unanswered(cause);
  });
  if (!response.ok) throw refusal(error, response);
  return data;
};
