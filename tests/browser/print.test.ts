import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { eventPage } from '../../shared/public/pages/event-page.ts';
import { event, site } from '../unit/public/pages/page-samples.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();

/** The height of an A4 page of 297 mm less its margins of 18 mm, in pixels of CSS. */
const sheet = ((297 - 2 * 18) / 25.4) * 96;

describe.each([
  [
    'an event',
    '/az/events/resm-musabiqesi',
    'Şagirdlərin rəsm müsabiqəsinin qalibləri mükafatlandırılıb',
    '18 noyabr 2022',
  ],
  ['an exhibition', '/az/exhibitions/usaq-resmleri', 'Uşaq rəsmləri sərgisi', '18 noyabr – 2 dekabr 2022'],
])('the page of %s on paper', (_, path, title, day) => {
  it('is one document with its title, date, text, source and address', async () => {
    const { page } = await open(path);
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    for (const part of [title, day]) expect(text).toContain(part);
    const institution = 'Azərbaycan Respublikasının Mədəniyyət Nazirliyi';
    expect(text.trim().split('\n').at(-1)).toMatch(
      new RegExp(`^Mənbə: ${institution}\\. ${title}\\. \\d+ \\p{L}+ \\d{4}\\. ${inject('site')}${path}$`, 'u'),
    );
  });

  it('leaves out what leads elsewhere, and what a button does', async () => {
    const { page } = await open(path);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['nav', '.skip', '.quotation', '.related', '#print']) {
      for (const element of await page.locator(selector).all()) expect(await element.isVisible(), selector).toBe(false);
    }
  });

  it('cuts no picture, and is dark on white from a dark screen too', async () => {
    const { page } = await open(path, { colorScheme: 'dark', viewport: { width: 673, height: 987 } });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const image of await page.locator('article img').all()) {
      expect((await image.boundingBox())?.height).toBeLessThan(sheet);
    }
    const breaks = "[...document.querySelectorAll('figure:has(img)')].map((one) => getComputedStyle(one).breakInside)";
    expect(new Set(await page.evaluate<string[]>(breaks))).toEqual(new Set(['avoid']));
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate('getComputedStyle(document.documentElement).color')).toBe('rgb(0, 0, 0)');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Every picture is in it, those too that were not seen yet; a file that stands in two places is in it once.
    const shown = await page.locator('article img').evaluateAll((all) =>
      all.map((image) => {
        const { currentSrc, naturalWidth } = image as unknown as { currentSrc: string; naturalWidth: number };
        return { currentSrc, isThere: naturalWidth > 0 };
      }),
    );
    expect(shown.filter(({ isThere }) => !isThere)).toEqual([]);
    const files = new Set(shown.map(({ currentSrc }) => currentSrc));
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(files.size);
  });
});

describe('an event of many times on paper', () => {
  it('has them all, those too that its page shows when a reader opens them', async () => {
    vi.stubEnv('PUBLIC_URL', inject('site'));
    onTestFinished(() => void vi.unstubAllEnvs());
    const days = ['01', '20', '21', '22', '23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`);
    const showings = days.map((day) => ({ startsAt: day, allDay: true }));
    const { page } = await open('/az');
    await page.setContent(eventPage(event({ showings }), [], site, new Date('2026-11-10T12:00:00Z')).body);
    const shown = async () => (await page.locator('.facts-box').innerText()).match(/\d+ noyabr 2026/g);
    expect(await shown()).toHaveLength(6);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toHaveLength(9);
  });
});
