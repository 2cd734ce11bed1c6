import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Takes away what an earlier synthesis has described, by whatever name. The bundles stay: what has not changed is not bundled again. */
const forgetStacks = (outDir: string): void => {
  mkdirSync(outDir, { recursive: true });
  const described = readdirSync(outDir).filter((name) => /\.(template|assets)\.json$/.test(name));
  for (const name of described) rmSync(join(outDir, name));
};

/** Synthesizes the app of the embedded cloud into a folder. Rejects with what the app has printed. */
export const synthesize = (outDir: string): Promise<void> => {
  forgetStacks(outDir);
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    CDK_OUTDIR: outDir,
  };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'tools', 'local', 'app.ts')],
      { cwd: root, env, maxBuffer: 16 * 1024 * 1024 },
      (error, out, err) => {
        if (error) reject(new Error(`The app cannot be synthesized:\n${out}${err}`));
        else resolve();
      },
    );
  });
};
