import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '@sergi/emulator/storage/folder-lock.ts';
import { afterAll, expect, it } from 'vitest';
import { isRunning, readRunning, recordRunning } from '../../../tools/local/running.ts';

const folder = mkdtempSync(join(tmpdir(), 'running-'));
afterAll(() => rmSync(folder, { recursive: true }));

const addresses = { url: 'http://127.0.0.1:8787', issuer: 'http://127.0.0.1:8789', store: 'http://127.0.0.1:8788' };

it('what a killed Sergi has recorded means nothing, whatever process has its number now', () => {
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, ...addresses }));
  expect([isRunning(folder), readRunning(folder)]).toEqual([false, undefined]);
});

it('a file of addresses that cannot be read does not hide that a Sergi is running', () => {
  const unlock = lockFolder(folder);
  writeFileSync(join(folder, 'running.json'), '');
  expect([isRunning(folder), readRunning(folder)]).toEqual([true, undefined]);
  const forget = recordRunning(folder, addresses);
  expect(readRunning(folder)).toEqual(addresses);
  forget();
  expect([isRunning(folder), readRunning(folder)]).toEqual([true, undefined]);
  unlock();
  expect(readdirSync(folder)).toEqual(['lock.sqlite']);
});
