import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../http.ts';
import { AwsError } from './aws-error.ts';

/** A pair of keys, and the token that temporary keys carry. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary keys. */
  readonly sessionToken?: string | undefined;
}

const sha256 = (data: string | Buffer): string => hash('sha256', data);
const hmac = (key: string | Buffer | KeyObject, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest();

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const signingKeys = new Map<string, KeyObject>();

const signingKey = (secret: string, date: string, region: string, service: string): KeyObject => {
  const name = `${secret}/${date}/${region}/${service}`;
  const known = signingKeys.get(name);
  if (known) return known;
  const key = createSecretKey(
    [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`) as Buffer,
  );
  signingKeys.set(name, key);
  return key;
};

const readAuthorization = (header: string): Record<string, string> => {
  if (!header.startsWith('AWS4-HMAC-SHA256 '))
    throw new AwsError(400, 'InvalidArgument', 'Unsupported Authorization Type');
  return Object.fromEntries(
    header
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(',')
      .map((part) => part.trim().split(/=(.*)/s).slice(0, 2)),
  );
};

const readTime = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const mismatch = (): AwsError =>
  new AwsError(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );

/**
 * Checks the AWS Signature Version 4 of a request, in its header or its query (a presigned URL), and returns the caller
 * and the service. Refuses as S3 does: unsigned, by an unknown key, expired, altered, or with an `x-amz-` header that
 * is not signed. The age of a signature in a header is not checked: all its clocks are this machine's.
 *
 * {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html}
 */
export const verifySignature = <C extends Credentials>(
  { method, path, query, headers, body = Buffer.alloc(0) }: HttpRequest,
  keys: ReadonlyMap<string, C>,
  now: number,
): { signer: C; presigned: boolean; service: string } => {
  const parameters = [...new URLSearchParams(query)];
  const presign = Object.fromEntries(parameters);
  const presigned = presign['X-Amz-Signature'] !== undefined;
  const authorization = headers.authorization;
  if (!presigned && !authorization) throw new AwsError(403, 'AccessDenied', 'Access Denied');
  const {
    Credential = '',
    SignedHeaders = '',
    Signature = '',
  } = presigned
    ? {
        Credential: presign['X-Amz-Credential'],
        SignedHeaders: presign['X-Amz-SignedHeaders'],
        Signature: presign['X-Amz-Signature'],
      }
    : readAuthorization(authorization ?? '');
  const [keyId = '', date = '', region = '', service = ''] = Credential.split('/');
  const signer = keys.get(keyId);
  if (!signer) {
    throw new AwsError(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  const time = (presigned ? presign['X-Amz-Date'] : headers['x-amz-date']) ?? '';
  const signed = SignedHeaders.split(';');
  if (signed.some((name) => headers[name] === undefined) || !signed.includes('host')) throw mismatch();
  const claimed = headers['x-amz-content-sha256'];
  const digest = presigned || claimed === 'UNSIGNED-PAYLOAD' ? 'UNSIGNED-PAYLOAD' : sha256(body);
  const payload = claimed ?? digest;
  const canonical = [
    method,
    path
      .split('/')
      .map((segment) => encode(decodeURIComponent(segment)))
      .join('/'),
    parameters
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${headers[name]?.trim().replace(/\s+/g, ' ')}`),
    '',
    SignedHeaders,
    payload,
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const expected = hmac(signingKey(signer.secretAccessKey, date, region, service), text);
  const actual = Buffer.from(Signature, 'hex');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw mismatch();

  const token = presigned ? presign['X-Amz-Security-Token'] : headers['x-amz-security-token'];
  if (token !== signer.sessionToken)
    throw new AwsError(403, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
  if (presigned) {
    const end = readTime(time) + Number(presign['X-Amz-Expires']) * 1000;
    if (!(now <= end)) throw new AwsError(403, 'AccessDenied', 'Request has expired');
    const unsigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !signed.includes(name));
    if (unsigned.length > 0) {
      throw new AwsError(
        403,
        'AccessDenied',
        `There were headers present in the request which were not signed: ${unsigned}`,
      );
    }
  } else if (payload !== digest) {
    throw new AwsError(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  return { signer, presigned, service };
};
