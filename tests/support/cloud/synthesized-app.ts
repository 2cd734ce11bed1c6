import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeLinked } from '../../../tools/local/synth.ts';

const make = async (): Promise<string> => {
  const assembly = mkdtempSync(join(tmpdir(), 'sergi-tests-'));
  process.once('exit', () => rmSync(assembly, { recursive: true, force: true }));
  // As a release left it there whose stack had another name.
  for (const kind of ['template', 'assets']) writeFileSync(join(assembly, `Sergi.${kind}.json`), '{}');
  await synthesizeLinked(assembly);
  return assembly;
};

// Each project of Vitest loads its set-up anew, in one process: they meet here.
const shared = globalThis as { sergiAssembly?: Promise<string> };

/** The folder of the synthesized app, made once for all projects of a run. */
export const synthesizedApp = (): Promise<string> => {
  shared.sergiAssembly ??= make();
  return shared.sergiAssembly;
};
