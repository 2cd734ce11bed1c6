/** `npm run -s token -- --role editor`: prints a staff token of the running issuer, and nothing else. */
import { parseArgs } from 'node:util';
import { requestToken } from '@sergi/emulator/cognito/request-token.ts';
import { dataFolder, readRunning } from './running.ts';

const run = async (): Promise<string> => {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      name: { type: 'string' },
      'expires-in': { type: 'string' },
      use: { type: 'string' },
    },
  });
  if (values.role === undefined) throw new Error('Say which role: --role contributor, editor, admin or juror');
  const { role, name, use, 'expires-in': seconds } = values;
  if (use !== undefined && use !== 'access' && use !== 'id') throw new Error('--use is access or id.');
  const data = dataFolder();
  const running = readRunning(data);
  if (!running) throw new Error('No issuer is running: start Sergi with "npm start" first.');
  return requestToken(data, running.issuer, {
    groups: [role],
    name,
    ...(name !== undefined && { attributes: { name } }),
    use,
    ...(seconds !== undefined && { expiresIn: Number(seconds) }),
  });
};

run().then(
  (token) => console.log(token),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
