import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

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

// For people to look at: `.sergi/screenshots`.
it.each(['az', 'en', 'ru'])(
  'the pages in %s can be looked at',
  async (locale) => {
    mkdirSync(folder, { recursive: true });
    const { page: exhibition } = await open(paths(locale).exhibition);
    const artwork = (await exhibition.locator('.work a').nth(1).getAttribute('href')) ?? undefined;
    for (const [name, path = '/'] of Object.entries({ ...paths(locale), artwork })) {
      for (const [screen, options] of Object.entries(screens)) {
        if (locale === 'ru' && screen !== 'phone') continue;
        const { page } = await open(path, options);
        if (screen === 'print') await page.emulateMedia({ media: 'print' });
        // Pictures below the first screen load when they are near.
        await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
        await page.waitForLoadState('networkidle');
        const bytes = await page.screenshot({ path: join(folder, `${name}-${locale}-${screen}.png`), fullPage: true });
        expect(bytes.length).toBeGreaterThan(5_000);
        await page.context().close();
      }
    }
  },
  240_000,
);
