import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { loadPictures, useBrowser } from './browser.ts';
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

/** Goes on by the menu, which a phone unfolds. */
const follow = async (page: Page, path: string): Promise<void> => {
  const unfold = page.locator('header .unfold');
  if (await unfold.isVisible()) await unfold.click();
  await page.locator(`header nav a[href$="${path}"]`).click();
};

it.each(['az', 'en'])(
  'the console in %s can be looked at',
  async (locale) => {
    mkdirSync(folder, { recursive: true });
    const { print: _, ...onScreen } = screens;
    for (const [screen, options] of Object.entries(onScreen)) {
      const shoot = async (page: Page, name: string) => {
        await page.waitForLoadState('networkidle');
        await loadPictures(page);
        const file = join(folder, `console-${name}-${locale}-${screen}`);
        expect((await page.screenshot({ path: `${file}.png`, fullPage: true })).length).toBeGreaterThan(5_000);
        // The guides and the README have some of these: `docs/images`.
        if (screen === 'desktop') await page.screenshot({ path: `${file}.jpg`, quality: 80 });
      };
      const { page: first } = await open('/console', { ...options, locale });
      await shoot(first, 'sign-in');
      await first.context().close();
      const { page } = await signInWith(open)('editor', { ...options, locale });
      await page.locator('.waiting section').first().waitFor();
      await shoot(page, 'home');
      await follow(page, '/events');
      const event = page.getByRole('table').getByRole('link', { name: /rəsm müsabiqəsi|drawing competition/ });
      await event.waitFor();
      await shoot(page, 'list');
      await follow(page, '/calendar');
      await page.locator('.month[aria-busy=false]').waitFor({ state: 'attached' });
      await shoot(page, 'calendar');
      await page.goBack();
      await event.waitFor();
      await event.click();
      await page.locator('#text').waitFor();
      await shoot(page, 'editor');
      await page.locator('.publication .primary').click();
      await shoot(page, 'publish');
      await page.goto(`${inject('site')}/console/exhibitions`);
      const exhibition = page
        .locator('.exhibition-list a', { hasText: /Uşaq rəsmləri sərgisi|An exhibition of children’s drawings/ })
        .first();
      await exhibition.waitFor();
      await shoot(page, 'exhibitions');
      await exhibition.click();
      await page.locator('.publication .addresses').waitFor();
      await shoot(page, 'exhibition');
      await page.context().close();
      const { page: people } = await signInWith(open)('admin', { ...options, locale, path: '/people' });
      await people.locator('.people-list li').first().waitFor();
      await shoot(people, 'people');
      await people.context().close();
    }
  },
  240_000,
);
