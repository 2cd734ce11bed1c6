/**
 * What the store has said to the sending of a file: it is there; it is not what was announced; the signature is valid
 * no longer, and a new one helps; the same helps again in a moment; or it is refused.
 */
export type PutOutcome = 'stored' | 'changed' | 'expired' | 'busy' | 'refused';

/**
 * The bytes are others than those that were signed. All other refusals by 400 are of the request, not of the file.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const changed: ReadonlySet<string> = new Set([
  'BadDigest',
  'InvalidDigest',
  'XAmzContentChecksumMismatch',
  'XAmzContentSHA256Mismatch',
]);

/** The credentials that signed end before the signature does: those of a function live for hours only. */
const expired: ReadonlySet<string> = new Set(['ExpiredToken', 'TokenRefreshRequired', 'InvalidToken']);

/** The connection stood still, or ended early. */
const broken: ReadonlySet<string> = new Set(['RequestTimeout', 'IncompleteBody']);

/** The code of a refusal by S3, of which `text` is the body: XML; `undefined` where another one has answered. */
export const s3Code = (text: string): string | undefined => /<Code>(\w+)<\/Code>/.exec(text)?.[1];

/** What S3 means by its answer to a signed PUT, of which `text` is the body: XML, where it refuses. */
export const putOutcome = (status: number, text: string): PutOutcome => {
  const code = s3Code(text) ?? '';
  // 412: an earlier attempt has sent it, of which the answer was lost.
  if ((status >= 200 && status < 300) || status === 412) return 'stored';
  // 409: another attempt is under way. 408 is what proxies say of a connection that stood still.
  if (status === 409 || status === 408 || status === 429 || status >= 500 || broken.has(code)) return 'busy';
  if (changed.has(code)) return 'changed';
  return status === 403 || expired.has(code) ? 'expired' : 'refused';
};
