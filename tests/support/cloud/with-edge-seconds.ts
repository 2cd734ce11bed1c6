import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultEdgeSeconds, longestFileSeconds } from '../../../shared/freshness/edge.ts';

/** The synthesized app with another `edgeSeconds` than that of the default: a folder that leads to everything else. */
export const withEdgeSeconds = (assembly: string, seconds: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sergi-edge-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(assembly)) {
    if (!name.endsWith('.template.json')) {
      symlinkSync(join(assembly, name), join(folder, name));
      continue;
    }
    const fileSeconds = Math.min(seconds, longestFileSeconds);
    const text = readFileSync(join(assembly, name), 'utf8')
      // The policy of files, which alone has a usual time too.
      .replaceAll(
        new RegExp(`("DefaultTTL": ?)${defaultEdgeSeconds}(,\\s*"MaxTTL": ?)${defaultEdgeSeconds}\\b`, 'g'),
        `$1${fileSeconds}$2${fileSeconds}`,
      )
      .replaceAll(new RegExp(`("MaxTTL": ?)${defaultEdgeSeconds}\\b`, 'g'), `$1${seconds}`)
      .replaceAll(new RegExp(`("EDGE_SECONDS": ?)"${defaultEdgeSeconds}"`, 'g'), `$1"${seconds}"`);
    writeFileSync(join(folder, name), text);
  }
  return folder;
};
