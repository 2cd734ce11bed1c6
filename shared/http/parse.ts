import type * as z from 'zod';
import type { FieldError } from '../model/field-error.ts';
import { parseJson } from './json.ts';
import { invalidInput, Problem } from './problem.ts';

/** Largest body that is read, in bytes. */
const maxBodyBytes = 1024 * 1024;

const fieldErrors = (issue: z.core.$ZodIssue): FieldError[] => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known here' }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({ path: path.join('.'), message }));
  }
  return [{ path: path.join('.'), message: messageOf(issue) }];
};

const messageOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`;
};

const article = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;

/** The input as its schema gives it; throws a 400 that names every faulty field. `label` names an input that has no fields. */
export const parse = <S extends z.ZodType>(schema: S, input: unknown, label = ''): z.output<S> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues
    .flatMap(fieldErrors)
    .map((error) => (error.path ? error : { ...error, path: label }));
  throw invalidInput(errors, label);
};

/** The text of a request's body; throws 413, 415 where it is none of the given types, or 400 where it is no UTF-8. */
const textOf = (body: string, isBase64: boolean, contentType: string | undefined, types: readonly string[]): string => {
  const bytes = Buffer.from(body, isBase64 ? 'base64' : 'utf8');
  if (bytes.length > maxBodyBytes) {
    throw new Problem('body-too-large', `The body has ${bytes.length} bytes; at most ${maxBodyBytes} are read.`);
  }
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) {
    throw new Problem('unsupported-media-type', `Content-Type is ${type || 'missing'}; send ${types[0]}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidInput([{ path: 'body', message: 'is no UTF-8' }]);
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
    throw new Problem(
      'version-required',
      'Send If-Match with the ETag of the version that you have read, such as "7".',
      {
        errors: [{ path: 'If-Match', message: 'is missing' }],
      },
    );
  }
  const version = /^"([1-9]\d{0,9})"$/.exec(header.trim())?.[1];
  if (!version)
    throw invalidInput([{ path: 'If-Match', message: 'is not one ETag that this address gave, such as "7"' }]);
  return Number(version);
};
