import * as z from 'zod';
import { tokenPath } from '../infra/local/issuer.ts';
import { dataFolder, readRunning } from '../infra/local/running.ts';

/** Where Sergi runs, and as whom to speak to it. */
export interface Site {
  readonly url: string;
  readonly token: string;
}

/** The Sergi that `SERGI_URL` and `SERGI_TOKEN` name, or else the one that runs on this machine. */
export const siteFromEnvironment = async (): Promise<Site> => {
  const { SERGI_URL, SERGI_TOKEN } = process.env;
  if (SERGI_URL && SERGI_TOKEN) return { url: SERGI_URL.replace(/\/$/, ''), token: SERGI_TOKEN };
  if (SERGI_URL || SERGI_TOKEN) throw new Error('Set both SERGI_URL and SERGI_TOKEN, or neither of them.');
  const running = readRunning(dataFolder());
  if (!running) throw new Error('Start Sergi on this machine (npm start), or set SERGI_URL and SERGI_TOKEN.');
  const response = await fetch(new URL(`${tokenPath}?role=admin`, running.issuer));
  return { url: running.url, token: (await response.text()).trim() };
};

/** What was asked for is not valid: asking again would not help. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const detailOf = (text: string): string => {
  try {
    return z.object({ detail: z.string() }).parse(JSON.parse(text)).detail;
  } catch {
    return text;
  }
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
    if (response.status === 400 || response.status === 413) throw new Refused(detailOf(text));
    if (response.status < 500 && response.status !== 429) throw new Error(`${path}: ${response.status} ${text}`);
    if (attempt === 6) throw new Error(`${path}: ${response.status} ${text}`);
    await pause(Number(response.headers.get('retry-after') ?? attempt) * 1000);
  }
};
