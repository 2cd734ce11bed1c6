import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sourcesDigest } from './sources-digest.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How many synthesized apps are kept: those of the last states of the sources. */
const keptApps = 3;

/**
 * Removes what an earlier synthesis has described, under any name. The bundles stay: another process may run on them.
 */
const forgetStacks = (outDir: string): void => {
  mkdirSync(outDir, { recursive: true });
  const described = readdirSync(outDir).filter((name) => /\.(template|assets)\.json$/.test(name));
  for (const name of described) rmSync(join(outDir, name));
};

/** Runs the app. Rejects with its output. */
const runApp = async (outDir: string): Promise<void> => {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, CDK_OUTDIR: outDir };
  const options = { cwd: root, env, maxBuffer: 16 * 1024 * 1024 };
  await promisify(execFile)(process.execPath, [join(root, 'tools', 'local', 'app.ts')], options).catch((error) => {
    throw new Error(`The app cannot be synthesized:\n${error.stdout}${error.stderr}`);
  });
};

/** Removes apps that were used long ago; one that is made, copied or linked to at this moment is younger. */
const prune = (store: string): void => {
  const ages = readdirSync(store)
    .map((name) => ({
      app: join(store, name),
      usedAt: statSync(join(store, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { app, usedAt } of ages.slice(keptApps)) {
    if (usedAt < Date.now() - 60 * 60_000) rmSync(app, { recursive: true, force: true });
  }
};

/**
 * Makes the folder of the app from the present sources. It is built under another name, so that it is complete once it
 * appears.
 */
const keptApp = async (store: string, making: () => void): Promise<string> => {
  const digest = sourcesDigest(root);
  const app = join(store, digest);
  if (!existsSync(app)) {
    mkdirSync(store, { recursive: true });
    prune(store);
    making();
    const made = mkdtempSync(join(store, 'making-'));
    try {
      await runApp(made);
      // It may or may not include an edit that was made meanwhile.
      if (sourcesDigest(root) !== digest) return await keptApp(store, making);
      if (!existsSync(app)) renameSync(made, app);
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  }
  utimesSync(app, new Date(), new Date());
  return app;
};

/**
 * Synthesizes the app of the emulator into a folder. Where nothing that a synthesis reads has changed since an earlier
 * one, it copies the earlier app from `.sergi/apps`; otherwise `making` is called first. Rejects with the app's output.
 */
export const synthesize = async (outDir: string, making = () => {}): Promise<void> => {
  const app = await keptApp(join(root, '.sergi', 'apps'), making);
  forgetStacks(outDir);
  cpSync(app, outDir, { recursive: true });
};

/**
 * The same where nothing is written to the bundles: they are links to those of `.sergi/apps`. Node finds what it has
 * compiled of a bundle by its path, which is the same each time.
 */
export const synthesizeLinked = async (outDir: string): Promise<void> => {
  const app = await keptApp(join(root, '.sergi', 'apps'), () => {});
  forgetStacks(outDir);
  for (const name of readdirSync(app)) {
    if (name.startsWith('asset.')) symlinkSync(join(app, name), join(outDir, name));
    else cpSync(join(app, name), join(outDir, name), { recursive: true });
  }
};
