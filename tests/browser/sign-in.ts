import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Opened } from './browser.ts';

type Open = (path: string, options?: BrowserContextOptions) => Promise<Opened>;

/** Chooses a person with a role where the emulator asks who signs in: it names those last whom tests have invited. */
export const choosePerson = (page: Page, role: string): Promise<void> =>
  page.getByRole('link', { name: role }).first().click();

/** Signs in as somebody with a role on a page that asks for it, as a person does. */
export const signInOn = async (page: Page, role: string): Promise<void> => {
  await page.getByRole('main').getByRole('button').click();
  await choosePerson(page, role);
  await page.getByRole('banner').getByRole('button').waitFor();
};

/**
 * Lets the session of a page end, as it does on the server when its last token is over; the page learns it by what it
 * asks of the API, as `act` makes it do.
 */
export const endSession = async (page: Page, act?: () => Promise<void>): Promise<void> => {
  await page.evaluate('sessionStorage.clear()');
  await page.clock.setFixedTime(Date.now() + 2 * 3_600_000);
  await act?.();
  await page.getByText('Your session has ended').first().waitFor();
  await page.clock.setFixedTime(Date.now());
};

const againOn = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Sign in' });

/** Signs somebody in, whoever it was before, in the tab that the console opens for it and that closes by itself. */
export const signInBeside = async (page: Page, role: string): Promise<void> => {
  const opening = page.context().waitForEvent('page');
  await againOn(page).click();
  const tab = await opening;
  const closing = tab.waitForEvent('close');
  await choosePerson(tab, role);
  await closing;
};

/** Signs the same person in again. */
export const signInAgain = async (page: Page, role: string): Promise<void> => {
  await signInBeside(page, role);
  await againOn(page).waitFor({ state: 'detached' });
};

/** Opens the console and signs in as somebody with a role. */
export const signInWith =
  (open: Open) =>
  async (role: string, { path = '', ...options }: BrowserContextOptions & { path?: string } = {}): Promise<Opened> => {
    const opened = await open(`/console${path}`, { locale: 'en-GB', ...options });
    await signInOn(opened.page, role);
    return opened;
  };
