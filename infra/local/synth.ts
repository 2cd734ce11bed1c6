import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Synthesizes the CDK app into a folder, for this machine's processor. Rejects with what the app has printed. */
export const synthesize = (outDir: string): Promise<void> => {
  const context = { stage: 'development', architecture: process.arch === 'arm64' ? 'arm64' : 'x64' };
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    CDK_OUTDIR: outDir,
    CDK_CONTEXT_JSON: JSON.stringify(context),
  };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'infra', 'app.ts')],
      { cwd: root, env, maxBuffer: 16 * 1024 * 1024 },
      (error, out, err) => {
        if (error) reject(new Error(`The app cannot be synthesized:\n${out}${err}`));
        else resolve();
      },
    );
  });
};
