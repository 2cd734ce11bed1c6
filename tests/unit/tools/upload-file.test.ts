import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../../tools/api-client/api.ts';
import { sendFile, startUpload } from '../../../tools/upload/upload-file.ts';

/** What the store answers next; then it takes the file. */
let answers: (readonly [number, string])[] = [];
let signatures = 0;
const sentTo: string[] = [];

let server: Server;
let site: { url: string; token: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url?.startsWith('/store')) {
        sentTo.push(request.url);
        const [status, code] = answers.shift() ?? [200, ''];
        response.writeHead(status).end(code && `<Error><Code>${code}</Code></Error>`);
        return;
      }
      signatures += 1;
      const url = `${site.url}/store?signature=${signatures}`;
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ alreadyUploaded: false, uploadId: 'an-upload', url, headers: {} }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  site = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'a-token' };
});
afterAll(() => server.close());

const file = {
  fileName: 'scan.jpg',
  contentType: 'image/jpeg',
  contentLength: 4,
  sha256: 'a'.repeat(64),
  open: async () => new Blob(['scan']),
};

const upload = async (...store: (readonly [number, string])[]) => {
  answers = store;
  signatures = 0;
  sentTo.length = 0;
  await sendFile(site, file, await startUpload(site, file));
  return sentTo.map((url) => url.slice('/store?'.length));
};

describe('sending a file to the store', () => {
  it('asks for a new signature where the credentials that signed have ended', async () => {
    expect(await upload([400, 'ExpiredToken'])).toEqual(['signature=1', 'signature=2']);
  });

  it('sends it again while another attempt is under way, and where the connection stood still', async () => {
    expect(await upload([409, 'ConditionalRequestConflict'], [400, 'RequestTimeout'])).toEqual(
      Array(3).fill('signature=1'),
    );
  });

  it('says that the file has changed where its bytes are others than announced, and of nothing else', async () => {
    await expect(upload([400, 'BadDigest'])).rejects.toThrow(ApiError);
    await expect(upload([400, 'EntityTooLarge'])).rejects.toThrow(/400/);
  });
});
