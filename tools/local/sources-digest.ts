import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files that a synthesis of the local app reads: the constructs, the functions with their imports, the console, and
 * the installed packages.
 */
const read = [
  '{functions,infra,shared}/**/*',
  'console/src/**/*',
  'console/*.{html,ts}',
  'tools/local/app.ts',
  'package.json',
  'package-lock.json',
];
const installed = 'node_modules/.package-lock.json';

/** Environment variables that change what the CDK does. */
const variables = ['CDK_CONTEXT_JSON', 'CDK_DEFAULT_ACCOUNT', 'CDK_DEFAULT_REGION'];

/**
 * A digest of everything that the synthesized app depends on, below the root of a checkout: with the same digest, the
 * app is the same.
 */
export const sourcesDigest = (root: string): string => {
  const hash = createHash('sha256');
  const add = (name: string, content: string | Buffer) => hash.update(`${name}\0${content.length}\0`).update(content);
  add('node', `${process.version} ${process.platform} ${process.arch}`);
  for (const name of variables) add(name, process.env[name] ?? '');
  const found = globSync(read, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = found.map(({ parentPath, name }) => join(parentPath, name)).sort();
  for (const file of [...files, join(root, installed)])
    add(file.slice(root.length), existsSync(file) ? readFileSync(file) : '');
  return hash.digest('hex').slice(0, 32);
};
