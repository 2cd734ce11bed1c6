import * as z from 'zod';

const countedSchema = z.looseObject({ views: z.number().optional() });

/** Longest that an answer is waited for, in milliseconds. */
const timeoutMs = 10_000;

/**
 * What is answered: the status, and the body without views, which the CDN knows as they were when the
 * answer was made.
 */
const ask = async (url: string): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
  const text = await response.text();
  if (response.status !== 200) return { status: response.status, text: '' };
  const { views: _, ...body } = countedSchema.parse(JSON.parse(text));
  return { status: 200, text: JSON.stringify(body) };
};

/**
 * Statuses that say something of the content. Others tell of a failure or, as 429, of a flood: the CDN must not be
 * emptied in one.
 */
const telling: ReadonlySet<number> = new Set([200, 301, 302, 404, 410]);

/** True where an answer of the CDN says what the same one of the API says, or where one of them says nothing of it. */
export const saysTheSame = async (urlAtEdge: string, urlAtOrigin: string): Promise<boolean> => {
  const [edge, origin] = await Promise.all([ask(urlAtEdge), ask(urlAtOrigin)]);
  if (!telling.has(edge.status) || !telling.has(origin.status)) return true;
  return edge.status === origin.status && edge.text === origin.text;
};
