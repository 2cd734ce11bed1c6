import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './client.ts';

/**
 * The job that an answer has made, once it has ended; `ask` reads an address as who may see it. Throws where the answer
 * made none.
 */
export const awaitJob = async (ask: (path: string) => Promise<Answer>, answer: Answer): Promise<Answer['body']> => {
  const location = answer.headers.get('location');
  if (answer.status !== 202 || !location) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 500)) {
    const { status, body } = await ask(location);
    if (status !== 200) throw new Error(`${location}: ${status} ${JSON.stringify(body)}`);
    if (body.endedAt !== undefined) return body;
    await pause(wait);
  }
};
