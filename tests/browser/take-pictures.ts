import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium, type Page } from 'playwright-core';
import { consoleScreens, findItems, showScreen } from './console-screens.ts';
import { watchRequests } from './quiet.ts';
import { signInOn } from './sign-in.ts';

/**
 * Takes the pictures of the console in the guides and the README from a Sergi with the sample of `npm start`:
 * `node tests/browser/take-pictures.ts http://127.0.0.1:8787`.
 */
const [, , site = 'http://127.0.0.1:8787'] = argv;

const folder = join(import.meta.dirname, '../../docs/images');

/** The screens that the guides show. */
const wanted = ['home', 'editor', 'publish', 'exhibition'];

const most = 200_000;

const take = async (page: Page, name: string): Promise<void> => {
  const path = join(folder, `${name}.jpg`);
  await page.screenshot({ path, quality: 80 });
  const { size } = await stat(path);
  if (size > most) throw new Error(`${path} has ${size} bytes: at most ${most} are wanted.`);
};

const browser = await chromium.launch({
  executablePath: process.env.SERGI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
for (const locale of ['az', 'en']) {
  const page = await browser.newPage({ locale, viewport: { width: 1280, height: 900 } });
  watchRequests(page);
  await page.goto(`${site}/console`);
  await page.getByRole('main').getByRole('button').waitFor();
  await take(page, `console-sign-in-${locale}`);
  await signInOn(page, 'editor');
  const ids = await findItems(page, { event: /müsabiqə|competition/i, exhibition: /Xalça|arpet/ });
  for (const screen of consoleScreens.filter(({ name }) => wanted.includes(name))) {
    await showScreen(page, screen, ids);
    await take(page, `console-${screen.name}-${locale}`);
    if (screen.name === 'editor' && locale === 'en') await take(page, 'console');
  }
  await page.close();
}
await browser.close();
