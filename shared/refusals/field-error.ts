import type { Reason, RefusalCode } from './codes.ts';
import type { Language } from './language.ts';
import { type ParamsOf, reason } from './reason.ts';
import { shortened } from './shortened.ts';
import { wordReason } from './word-reason.ts';

/** What is wrong with a field, by its path (`translations.az.title`). */
export interface FieldError extends Reason {
  readonly path: string;
}

/** The same in words that a person can act on. What was stored before reasons had codes has words only. */
export interface WordedFieldError {
  readonly path: string;
  readonly code?: string | undefined;
  readonly message: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** What is wrong with a field, checked against the parameters that the code takes. */
export const fieldError = <C extends RefusalCode>(path: string, code: C, ...params: ParamsOf<C>): FieldError => ({
  path,
  ...reason(code, ...params),
});

/**
 * Most errors that one refusal names, the one that counts the rest included: with more, it could be larger than an
 * answer may be.
 */
export const maxErrors = 50;

/** Longest path and message of an error, in UTF-16 units: a name may be as long as the body that it came in. */
const [longestPath, longestMessage] = [200, 1_000];

/**
 * Longest text among the parameters of an error, in UTF-16 units; and longest JSON of them: longer ones are left out.
 */
const [longestParam, longestParams] = [500, 2_000];

const boundedParam = (value: unknown): unknown => {
  if (typeof value === 'string') return shortened(value, longestParam);
  return Array.isArray(value) ? value.slice(0, 100).map(boundedParam) : value;
};

/**
 * The errors as a refusal may name them: at most 50, the last of which counts those that are left out, and none of them
 * long.
 */
export const boundedErrors = (errors: readonly FieldError[], label = ''): FieldError[] => {
  const left = errors.length - (maxErrors - 1);
  const named = errors.length <= maxErrors ? errors : errors.slice(0, maxErrors - 1);
  return [
    ...named.map(({ path, code, params }) => ({
      path: shortened(path, longestPath),
      code,
      ...(params && {
        params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, boundedParam(value)])),
      }),
    })),
    ...(errors.length > maxErrors ? [fieldError(label, 'moreErrors', { count: left })] : []),
  ];
};

/** The errors in words, as many and as long as a refusal may name them. */
export const wordErrors = (errors: readonly FieldError[], language: Language): WordedFieldError[] =>
  boundedErrors(errors).map(({ path, code, params }) => ({
    path,
    code,
    message: shortened(wordReason({ code, ...(params && { params }) }, language), longestMessage),
    ...(params && JSON.stringify(params).length <= longestParams && { params }),
  }));

/**
 * Errors that were stored with their words, as reasons again; a code that this release does not know stays as it is.
 */
export const storedErrors = (errors: readonly WordedFieldError[]): FieldError[] =>
  errors.map(({ path, code = 'invalidValue', params }) => ({
    path,
    code: code as RefusalCode,
    ...(params && { params }),
  }));

/**
 * Errors that were stored with their words, in those of another language where they have a code that this release
 * knows.
 */
export const rewordErrors = (errors: readonly WordedFieldError[], language: Language): WordedFieldError[] =>
  errors.map((error) => {
    if (!error.code) return error;
    const { path, code, params } = error;
    return { ...error, path, message: wordReason({ code: code as RefusalCode, ...(params && { params }) }, language) };
  });
