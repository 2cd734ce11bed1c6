import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isFolderLocked, lockFolder } from '../../../src/storage/folder-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  it('is for one at a time, and free again afterwards', () => {
    const data = join(folder, 'one');
    expect(isFolderLocked(data)).toBe(false);
    expect(existsSync(data)).toBe(false);
    const unlock = lockFolder(data);
    expect(isFolderLocked(data)).toBe(true);
    expect(() => lockFolder(data)).toThrow('in use');
    unlock();
    expect(isFolderLocked(data)).toBe(false);
    lockFolder(data)();
  });

  it('is free as soon as the process that had it is killed', async () => {
    const data = join(folder, 'killed');
    const source = new URL('../../../src/storage/folder-lock.ts', import.meta.url);
    const script = `import('${source}').then((m) => { m.lockFolder('${data}'); console.log('has it'); setInterval(() => {}, 1000); })`;
    const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(other, 'exit');
    await once(other.stdout, 'data');
    const wasLocked = isFolderLocked(data);
    other.kill('SIGKILL');
    await ended;
    expect(wasLocked).toBe(true);
    expect(isFolderLocked(data)).toBe(false);
  });
});
