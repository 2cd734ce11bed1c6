import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Width of a line, in characters: that of code, which Biome keeps, and not of comments. */
const width = 120;

/** What cannot be broken: a line with nothing but an address, and what Biome reads on one line. */
const isWhole = (line: string): boolean => /^\s*\* (\{@link )?https?:\/\/\S+$|\/\/ biome-ignore /.test(line);

it('comments are as wide as code at most', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.js'], { cwd: root, encoding: 'utf8' });
  const wide = files
    .split('\n')
    .filter((path) => path && existsSync(join(root, path)))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, n) =>
          line.length > width && /^\s*(\*|\/\/|\/\*)/.test(line) && !isWhole(line) ? [`${path}:${n + 1}`] : [],
        ),
    );
  expect(wide).toEqual([]);
});
