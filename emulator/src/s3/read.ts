import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import type { ObjectHead, ObjectName, Objects } from './objects.ts';

const isIn = (tags: string, etag: unknown): boolean =>
  tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/**
 * True where the reader has the object already. If-Modified-Since counts only without If-None-Match (RFC 9110, section
 * 13.2.2).
 */
const isUnmodified = (asked: HttpRequest['headers'], { etag, 'last-modified': modified = '' }: ObjectHead): boolean => {
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = asked;
  if (noneMatch !== undefined) return isIn(noneMatch, etag);
  return since !== undefined && Date.parse(since) >= Date.parse(modified);
};

/** The first and the last byte that a Range asks for; undefined where it asks for several parts, or is none. */
const rangeOf = (range: string | undefined, size: number): readonly [first: number, last: number] | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const [first, last] = from === '' ? [Math.max(0, size - Number(to)), size - 1] : [Number(from), Number(to || size)];
  return [first, Math.min(last, size - 1)];
};

/**
 * Answers GetObject or HeadObject.
 *
 * {@link https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html}
 */
export const readObject = (
  objects: Objects,
  name: ObjectName,
  method: 'GET' | 'HEAD',
  asked: HttpRequest['headers'],
): HttpResponse => {
  const head = objects.head(name);
  if (!head) throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
  if (isUnmodified(asked, head)) {
    const { 'content-length': _length, 'content-type': _type, ...kept } = head;
    return { status: 304, headers: kept };
  }
  const size = Number(head['content-length']);
  const range = rangeOf(asked.range, size);
  const [first, last] = range ?? [0, size - 1];
  if (range && first > last) throw new AwsError(416, 'InvalidRange', 'The requested range is not satisfiable');
  const partial = range && { 'content-range': `bytes ${first}-${last}/${size}` };
  const headers = { 'accept-ranges': 'bytes', ...head, 'content-length': String(last - first + 1), ...partial };
  const body = method === 'GET' ? objects.body(name)?.subarray(first, last + 1) : undefined;
  return { status: range ? 206 : 200, headers, ...(body && { body }) };
};
