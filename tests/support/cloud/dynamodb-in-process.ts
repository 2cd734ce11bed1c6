import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { HttpResponse } from '@sergi/emulator/http.ts';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';

/** What an operation is asked for, as JSON holds it: bytes as Base64. */
const toWire = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  if (Array.isArray(value)) return value.map(toWire);
  const wire: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) if (one !== undefined) wire[name] = toWire(one);
  return wire;
};

const bytesOf = (text: string): Uint8Array => {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
};

/**
 * Turns into bytes what is bytes in an answer: only a value of an attribute has a text by the name of `B`. It is
 * changed in place.
 */
const fromWire = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const values = value as Record<string, unknown>;
  if (typeof values.B === 'string') values.B = bytesOf(values.B);
  else if (Array.isArray(values.BS)) values.BS = values.BS.map((one) => (typeof one === 'string' ? bytesOf(one) : one));
  else for (const one of Object.values(values)) fromWire(one);
  return value;
};

/** Asks for an operation, by its target and by its request as JSON holds it. */
type Ask = (target: string, request: unknown) => Promise<HttpResponse>;

/**
 * Lets the SDK's client for DynamoDB call `ask`: without schemas, signatures and streams, which are the greater part of
 * what a call costs. Retries stay the client's, and which error a refusal is.
 */
export const answerDynamodb = (ask: Ask): void => {
  const { middlewareStack, config } = dynamodb;
  middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        // A call that is tried again has the token by which DynamoDB knows it.
        const token = commandName === 'TransactWriteItemsCommand' && { ClientRequestToken: randomUUID() };
        return next({ ...args, request: { ...token, ...(toWire(args.input) as object) } });
      },
    { step: 'serialize', name: 'serializerMiddleware', override: true },
  );
  middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const operation = commandName.replace(/Command$/, '');
        const { status, headers, body = '' } = await ask(`DynamoDB_20120810.${operation}`, args.request);
        if (status === 200) {
          const output = { ...(fromWire(JSON.parse(String(body))) as object), $metadata: { httpStatusCode: status } };
          return { response: undefined, output: output as never };
        }
        const refusal = {
          statusCode: status,
          headers: { ...headers },
          body: Readable.from([Buffer.from(body as Buffer)]),
        };
        return next({ ...args, request: refusal });
      },
    { step: 'finalizeRequest', priority: 'low', name: 'answerInProcess', override: true },
  );
  // What comes as far as the connection is a refusal, which the client reads.
  const requestHandler = { ...config.requestHandler, handle: async (response: object) => ({ response }) };
  Object.assign(config, { requestHandler });
};
