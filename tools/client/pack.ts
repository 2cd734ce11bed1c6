import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { openapiDocument } from '../../shared/openapi/document.ts';
import { documentTypes } from './document-types.ts';

const source = join(import.meta.dirname, '../../client');

/**
 * Puts the client, its types made from the contract, as a package into a folder; gives the path of the file. It needs
 * npm, and no network.
 */
export const packClient = (folder: string): string => {
  const parts = mkdtempSync(join(tmpdir(), 'sergi-client-'));
  try {
    cpSync(source, parts, { recursive: true });
    // What pages do with placeholders, and what S3 means by its answers: each in one file with what it needs.
    buildSync({
      entryPoints: ['public/pages/item/placeholder.ts', 'model/files/put-outcome.ts'].map((path) =>
        join(source, '../shared', path),
      ),
      ...{ outdir: parts, entryNames: '[name]' },
      ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'inline' },
    });
    writeFileSync(join(parts, 'api.d.ts'), documentTypes(openapiDocument('')));
    const npm = ['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', folder];
    const name = execFileSync('npm', npm, { cwd: parts, encoding: 'utf8', shell: process.platform === 'win32' });
    return join(folder, name.trim());
  } finally {
    rmSync(parts, { recursive: true });
  }
};
