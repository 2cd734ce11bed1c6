import type * as z from 'zod';
import { ApplicationError, InvalidInputError } from '../refusals/application-error.ts';
import { fieldError } from '../refusals/field-error.ts';
import { issueErrors } from '../refusals/issue-errors.ts';
import { reason } from '../refusals/reason.ts';
import { parseJson } from './json.ts';

/** Largest body that is accepted, in bytes. */
const maxBodyBytes = 1024 * 1024;

/** The input as its schema gives it; throws a 400 that names every faulty field. `label` names an input that has no fields. */
export const parse = <S extends z.ZodType>(schema: S, input: unknown, label = ''): z.output<S> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues
    .flatMap(issueErrors)
    .map((error) => (error.path ? error : { ...error, path: label }));
  throw new InvalidInputError(errors, label);
};

/**
 * The text of a request's body; throws 413, 415 where it has none of the given types, or 400 where it is not valid
 * UTF-8.
 */
const textOf = (body: string, isBase64: boolean, contentType: string | undefined, types: readonly string[]): string => {
  const bytes = Buffer.from(body, isBase64 ? 'base64' : 'utf8');
  if (bytes.length > maxBodyBytes) {
    throw new ApplicationError('body-too-large', reason('bodyTooLarge', { bytes: bytes.length, max: maxBodyBytes }));
  }
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) {
    const [expected = ''] = types;
    throw new ApplicationError(
      'unsupported-media-type',
      type ? reason('unsupportedContentType', { found: type, expected }) : reason('contentTypeRequired', { expected }),
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidInputError([fieldError('body', 'notUtf8')]);
  }
};

/** The JSON value of a request's body; throws 413, 415 or 400. An absent body counts as `{}`. */
export const parseJsonBody = (
  body: string | undefined,
  isBase64: boolean,
  contentType: string | undefined,
): unknown => {
  if (!body) return {};
  const text = textOf(body, isBase64, contentType, ['application/json', 'application/merge-patch+json']);
  return parseJson(text, 'body');
};

/** The lines of a body in JSON Lines (https://jsonlines.org), a byte order mark and the end of the last line left out. */
export const parseLines = (body: string | undefined, isBase64: boolean, contentType: string | undefined): string[] => {
  const text = textOf(body ?? '', isBase64, contentType, ['application/jsonl', 'application/x-ndjson']);
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
};

/** The version that an `If-Match` header names: one strong entity tag such as `"7"` (RFC 9110, section 8.8.3). */
export const parseIfMatch = (header: string | undefined, required: boolean): number | undefined => {
  if (header === undefined) {
    if (!required) return undefined;
    throw new ApplicationError('version-required', reason('versionRequired'), {
      errors: [fieldError('If-Match', 'required')],
    });
  }
  const version = /^"([1-9]\d{0,9})"$/.exec(header.trim())?.[1];
  if (!version) throw new InvalidInputError([fieldError('If-Match', 'invalidETag')]);
  return Number(version);
};
