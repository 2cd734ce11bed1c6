import { spawn } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../tools/local/start.ts');

/** A Sergi of one's own, as `npm start` gives it. */
export interface LocalSergi {
  /** Resolves when it answers, and the sample is in it; rejects, with what it has printed, where it ended. */
  readonly started: Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** Starts Sergi in a process with an environment, which names its data folder (`SERGI_DATA`) and its port (`PORT`). */
export const startLocalSergi = (env: NodeJS.ProcessEnv): LocalSergi => {
  const server = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const started = new Promise<void>((resolve, reject) => {
    let printed = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const isFirstStart = printed.includes('A sample is being filled in');
      if (printed.includes('Ctrl-C') && (!isFirstStart || printed.includes('The sample is complete'))) resolve();
    });
    server.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
  return {
    started,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
};
