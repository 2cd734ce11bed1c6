import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { mostKept } from '../../shared/model/import/send-lines.ts';
import type { ApiTarget } from '../api-client/api.ts';
import { sendRequest, withRetry } from '../api-client/send-request.ts';
import { say } from '../command/command-words.ts';

/** How often search is asked, in milliseconds. */
const interval = 1000;

/** How many of the last lines must be found: search follows in their order, but on AWS in several rows at a time. */
const mostAwaited = mostKept;

/** Words of a title that are looked for, and pages of what is found. */
const [mostWords, mostPages] = [6, 3];

const lineSchema = z.looseObject({
  publishedAt: z.string(),
  translations: z.record(z.string(), z.looseObject({ title: z.string() })),
});
const pageSchema = z.looseObject({
  items: z.array(z.looseObject({ title: z.string() })),
  nextCursor: z.string().optional(),
});

interface Title {
  readonly locale: string;
  readonly title: string;
}

const inOneForm = (title: string): string => title.normalize('NFC').replace(/\s+/g, ' ').trim();

const titleOf = (line: string): Title[] => {
  try {
    const { publishedAt, translations } = lineSchema.parse(JSON.parse(line));
    // What is planned is not found yet, and a title with markup becomes another one.
    const [[locale, { title }] = ['', { title: '<' }]] = Object.entries(translations);
    const isPlain = Date.parse(publishedAt) < Date.now() && !/[<&]/.test(title);
    return isPlain ? [{ locale, title: inOneForm(title) }] : [];
  } catch {
    return [];
  }
};

/**
 * True where search finds a title, or cannot be asked for it: it may have no letter, or have been changed on its way. A
 * CDN keeps what it was asked for: each `attempt` asks for pages of another size, which no reader does.
 */
const isFound = async ({ url }: ApiTarget, { locale, title }: Title, attempt: number): Promise<boolean> => {
  const words = title.match(/[\p{L}\p{N}]{2,}/gu)?.slice(0, mostWords) ?? [];
  if (words.length === 0) return true;
  const query = new URLSearchParams({ q: words.join(' '), locale, limit: String(100 - (attempt % 75)) });
  for (let page = 0; page < mostPages; page += 1) {
    const { status, text } = await withRetry(() => sendRequest(`${url}/v1/search?${query}`, {}));
    if (status !== 200) return true;
    const { items, nextCursor } = pageSchema.parse(JSON.parse(text));
    if (items.some((item) => inOneForm(item.title) === title)) return true;
    if (nextCursor === undefined) return false;
    query.set('cursor', nextCursor);
  }
  // It has many namesakes, which are found: so is it, or will be.
  return true;
};

/**
 * Waits until search finds the last of the imported lines, and says when it does, or that it does not after as many
 * milliseconds as are given. Whoever stops waiting stops nothing. `lines` are lines of JSON from which events were
 * made.
 */
export const awaitSearch = async (site: ApiTarget, lines: readonly string[], timeoutMs: number): Promise<void> => {
  const begun = performance.now();
  const left = lines.slice(-mostAwaited).flatMap(titleOf);
  if (left.length === 0) return;
  let isTold = false;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    const [title] = left;
    if (!title || (await isFound(site, title, attempt))) {
      left.shift();
      continue;
    }
    if (!isTold) console.log(say('searchAwaited'));
    if (performance.now() - begun > timeoutMs) return console.log(say('searchLate'));
    isTold = true;
    await pause(interval);
  }
  console.log(say('searchReady', { seconds: Math.round((performance.now() - begun) / 1000) }));
};
