import { Readable } from 'node:stream';
import type { AwsEndpoint } from '@sergi/emulator/endpoint/aws-endpoint.ts';
import type { Credentials } from '@sergi/emulator/endpoint/sigv4.ts';
import type { HttpResponse } from '@sergi/emulator/http.ts';
import type { Caller } from '@sergi/emulator/iam/callers.ts';
import { cloudfront } from '../../../shared/aws/cloudfront.ts';
import { cognito } from '../../../shared/aws/cognito.ts';
import { s3 } from '../../../shared/aws/s3.ts';
import { ses } from '../../../shared/aws/ses.ts';
import { sqs } from '../../../shared/aws/sqs.ts';
import { answerDynamodb } from './dynamodb-in-process.ts';
import { currentLife, outsideOfFunctions } from './function-in-process.ts';

/** A request as the SDK's clients hand it to what sends it. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}

const queryOf = (query: SdkRequest['query'] = {}): string =>
  Object.entries(query)
    .flatMap(([name, values]) =>
      [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value ?? '')}`),
    )
    .join('&');

const bytesOf = async (body: SdkRequest['body']): Promise<Buffer | undefined> => {
  if (body === undefined) return undefined;
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return Buffer.concat(await body.toArray());
};

/**
 * Signed by the keys that all functions share, and said to be signed by the function that asks: its name is no part of
 * what is signed.
 */
const signedBy = ({ accessKeyId }: Credentials, headers: SdkRequest['headers']): Record<string, string> => {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const { authorization = '', ...rest } = Object.fromEntries(named);
  return { ...rest, authorization: authorization.replace(/Credential=[^/]+/, `Credential=${accessKeyId}`) };
};

const reset = (): Error => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

/**
 * Hands every AWS call of the functions in this process to the endpoint of an emulator, without a connection. A
 * function that has been killed gets no answer any more, though its call is carried out.
 */
export const answerInProcess = (endpoint: AwsEndpoint): void => {
  /** The answer to what the function that is running asks. */
  const answerTo = async (ask: (keys: Caller) => Promise<HttpResponse | 'reset'>): Promise<HttpResponse> => {
    const life = currentLife();
    if (!life) throw new Error('Only functions call AWS');
    if (life.dead) return new Promise(() => {});
    const answer = await outsideOfFunctions(() => ask(life.keys));
    if (life.dead) return new Promise(() => {});
    if (answer === 'reset') throw reset();
    return answer;
  };
  const handle = async (request: SdkRequest): Promise<{ response: object }> => {
    const { method, path, query, headers } = request;
    const body = await bytesOf(request.body);
    const answer = await answerTo((keys) =>
      endpoint.handle({ method, path, query: queryOf(query), headers: signedBy(keys, headers), ip: '127.0.0.1', body }),
    );
    const content = method === 'HEAD' ? '' : (answer.body ?? '');
    const length = { 'content-length': String(Buffer.byteLength(answer.body ?? '')) };
    const response = {
      statusCode: answer.status,
      headers: { ...length, ...answer.headers },
      body: Readable.from(content.length > 0 ? [Buffer.from(content as Buffer)] : []),
    };
    return { response };
  };
  const requestHandler = {
    handle,
    destroy: () => {},
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
  answerDynamodb((target, request) => answerTo((keys) => endpoint.ask(keys, target, request)));
  for (const client of [s3, sqs, cloudfront, cognito, ses]) Object.assign(client.config, { requestHandler });
};
