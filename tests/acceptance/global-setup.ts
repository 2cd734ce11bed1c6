import { execSync } from 'node:child_process';
import { startCloud } from '@sergi/emulator/cloud.ts';
import type { TestProject } from 'vitest/node';
import { type Group, groups } from '../../shared/model/staff/role.ts';
import { grantsLog } from '../support/cloud/grants-log.ts';
import { synthesizedApp } from '../support/cloud/synthesized-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the public comes in, without a slash at the end. */
    baseUrl: string;
    /** A token of a member of the staff in each role. */
    tokens: Record<Group, string>;
    /** An admin's ID token, which says who has signed in and is none to call an API with. */
    identityToken: string;
  }
}

/**
 * The suite needs an address and tokens, wherever Sergi runs: `SERGI_BASE_URL`, and `SERGI_TOKEN_COMMAND`, which prints
 * a token when `--role editor` is appended, and an ID token with `--use id` too. Without them it starts an embedded
 * cloud of its own.
 */
export default async ({ provide }: TestProject) => {
  const { SERGI_BASE_URL, SERGI_TOKEN_COMMAND } = process.env;
  if (SERGI_BASE_URL) {
    if (!SERGI_TOKEN_COMMAND) throw new Error('SERGI_BASE_URL is set, but SERGI_TOKEN_COMMAND is not.');
    provide('baseUrl', SERGI_BASE_URL.replace(/\/$/, ''));
    const tokenBy = (given: string) => execSync(`${SERGI_TOKEN_COMMAND} ${given}`, { encoding: 'utf8' }).trim();
    provide(
      'tokens',
      byRole((role) => tokenBy(`--role ${role}`)),
    );
    provide('identityToken', tokenBy('--role admin --use id'));
    return;
  }
  const cloud = await startCloud({
    assembly: await synthesizedApp(),
    redeliveryDelay: 1000,
    longestBatchingWindow: 1000,
  });
  provide('baseUrl', cloud.url);
  const entries = await Promise.all(groups.map(async (role) => [role, await cloud.token({ groups: [role] })] as const));
  provide('tokens', Object.fromEntries(entries) as Record<Group, string>);
  provide('identityToken', await cloud.token({ groups: ['admin'], use: 'id' }));
  return async () => {
    grantsLog.write('acceptance', cloud);
    await cloud.stop();
  };
};

const byRole = (token: (role: Group) => string): Record<Group, string> =>
  Object.fromEntries(groups.map((role) => [role, token(role)])) as Record<Group, string>;
