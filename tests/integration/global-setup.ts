import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../tools/local/synth.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesized app. */
    assembly: string;
  }
}

/** Synthesizes the app once for all tests that start a cloud of their own. */
export default async ({ provide }: TestProject) => {
  const assembly = mkdtempSync(join(tmpdir(), 'sergi-integration-'));
  // As a release left it there whose stack had another name.
  for (const kind of ['template', 'assets']) writeFileSync(join(assembly, `Sergi.${kind}.json`), '{}');
  await synthesize(assembly);
  provide('assembly', assembly);
  return () => rmSync(assembly, { recursive: true });
};
