import type { BrowserContextOptions } from 'playwright-core';
import type { Opened } from './browser.ts';

type Open = (path: string, options?: BrowserContextOptions) => Promise<Opened>;

/** Opens the console and signs in as somebody with a role, as a person does. */
export const signInWith =
  (open: Open) =>
  async (role: string, { path = '', ...options }: BrowserContextOptions & { path?: string } = {}): Promise<Opened> => {
    const opened = await open(`/console${path}`, { locale: 'en-GB', ...options });
    await opened.page.getByRole('main').getByRole('button').click();
    // Who was invited by a test stands behind those whom the emulator begins with.
    await opened.page.getByRole('link', { name: role }).first().click();
    await opened.page.getByRole('banner').getByRole('button').waitFor();
    return opened;
  };
