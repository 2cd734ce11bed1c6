/** `npm run -s token -- --role editor`: prints a staff token of the running issuer, and nothing else. */
import { parseArgs } from 'node:util';
import { tokenPath } from './issuer.ts';
import { dataFolder, readRunning } from './running.ts';

const nothingRuns = new Error('No issuer is running: start Sergi with "npm start" first.');

const run = async (): Promise<string> => {
  const { values } = parseArgs({
    options: { role: { type: 'string' }, name: { type: 'string' }, 'expires-in': { type: 'string' } },
  });
  if (values.role === undefined) throw new Error('Say which role: --role contributor, editor or admin');
  const running = readRunning(dataFolder());
  if (!running) throw nothingRuns;
  const url = new URL(tokenPath, running.issuer);
  url.searchParams.set('role', values.role);
  if (values.name !== undefined) url.searchParams.set('name', values.name);
  if (values['expires-in'] !== undefined) url.searchParams.set('expiresIn', values['expires-in']);
  const response = await fetch(url).catch(() => {
    throw nothingRuns;
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
};

run().then(
  (token) => console.log(token),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
