import type { ProblemDocument } from '../contract/problem.ts';
import { boundedErrors, type FieldError, shortened } from '../model/field-error.ts';

/** The kinds of refusal: a stable code, the status and the title of each. */
export const problemKinds = {
  moved: [301, 'This has another address'],
  'is-file': [307, 'This is a file'],
  'invalid-input': [400, 'The input is not valid'],
  unauthorized: [401, 'This token is not one to call the API with'],
  forbidden: [403, 'Your role does not allow this'],
  'not-found': [404, 'There is no such thing'],
  conflict: [409, 'The present state does not allow this'],
  gone: [410, 'This was withdrawn'],
  'stale-version': [412, 'Somebody else has changed this'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body is of another type'],
  'version-required': [428, 'The version to change is missing'],
  'too-many-requests': [429, 'You have done this too often'],
  internal: [500, 'Something went wrong'],
  unavailable: [503, 'The store is busy'],
} as const;

export type ProblemCode = keyof typeof problemKinds;

/** The `type` of a problem. */
export const problemType = (code: ProblemCode): string => `urn:problem:sergi:${code}`;

interface ProblemExtras extends Pick<ProblemDocument, 'errors' | 'currentVersion' | 'updatedBy' | 'requestId'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Longest detail, in UTF-16 units: whatever was sent, the refusal is an answer that can be sent. */
const longestDetail = 10_000;

/** A refusal with its reason, thrown anywhere below a handler and answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly document: ProblemDocument;

  constructor(code: ProblemCode, detail: string, { headers = {}, ...extras }: ProblemExtras = {}) {
    super(detail);
    const [status, title] = problemKinds[code];
    this.status = status;
    this.headers = headers;
    this.document = {
      ...{ type: problemType(code), title, status, detail: shortened(detail, longestDetail) },
      ...extras,
      ...(extras.errors && { errors: boundedErrors(extras.errors) }),
    };
  }
}

/** Input that is not valid, field by field; `label` names an input that has no fields. */
export const invalidInput = (errors: readonly FieldError[], label = ''): Problem => {
  const named = boundedErrors(errors, label);
  const detail = named.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return new Problem('invalid-input', detail, { errors: named });
};
