import { format } from 'node:util';
import type { Log } from '@sergi/emulator/lambda/lambda.ts';
import { currentLife } from './function-in-process.ts';

/** Gives `log` what functions in this process write, instead of the terminal. To be called once. */
export const takeLogOfFunctions = (log: Log): void => {
  const take = (text: string, stream: 'stdout' | 'stderr'): boolean => {
    const life = currentLife();
    if (!life) return false;
    for (const line of text.split('\n')) if (line) log(line, { function: life.name, stream });
    return true;
  };
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = process[name];
    const write = stream.write.bind(stream) as (...values: unknown[]) => boolean;
    stream.write = (...values: unknown[]) => take(String(values[0]), name) || write(...values);
  }
  for (const name of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    const print = console[name].bind(console);
    const stream = name === 'warn' || name === 'error' ? 'stderr' : 'stdout';
    console[name] = (...values: unknown[]) => {
      if (!take(format(...values), stream)) print(...values);
    };
  }
};
