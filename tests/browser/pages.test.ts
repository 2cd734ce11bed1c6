import { describe, expect, inject, it } from 'vitest';
import { loadPictures, shortcomings, useBrowser } from './browser.ts';
import { quiet } from './quiet.ts';

const open = useBrowser();

const pages = {
  'the front': '/az',
  'the front in English': '/en',
  'what is newest': '/az/events',
  'a section': '/en?category=events',
  'a month': '/az/calendar',
  'a search': '/az/search?q=kampaniya',
  'an event in Azerbaijani': '/az/events/resm-musabiqesi',
  'an event in English': '/en/events/drawing-competition',
  'an event in Russian': '/ru/events/konkurs-risunkov',
  'an exhibition': '/az/exhibitions/usaq-resmleri',
  'an exhibition in a language that its artworks lack': '/en/exhibitions/drawings',
  'what is not there': '/ru/events/nothing',
};

describe.each(Object.entries(pages))('the page of %s', (_, path) => {
  it('has nothing that axe would mend, on a light and on a dark screen', async () => {
    const opened = await open(path, { colorScheme: 'light' });
    expect(await shortcomings(opened)).toEqual([]);
    await opened.page.emulateMedia({ colorScheme: 'dark' });
    expect(await shortcomings(opened)).toEqual([]);
  });

  it('needs no scrolling sideways at 320 pixels, and has nothing to mend there', async () => {
    const opened = await open(path, { viewport: { width: 320, height: 640 } });
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await shortcomings(opened)).toEqual([]);
  });

  it('breaks nothing of its own policy', async () => {
    const { page, messages } = await open(path);
    await loadPictures(page);
    expect(messages.filter((message) => !message.startsWith('Failed to load resource'))).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
  });

  it('is complete without script', async () => {
    const { page } = await open(path, { javaScriptEnabled: false });
    const text = async (selector: string) => (await page.locator(selector).allInnerTexts()).join(' ');
    expect(await text('h1')).not.toBe('');
    expect(await page.locator('#print').isVisible()).toBe(false);
    if (path.includes('musabiqesi')) {
      expect(await text('main')).toContain('18 noyabr 2022');
      expect(await text('main')).toContain('100-ə yaxın şagird');
      expect(await page.locator('.related .card').count()).toBe(6);
    }
  });
});

/** Pages that have pictures, on whatever day they are looked at. */
const pictured = {
  ...{ front: pages['the front'], event: pages['an event in Azerbaijani'], exhibition: pages['an exhibition'] },
  month: '/az/calendar?month=2022-11',
  search: '/az/search?q=müsabiqə',
};

describe.each(Object.entries(pictured))('the pictures of a page: %s', (_, path) => {
  it.each([390, 768, 1280])('are at most 1.5 times wider than shown, on a screen of %i pixels', async (width) => {
    const { page } = await open(path, { viewport: { width, height: 900 } });
    await page.evaluate(`(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 400) {
        window.scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 60));
      }
    })()`);
    await quiet(page);
    const images = page.locator('main img');
    expect(await images.count()).toBeGreaterThan(0);
    const wide = await images.evaluateAll((all) =>
      all.flatMap((one) => {
        const image = one as unknown as { currentSrc: string; clientWidth: number };
        const fetched = Number(/\/(\d+)\.\w+$/.exec(image.currentSrc)?.[1]);
        // There is none smaller than 320 pixels.
        return fetched > 320 && fetched > 1.5 * image.clientWidth ? [`${fetched} for ${image.clientWidth}`] : [];
      }),
    );
    expect(wide).toEqual([]);
  });
});

/** How much what is seen has moved while a page loaded and was scrolled to its end (https://web.dev/articles/cls). */
const layoutShift = `(async () => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) moved += value; })
    .observe({ type: 'layout-shift', buffered: true });
  for (let y = 0; y < document.body.scrollHeight; y += 300) {
    window.scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 60));
  }
  await new Promise((done) => setTimeout(done, 500));
  return moved;
})()`;

describe.each(['an event in Azerbaijani', 'an exhibition'] as const)('the pictures of %s', (name) => {
  it.each([
    ['a large screen', { width: 1200, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
    ['a phone that lies', { width: 844, height: 390 }],
  ])('have their place before they have loaded, on %s', async (_, viewport) => {
    const { page } = await open('/robots.txt', { viewport });
    await page.route('**/media/**', async (route) => {
      await new Promise((later) => setTimeout(later, 200));
      await route.continue();
    });
    await page.goto(`${inject('site')}${pages[name]}`, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(layoutShift)).toBeLessThan(0.01);
    // The shape of each is its own unless it is cropped, and none is wider than its column or higher than the screen.
    const pictures = await page.locator('figure img').evaluateAll((all) =>
      all.map((image) => {
        const { width, height } = image.getBoundingClientRect();
        const { naturalWidth, naturalHeight } = image as unknown as { naturalWidth: number; naturalHeight: number };
        const isCropped =
          (globalThis as unknown as { getComputedStyle: (one: unknown) => { objectFit: string } }).getComputedStyle(
            image,
          ).objectFit === 'cover';
        return { width, height, shape: naturalWidth / naturalHeight, isCropped };
      }),
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const { width, height, shape, isCropped } of pictures) {
      if (!isCropped) expect(Math.abs(width / height / shape - 1)).toBeLessThan(0.02);
      expect(height).toBeLessThanOrEqual(viewport.height * 0.86);
      expect(width).toBeLessThanOrEqual(viewport.width);
    }
  });
});

describe('a view', () => {
  const beacon = /^POST \/v1\/events\/[0-9A-Z]{26}\/views$/;

  it('is told once, without a cookie and with nothing stored', async () => {
    const { page, requests } = await open(pages['an event in English']);
    await page.waitForTimeout(300);
    for (const event of ['visibilitychange', 'prerenderingchange']) {
      await page.evaluate(`document.dispatchEvent(new Event('${event}'))`);
    }
    await page.waitForTimeout(300);
    expect(requests.filter((request) => beacon.test(request))).toHaveLength(1);
    const shown = /^GET \/(media|v1\/fonts|counts)\//;
    expect(requests.filter((request) => !shown.test(request) && !beacon.test(request))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('is not told while nobody can see the page, and is when it is seen', async () => {
    const { page } = await open(pages['what is not there']);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.addInitScript(
      `Object.defineProperty(document, 'visibilityState', { get: () => window.seen ?? 'hidden' })`,
    );
    await page.goto(`${inject('site')}${pages['an event in English']}`, { waitUntil: 'networkidle' });
    expect(requests.filter((request) => beacon.test(request))).toEqual([]);
    await page.evaluate(`window.seen = 'visible'; document.dispatchEvent(new Event('visibilitychange'))`);
    await page.waitForTimeout(300);
    expect(requests.filter((request) => beacon.test(request))).toHaveLength(1);
  });

  it('shows on a page that was made long ago how many there are now', async () => {
    // Its own name says that it is a program, whose views do not count.
    const userAgent =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36';
    const { page } = await open(pages['an event in English'], { userAgent });
    // As a page that the CDN has kept for days, made when nobody had read it.
    const { body, headers } = await fetch(`${inject('site')}${pages['an event in English']}`).then(async (answer) => ({
      body: (await answer.text()).replace(
        /<p(?: hidden)?>([^<]*)<span id="views" (data-before="0")>\d*</,
        '<p hidden>$1<span id="views" $2><',
      ),
      headers: Object.fromEntries(answer.headers),
    }));
    const { 'content-encoding': _, 'content-length': __, ...kept } = headers;
    await page.route(`**${pages['an event in English']}`, (route) => route.fulfill({ body, headers: kept }));
    const line = page.locator('p:has(> #views)');
    // Until the view of the page just now is counted.
    await expect
      .poll(
        async () => {
          await page.goto(`${inject('site')}${pages['an event in English']}`, { waitUntil: 'networkidle' });
          return (await line.isVisible()) ? await line.innerText() : '';
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toMatch(/^Views: [1-9]\d*$/);
  });

  it('is told of no exhibition and of no page that is not there', async () => {
    for (const path of [pages['an exhibition'], pages['what is not there']]) {
      const { requests } = await open(path);
      expect(requests.filter((request) => beacon.test(request))).toEqual([]);
    }
  });
});

describe('the keyboard', () => {
  it('comes to the content first, by a link that is seen then', async () => {
    const { page } = await open(pages['an event in English']);
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    await page.waitForTimeout(300);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('shows where it is, on targets of at least 24 pixels', async () => {
    const { page } = await open(pages['an event in Azerbaijani']);
    const targets = page.locator('header a, nav a, button, .related a, .facts a');
    for (const target of (await targets.all()).slice(0, 8)) {
      await target.focus();
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
  });
});
