import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(join(root, path)));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The anchors that GitHub gives the headings of a document. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('documents', () => {
  it.each(documents)('%s links to what exists', (path) => {
    const text = read(path).replace(/```.*?```/gs, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const linked = file === '' ? path : join(dirname(path), file);
      expect(existsSync(join(root, linked)), `${target} in ${path}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(read(linked)), `${target} in ${path}`).toContain(anchor);
    }
  });

  it.each(documents.filter((path) => path !== 'CHANGELOG.md' && !path.startsWith('docs/decisions/')))(
    '%s names files that exist',
    (path) => {
      const named = read(path).matchAll(
        /`((?:\.ci|client|docs|emulator|functions|infra|shared|tests|tools)\/[\w./-]*)`/g,
      );
      for (const [, file = ''] of named) expect(existsSync(join(root, file)), `${file} in ${path}`).toBe(true);
    },
  );

  it.each(documents.filter((path) => read(path).includes('sergi-client-')))(
    '%s installs the client of today',
    (path) => {
      const { version } = JSON.parse(read('client/package.json'));
      for (const [, named] of read(path).matchAll(/sergi-client-(\d[\w.-]*)\.tgz/g)) expect(named).toBe(version);
    },
  );

  it('the README is read in a few minutes', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200);
  });
});
