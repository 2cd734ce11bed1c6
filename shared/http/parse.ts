import * as z from 'zod';
import { parseJson } from '../model/json/parse-json.ts';
import { ApplicationError, InvalidInputError } from '../refusals/application-error.ts';
import { fieldError } from '../refusals/field-error.ts';
import { reason } from '../refusals/reason.ts';

/** Largest body that is accepted, in bytes. */
const maxBodyBytes = 1024 * 1024;

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

/**
 * The lines of a body in JSON Lines (https://jsonlines.org), a byte order mark and the end of the last line left out.
 */
export const parseLines = (body: string | undefined, isBase64: boolean, contentType: string | undefined): string[] => {
  const text = textOf(body ?? '', isBase64, contentType, ['application/jsonl', 'application/x-ndjson']);
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
};

/** No version has this number: they are counted from 1. */
const noVersion = 0;

/**
 * The version that an `If-Match` header asks for (RFC 9110, section 13.1.1): `undefined` where any will do (`*`, or no
 * header), and a number that no version has where the tag cannot match, since it is weak or none of ours. Throws a 400
 * for what is not one entity tag, and a 428 where the header is required and absent.
 */
export const parseIfMatch = (header: string | undefined, required: boolean): number | undefined => {
  if (header === undefined) {
    if (!required) return undefined;
    throw new ApplicationError('version-required', reason('versionRequired'), {
      errors: [fieldError('If-Match', 'required')],
    });
  }
  const tag = header.trim();
  if (tag === '*') return undefined;
  if (!/^(W\/)?"[\x21\x23-\x7e\x80-\u{10ffff}]*"$/u.test(tag))
    throw new InvalidInputError([fieldError('If-Match', 'invalidETag')]);
  return Number(/^"([1-9]\d{0,9})"$/.exec(tag)?.[1] ?? noVersion);
};

/**
 * The UUID of an `Idempotency-Key` header: a string of a structured field (RFC 9651), in quotes, which many callers
 * leave out. Throws a 400.
 */
export const parseIdempotencyKey = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined;
  const [, quoted, bare] = /^(?:"([\da-f-]+)"|([\da-f-]+))$/i.exec(header.trim()) ?? [];
  const key = z.guid().safeParse(quoted ?? bare);
  if (!key.success) throw new InvalidInputError([fieldError('Idempotency-Key', 'invalidIdempotencyKey')]);
  return key.data.toLowerCase();
};
