import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const root = join(import.meta.dirname, '../..');

const picture = async (): Promise<number[]> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const;
  const create = { width: 900, height: 700, channels: 3, background: '#888888', noise } as const;
  return [...(await sharp({ create }).jpeg().toBuffer())];
};

/** The recipe for Uppy, as it stands in the client's README, and `uploadFile`, as a script of a page. */
const makeScript = (folder: string): string => {
  const recipe = /```js\n(import AwsS3[\s\S]*?)```/.exec(readFileSync(join(root, 'client/README.md'), 'utf8'))?.[1];
  if (!recipe) throw new Error('client/README.md has no recipe for Uppy.');
  writeFileSync(join(folder, 'uppy.js'), recipe);
  const page = join(folder, 'page.js');
  const names = '{ createSergiClient, createUppy, uploadFile }';
  const imports = `import { createUppy } from './uppy.js'; import { createSergiClient, uploadFile } from 'sergi-client';`;
  writeFileSync(page, `${imports} Object.assign(globalThis, ${names});`);
  const bundle = join(folder, 'page.out.js');
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [page, '--bundle', `--outfile=${bundle}`, '--log-level=error']);
  return readFileSync(bundle, 'utf8');
};

/**
 * Uploads a picture twice with Uppy in Chromium, by the recipe of the client's README, and another one by `uploadFile`.
 * Throws where the file is sent twice, or one of them does not end. Uppy and the client are installed in the folder.
 */
export const runUppyRecipe = async (folder: string, baseUrl: string, token: string): Promise<void> => {
  const script = makeScript(folder);
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', url === '/page.js' ? 'text/javascript' : 'text/html');
    response.end(url === '/page.js' ? script : '<script src="/page.js"></script>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const executablePath = process.env.SERGI_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent += 1;
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const read = (call: string, bytes: readonly number[]): Promise<unknown> =>
      page.evaluate(`(async (bytes) => {
        const file = new File([new Uint8Array(bytes)], 'scan.jpg', { type: 'image/jpeg' });
        ${call}
      })(${JSON.stringify(bytes)})`);
    const options = JSON.stringify({ baseUrl, token });
    const withUppy = `const uppy = createUppy(${options});
      uppy.addFile({ name: file.name, type: file.type, data: file });
      const { successful, failed } = await uppy.upload();
      return [successful.map(({ meta }) => meta.uploadId).join(), failed.map(({ error }) => error).join()].join(';');`;
    const bytes = await picture();
    const [first, again] = [await read(withUppy, bytes), await read(withUppy, bytes)];
    const isUploaded = /^[0-9A-Z]{26};$/.test(String(first)) && again === first && sent === 1;
    if (!isUploaded) throw new Error(`Uppy has uploaded ${first}, then ${again}, and sent ${sent} files.`);
    const alone = `const { state } = await uploadFile(createSergiClient(${options}), file);
      return state;`;
    const state = await read(alone, await picture());
    if (state !== 'ready' || sent !== 2)
      throw new Error(`uploadFile ended with ${state}, and ${sent} files were sent.`);
  } finally {
    await browser.close();
    server.close();
  }
};
