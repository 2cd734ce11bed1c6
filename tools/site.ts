import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where Sergi runs, and as whom to speak to it. */
export interface Site {
  readonly url: string;
  readonly token: string;
}

const running = join(import.meta.dirname, '..', '.sergi', 'running.json');

/** A token of the Sergi that runs on this machine. */
const localToken = async (): Promise<string> => {
  if (!existsSync(running)) throw new Error('Set SERGI_TOKEN, or start Sergi on this machine (npm start).');
  const { issuer } = z.object({ issuer: z.url() }).parse(JSON.parse(readFileSync(running, 'utf8')));
  const response = await fetch(`${issuer}/staff-token?role=admin`);
  return (await response.text()).trim();
};

/** The Sergi that `SERGI_URL` and `SERGI_TOKEN` name, or else the one that runs on this machine. */
export const siteFromEnvironment = async (): Promise<Site> => {
  const { SERGI_URL, SERGI_TOKEN, PORT = '8787' } = process.env;
  const url = (SERGI_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/$/, '');
  if (SERGI_URL && !SERGI_TOKEN) throw new Error('SERGI_URL is set, but SERGI_TOKEN is not.');
  return { url, token: SERGI_TOKEN ?? (await localToken()) };
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks a staff address; what is busy is asked again, as `Retry-After` says. Throws with the problem's detail. */
export const ask = async (
  { url, token }: Site,
  path: string,
  { body, type = 'application/json' }: { body?: string; type?: string } = {},
): Promise<unknown> => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${url}/v1/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    if (response.status < 500 && response.status !== 429) throw new Error(`${path}: ${response.status} ${text}`);
    if (attempt === 6) throw new Error(`${path}: ${response.status} ${text}`);
    await pause(Number(response.headers.get('retry-after') ?? attempt) * 1000);
  }
};
