import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** An answer through a CDN, without its body. */
export interface Seen {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** True where a cache had it, and did not ask the origin whether it is still true. */
  readonly isHit: boolean;
}

export interface AskOptions {
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  /** The IP address of the edge to ask, instead of the nearest: each answers for every distribution. */
  readonly edge?: string | undefined;
}

/** Longest that an answer is waited for, in milliseconds: more than API Gateway takes at most. */
const timeoutMs = 40_000;

const leadingTo = (address: string): LookupFunction => {
  const family = isIP(address);
  return (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family));
};

/** Asks once, follows no redirect, and throws where nothing answers. */
export const askEdge = (url: string, { method = 'GET', headers = {}, edge }: AskOptions = {}): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const lookup = edge === undefined ? {} : { lookup: leadingTo(edge), agent: false as const };
    const asked = request(url, { method, headers, signal: AbortSignal.timeout(timeoutMs), ...lookup }, (response) => {
      const { statusCode: status = 0, headers: received } = response;
      const isHit = /(?<!refresh)hit/i.test(String(received['x-cache']));
      response.resume();
      response.once('error', reject).once('end', () => resolve({ status, headers: received, isHit }));
    });
    asked.once('error', reject).end();
  });
