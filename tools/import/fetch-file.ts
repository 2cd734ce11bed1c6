import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { maxUploadBytes } from '../../shared/model/files/upload.ts';
import { isPublicIp } from '../../shared/webhooks/delivery/public-ip.ts';
import { AddressNotPublicError, publicOnlyLookup } from '../../shared/webhooks/delivery/public-only-lookup.ts';
import { hostOf } from '../../shared/webhooks/delivery/receiver.ts';
import { say } from '../command/command-words.ts';
import { mebibytes } from './mebibytes.ts';

/** What may be fetched, and for how long. */
interface FetchOptions {
  /** True where addresses of private networks and of this machine may be reached. */
  readonly allowsPrivate: boolean;
  /** The media types that are asked for: a server may have a picture in several. */
  readonly accept?: string;
  /** Most bytes, of the file as it is after decompression. */
  readonly maxBytes?: number;
  /** How long a server may say nothing, in milliseconds. */
  readonly idleMs?: number;
  /** How long a file may take in all, in milliseconds. */
  readonly totalMs?: number;
  /** For tests: how names are resolved. */
  readonly lookup?: LookupFunction;
}

const maxRedirects = 5;

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

const decoded = (response: IncomingMessage): NodeJS.ReadableStream => {
  const coding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decoder = decoders[coding as keyof typeof decoders]?.();
  if (!decoder) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
};

const privateAddress = ({ host }: URL): Error => new Error(say('privateAddress', { host }));

const requireAllowed = (url: URL, allowsPrivate: boolean): void => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(say('noWebAddress', { what: url.href }));
  const host = hostOf(url);
  if (!allowsPrivate && isIP(host) && !isPublicIp(host)) throw privateAddress(url);
};

/** The answer to one request, without its content. */
const ask = (url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const lookup = options.lookup ?? (options.allowsPrivate ? undefined : publicOnlyLookup('public'));
    const send = url.protocol === 'https:' ? requestTls : requestPlain;
    const request = send(url, {
      ...{ agent: false, signal, ...(lookup && { lookup }) },
      headers: { accept: options.accept ?? '*/*', 'accept-encoding': 'identity', 'user-agent': 'Sergi-Import/1' },
    });
    request.setTimeout(options.idleMs ?? 30_000, () => request.destroy(new Error(say('noAnswer', { host: url.host }))));
    request.on('response', resolve);
    request.on('error', (error) => reject(error instanceof AddressNotPublicError ? privateAddress(url) : error));
    request.end();
  });

const read = async (response: IncomingMessage, maxBytes: number): Promise<Buffer> => {
  const tooLarge = (size: number) =>
    new Error(say('fileTooLarge', { size: `> ${mebibytes(size)}`, most: mebibytes(maxBytes) }));
  const length = Number(response.headers['content-length'] ?? 0);
  if (length > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(response) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const follow = async (url: URL, options: FetchOptions, signal: AbortSignal): Promise<Buffer> => {
  let target = url;
  for (let redirects = 0; ; redirects += 1) {
    requireAllowed(target, options.allowsPrivate);
    const response = await ask(target, options, signal);
    const { statusCode: status = 0, headers } = response;
    try {
      if (status >= 300 && status < 400 && headers.location && redirects < maxRedirects) {
        target = new URL(headers.location, target);
        continue;
      }
      if (status !== 200) throw new Error(say('answered', { what: target.href, status }));
      return await read(response, options.maxBytes ?? maxUploadBytes);
    } finally {
      response.destroy();
    }
  }
};

/**
 * The bytes of a file at an address that an archive names. An archive is somebody else's, so that its addresses may
 * lead anywhere: only those of the public Internet are asked, also behind a redirect, and no more is read than an
 * upload may have, compressed or not.
 */
export const fetchFile = async (address: string, options: FetchOptions): Promise<Buffer> => {
  if (!URL.canParse(address)) throw new Error(say('noWebAddress', { what: address }));
  const url = new URL(address);
  const signal = AbortSignal.timeout(options.totalMs ?? 5 * 60_000);
  try {
    return await follow(url, options, signal);
  } catch (error) {
    if (signal.aborted) throw new Error(say('tooSlow', { host: url.host }), { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Error(`${say('noAnswer', { host: url.host })} (${code})`, { cause: error });
  }
};
