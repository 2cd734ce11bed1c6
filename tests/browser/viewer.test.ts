import { beforeAll, describe, expect, it } from 'vitest';
import { type Opened, shortcomings, useBrowser } from './browser.ts';
import { quiet } from './quiet.ts';

const open = useBrowser();

/** The address of the second artwork's page. */
let path: string;

beforeAll(async () => {
  const { page } = await open('/az/exhibitions/usaq-resmleri');
  const link = await page.locator('.work a').nth(1).getAttribute('href');
  path = link ?? '';
});

/** The page with its viewer open. */
const zoomed = async (): Promise<Opened> => {
  const opened = await open(path);
  await opened.page.click('#zoom');
  await opened.page.waitForSelector('#viewer[data-state=open]');
  return opened;
};

describe('the page of an artwork', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe would mend, on a %s screen', async (colorScheme) => {
    expect(await shortcomings(await open(path, { colorScheme }))).toEqual([]);
  });

  it('needs no scrolling sideways at 320 pixels', async () => {
    const { page } = await open(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('leads without script to the largest file, and has no button that does nothing', async () => {
    const { page } = await open(path, { javaScriptEnabled: false });
    expect(await page.locator('#zoom').isVisible()).toBe(false);
    expect(await page.locator('#viewer').isVisible()).toBe(false);
    await page.click('a.zoom');
    expect(page.url()).toMatch(/\/media\/.*\.jpg$/);
  });

  it('leads on to the artwork after it', async () => {
    const { page } = await open(path);
    await page.click('.neighbours .next');
    expect(await page.locator('.number').textContent()).toBe('3 / 4');
  });
});

describe('the viewer', () => {
  it('is loaded when a reader asks for it, not before', async () => {
    const isViewer = (request: string) => request.includes('/v1/assets/');
    expect((await open(path)).requests.filter(isViewer)).toEqual([]);
    expect((await zoomed()).requests.filter(isViewer)).toEqual(['GET /v1/assets/openseadragon-6.1.1.js']);
  });

  it("breaks nothing of the page's policy, and asks for no tile that is not there", async () => {
    const { page, messages, requests } = await zoomed();
    for (const button of ['.in', '.in', '.in', '.out']) await page.click(`#viewer ${button}`);
    await quiet(page);
    expect(messages).toEqual([]);
    expect(requests.filter((request) => request.startsWith('GET /iiif/')).length).toBeGreaterThan(1);
  });

  it("leaves the picture's link to a reader who opens it in a new tab", async () => {
    const { page } = await open(path);
    const opened = page.context().waitForEvent('page');
    await page.click('a.zoom', { modifiers: ['ControlOrMeta'] });
    expect((await opened).url()).toMatch(/\/media\/.*\.jpg$/);
    expect(await page.locator('#viewer').isVisible()).toBe(false);
  });

  it('has nothing that axe would mend', async () => {
    expect(await shortcomings(await zoomed())).toEqual([]);
  });

  it('is moved by the keyboard, and left by Escape', async () => {
    const { page } = await zoomed();
    expect(await page.evaluate('document.activeElement.className')).toBe('openseadragon-canvas');
    const picture = () => page.locator('#viewer canvas').screenshot();
    const before = await picture();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('+');
    await page.waitForTimeout(1_500);
    expect(before.equals(await picture())).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.locator('#viewer').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('zoom');
  });

  it("gives way to the picture's file where it cannot be loaded", async () => {
    const { page } = await open(path);
    await page.route('**/v1/assets/**', (route) => route.abort());
    await page.click('#zoom');
    await page.waitForURL(/\/media\/.*\.jpg$/);
  });
});
