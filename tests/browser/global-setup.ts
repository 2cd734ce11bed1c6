import { existsSync } from 'node:fs';
import { startCloud } from '@sergi/emulator/cloud.ts';
import type { TestProject } from 'vitest/node';
import { synthesizedApp } from '../support/cloud/synthesized-app.ts';
import { fill, staffOf } from './content.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a Sergi with content in it is read. */
    site: string;
    /** The Chromium that reads it. */
    chromium: string;
  }
}

/**
 * A Sergi with content on an embedded cloud, and the Chromium of this machine: `SERGI_CHROMIUM`, or where Debian has
 * it.
 */
export default async ({ provide }: TestProject) => {
  const chromium = process.env.SERGI_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(chromium))
    throw new Error(`There is no Chromium at ${chromium}: install it, or name it in SERGI_CHROMIUM.`);
  // As in `npm start`: receivers of webhooks are on this machine.
  const environment = { WEBHOOK_LOOPBACK: 'allowed' };
  const cloud = await startCloud({ assembly: await synthesizedApp(), environment });
  await fill(await staffOf(cloud));
  provide('site', cloud.url);
  provide('chromium', chromium);
  return async () => {
    await cloud.stop();
  };
};
