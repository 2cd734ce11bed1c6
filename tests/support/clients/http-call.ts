import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface HttpCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

const headersOf = (received: IncomingHttpHeaders): Headers => {
  const headers = new Headers();
  for (const [name, value = ''] of Object.entries(received))
    for (const one of [value].flat()) headers.append(name, one);
  return headers;
};

const decoded = (bytes: Buffer, coding: string | undefined): Buffer => {
  if (coding === 'br') return brotliDecompressSync(bytes);
  return coding === 'gzip' ? gunzipSync(bytes) : bytes;
};

/**
 * Sends a request and reads its answer; follows no redirect. `fetch` needs three times as much of the processor, and
 * tests make tens of thousands of calls. Like `fetch` it names itself `node` and takes any language, but it asks for no
 * compression.
 */
export const httpCall = (url: string, { method, headers, body }: HttpCall): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const options = {
      method,
      agent: secure ? agents.https : agents.http,
      headers: { accept: '*/*', 'accept-language': '*', 'user-agent': 'node', ...headers },
    };
    const request = (secure ? https : http).request(url, options, async (response) => {
      try {
        const bytes = decoded(await buffer(response), response.headers['content-encoding']);
        resolve({ status: response.statusCode ?? 0, headers: headersOf(response.headers), text: bytes.toString() });
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', reject);
    // With its length, not in chunks.
    request.end(body ?? '');
  });
