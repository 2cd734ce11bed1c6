import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { loadPictures, useBrowser } from './browser.ts';
import { consoleScreens, findItems, showScreen } from './console-screens.ts';
import { signInWith } from './sign-in.ts';

const open = useBrowser();

const folder = join(import.meta.dirname, '../../.sergi/screenshots');

const paths = (locale: string) => ({
  front: `/${locale}`,
  list: `/${locale}/events`,
  calendar: `/${locale}/calendar`,
  search: `/${locale}/search?q=${locale === 'az' ? 'kampaniya' : 'training'}`,
  event: { az: '/az/events/resm-musabiqesi', en: '/en/events/drawing-competition', ru: '/ru/events/konkurs-risunkov' }[
    locale
  ],
  exhibition: locale === 'az' ? '/az/exhibitions/usaq-resmleri' : '/en/exhibitions/drawings',
});

const screens = {
  phone: { viewport: { width: 390, height: 844 } },
  desktop: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 } },
} as const;

// For people to look at: `.sergi/screenshots`. Colours and paper are the same in each language.
it.each([
  ['az', ['phone', 'desktop', 'dark', 'print']],
  ['en', ['phone', 'desktop']],
  ['ru', ['phone']],
] as const)(
  'the pages in %s can be looked at',
  async (locale, wanted) => {
    mkdirSync(folder, { recursive: true });
    for (const screen of wanted) {
      const { page } = await open(paths(locale).exhibition, screens[screen]);
      const artwork = (await page.locator('.work a').nth(1).getAttribute('href')) ?? undefined;
      if (screen === 'print') await page.emulateMedia({ media: 'print' });
      for (const [name, path = '/'] of Object.entries({ ...paths(locale), artwork })) {
        await page.goto(`${inject('site')}${path}`);
        await loadPictures(page);
        const bytes = await page.screenshot({ path: join(folder, `${name}-${locale}-${screen}.png`), fullPage: true });
        expect(bytes.length).toBeGreaterThan(5_000);
      }
      await page.context().close();
    }
  },
  240_000,
);

const consoleIn = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;

it.each(['az', 'en'])(
  'the console in %s can be looked at',
  async (locale) => {
    mkdirSync(folder, { recursive: true });
    const options = { viewport: consoleIn.desktop, locale };
    const shoot = async (page: Page, name: string) => {
      for (const [screen, viewport] of Object.entries(consoleIn)) {
        await page.setViewportSize(viewport);
        await loadPictures(page);
        const path = join(folder, `console-${name}-${locale}-${screen}.png`);
        expect((await page.screenshot({ path, fullPage: true })).length).toBeGreaterThan(5_000);
        // Nothing is wider than the screen.
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(width, `${name} on a ${screen}`).toBeLessThanOrEqual(viewport.width);
      }
      await page.setViewportSize(consoleIn.desktop);
    };
    const { page: first } = await open('/console', options);
    await shoot(first, 'sign-in');
    await first.context().close();
    const titles = {
      event: /rəsm müsabiqəsi|drawing competition/,
      exhibition: /^(Uşaq rəsmləri|An exhibition of chi)/,
    };
    let ids = {};
    for (const role of ['editor', 'admin', 'juror'] as const) {
      const { page } = await signInWith(open)(role, options);
      if (role === 'editor') ids = await findItems(page, titles);
      for (const one of consoleScreens.filter((shown) => shown.role === role)) {
        await showScreen(page, one, ids);
        await shoot(page, one.name);
      }
      if (role === 'editor') {
        await page.emulateMedia({ colorScheme: 'dark' });
        await shoot(page, 'dark');
      }
      await page.context().close();
    }
  },
  240_000,
);
