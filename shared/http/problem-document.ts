import type { ProblemDocument } from '../contract/problem.ts';
import type { ApplicationError } from '../refusals/application-error.ts';
import { wordErrors } from '../refusals/field-error.ts';
import { type RefusalKind, refusalKinds } from '../refusals/kinds.ts';
import type { Language } from '../refusals/language.ts';
import { catalogues } from '../refusals/word-reason.ts';

/** The `type` of a problem. */
const problemType = (kind: RefusalKind): string => `urn:problem:sergi:${kind}`;

/** A refusal as a problem document (RFC 9457) in a language. `requestId` lets callers refer to the log. */
export const problemDocument = (error: ApplicationError, language: Language, requestId?: string): ProblemDocument => ({
  type: problemType(error.kind),
  title: catalogues[language].titles[error.kind],
  status: refusalKinds[error.kind],
  detail: error.detail(language),
  code: error.code,
  ...(error.errors && { errors: wordErrors(error.errors, language) }),
  ...error.facts,
  ...(requestId !== undefined && { requestId }),
});
