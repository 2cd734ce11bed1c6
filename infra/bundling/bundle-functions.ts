import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string | undefined;

/**
 * Bundles the handlers of all functions in two runs of esbuild, which reads each source file once in each, the first
 * time that it is called in a process. Returns the folder that holds `<name>/index.mjs` for each folder of
 * `functions/`; it is deleted when the process ends.
 */
const bundleFunctions = (): string => {
  if (folder) return folder;
  const outdir = mkdtempSync(join(tmpdir(), 'sergi-bundles-'));
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const handlers = readdirSync(join(root, 'functions')).map((name) => [
    `${name}/index`,
    join(root, 'functions', name, 'handler.ts'),
  ]);
  // What reads documents runs in a thread, from a file of its own, which only a document has loaded.
  const threads = [['ingest/document-thread', join(root, 'shared/media/documents/document-thread.ts')]];
  const isForReaders = ([name = '']: readonly string[]) => readers.has(name.replace('/index', ''));
  bundle(
    outdir,
    [...handlers, ...threads].filter((one) => !isForReaders(one)),
    {},
  );
  bundle(outdir, handlers.filter(isForReaders), { '#staff-words': join(root, 'shared/refusals/no-staff-words.ts') });
  folder = outdir;
  return outdir;
};

/** The functions that answer readers alone: their bundles do without the words of refusals for staff. */
const readers: ReadonlySet<string> = new Set(['public-api', 'pages', 'syndication', 'views']);

/** Bundles entries, each a name and its file, in one run; `alias` are modules that others stand for. */
const bundle = (outdir: string, entries: readonly string[][], alias: Readonly<Record<string, string>>): void => {
  buildSync({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    // Unescaped: an escaped Cyrillic letter takes six bytes instead of two.
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    mainFields: ['module', 'main'],
    // CommonJS packages inside an ES module still call require().
    banner: {
      js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    },
    // It has a native library: `placeSharp` puts it beside the bundle of the function that processes images.
    external: ['sharp'],
    alias: { '@aws-sdk/credential-provider-node': join(root, 'shared/aws/lambda-credentials.ts'), ...alias },
    logLevel: 'warning',
  });
};

/** The folder with the bundle of a function, which is that of `functions/` with the same name. */
export const bundleOf = (name: string): string => join(bundleFunctions(), name);
