import type { Reason } from './codes.ts';
import { boundedErrors, type FieldError } from './field-error.ts';
import type { RefusalKind } from './kinds.ts';
import type { Language } from './language.ts';
import { shortened } from './shortened.ts';
import { wordReason } from './word-reason.ts';

/** Longest detail, in UTF-16 units: whatever was sent, the refusal is an answer that can be sent. */
const longestDetail = 10_000;

/** What a refusal says beside its reason. */
export interface RefusalExtras {
  /** The fields that are at fault, each with its own reason. */
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** On a conflict of versions: the version that is current, and who wrote it. */
  readonly currentVersion?: number;
  readonly updatedBy?: string;
  /** On a key that came with another request: what that has made. */
  readonly createdId?: string;
}

/** Why something is refused: a reason, or one or more fields, each with its own. */
type Why = Reason | readonly FieldError[];

const isByField = (why: Why): why is readonly FieldError[] => Array.isArray(why);

const detailOf = (why: Why, language: Language): string => {
  const detail = isByField(why)
    ? boundedErrors(why)
        .map((error) => `${error.path && `${error.path}: `}${wordReason(error, language)}`)
        .join('; ')
    : wordReason(why, language);
  return shortened(detail, longestDetail);
};

/**
 * Something that Sergi refuses, with its reason: thrown anywhere below a handler, and answered as a problem in the
 * caller's language.
 */
export class ApplicationError extends Error {
  readonly kind: RefusalKind;
  /** A stable name of the reason. */
  readonly code: Reason['code'];
  readonly params: Reason['params'];
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** What a program goes on from. */
  readonly facts: Omit<RefusalExtras, 'errors' | 'headers'>;
  readonly #why: Why;

  constructor(kind: RefusalKind, why: Why, { errors, headers = {}, ...facts }: RefusalExtras = {}) {
    super(detailOf(why, 'en'));
    this.name = new.target.name;
    this.kind = kind;
    const [first] = isByField(why) ? why : [why];
    this.code = kind === 'invalid-input' || !first ? 'invalidInput' : first.code;
    this.params = kind === 'invalid-input' ? undefined : first?.params;
    this.errors = isByField(why) ? why : errors;
    this.headers = headers;
    this.facts = facts;
    this.#why = why;
  }

  /** The reason in words; that of fields names each of them. */
  detail(language: Language): string {
    return detailOf(this.#why, language);
  }
}

/** Input that is not valid (400), field by field. */
export class InvalidInputError extends ApplicationError {
  /** `label` is the path of what has no fields. */
  constructor(errors: readonly FieldError[], label = '') {
    super('invalid-input', boundedErrors(errors, label));
  }
}

/** The caller may not do this (403). */
export class ForbiddenError extends ApplicationError {
  constructor(why: Why, extras?: RefusalExtras) {
    super('forbidden', why, extras);
  }
}

/** What the request names is not there (404). */
export class NotFoundError extends ApplicationError {
  constructor(why: Why) {
    super('not-found', why);
  }
}

/** It was public, and was withdrawn (410). */
export class GoneError extends ApplicationError {
  constructor(why: Reason) {
    super('gone', why);
  }
}

/** The present state does not allow this (409), to no caller. */
export class ConflictError extends ApplicationError {
  constructor(why: Why, extras?: RefusalExtras) {
    super('conflict', why, extras);
  }
}

/** Nothing is wrong with the request, and it may succeed in a moment (503). */
export class UnavailableError extends ApplicationError {
  constructor(why: Reason, retryAfterSeconds = 2) {
    super('unavailable', why, { headers: { 'retry-after': String(retryAfterSeconds) } });
  }
}
