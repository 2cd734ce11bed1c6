import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

/** Most bytes of a page's HTML, styles and scripts, compressed. */
const heaviest = 60_000;

/** Less than a reader sees: words of the menu become a pixel wider. */
const mostShift = 0.01;

const observe = `
  window.shifts = [];
  const from = ({ x, y, width, height }) => [x, y, width, height].join(' ');
  const told = ({ node, previousRect, currentRect }) =>
    node?.nodeName + '.' + node?.className + ': ' + from(previousRect) + ' > ' + from(currentRect);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) shifts.push({ value, moved: sources.map(told) });
  }).observe({ type: 'layout-shift', buffered: true });
`;

const artworkIn = async (path: string): Promise<string> => {
  const html = await (await fetch(`${inject('site')}${path}`)).text();
  return new URL(/href="([^"]+\/artworks\/[^"]+)"/.exec(html)?.[1] ?? '', inject('site')).pathname;
};

const exhibition = '/az/exhibitions/usaq-resmleri';

const pages = {
  front: async () => '/az',
  'front in Russian': async () => '/ru',
  list: async () => '/en/events',
  event: async () => '/az/events/resm-musabiqesi',
  exhibition: async () => exhibition,
  artwork: () => artworkIn(exhibition),
} as const;

/** Fails where a page moves when its letters and pictures come late, and says what has moved. */
const requireStill = async (path: string, width: number, prepare?: (page: Page) => Promise<unknown>): Promise<void> => {
  const { page } = await open('/robots.txt', { viewport: { width, height: 844 } });
  await page.addInitScript(observe);
  for (const late of ['**/v1/fonts/*', '**/media/**']) {
    await page.route(late, async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
  }
  await prepare?.(page);
  await page.goto(`${inject('site')}${path}`, { waitUntil: 'networkidle' });
  const loaded = await page.evaluate('[...document.fonts].filter(({ status }) => status === "loaded").length');
  expect(loaded).toBeGreaterThan(0);
  await page.waitForTimeout(300);
  const shifts = await page.evaluate<readonly { value: number; moved: readonly string[] }[]>('shifts');
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  expect(sum, JSON.stringify(shifts)).toBeLessThan(mostShift);
};

describe.each(Object.entries(pages))('the page: %s', (_, pathOf) => {
  it('is light', async () => {
    const response = await fetch(`${inject('site')}${await pathOf()}`);
    expect(brotliCompressSync(await response.text()).length).toBeLessThan(heaviest);
  });

  it.each([390, 1280])(
    'does not move when its letters and pictures come late, on a screen of %i pixels',
    async (width) => requireStill(await pathOf(), width),
  );
});

it.each(['event', 'exhibition', 'artwork'] as const)(
  'the page: %s has a place for the buttons that its script shows, and none where there is no script',
  async (name) => {
    const path = await pages[name]();
    const heightIn = async (javaScriptEnabled: boolean) => {
      const { page } = await open(path, { viewport: { width: 390, height: 844 }, javaScriptEnabled });
      const buttons = page.locator('#copy, #print, #zoom');
      const height = () => page.evaluate<number>('document.documentElement.scrollHeight');
      const shown = await height();
      // As they are until the script has come.
      await buttons.evaluateAll((all) => {
        for (const one of all) one.setAttribute('hidden', '');
      });
      expect(await buttons.filter({ visible: true }).count()).toBe(0);
      expect(await height()).toBe(shown);
      return shown;
    };
    // A button is 44 pixels high.
    expect((await heightIn(true)) - (await heightIn(false))).toBeGreaterThanOrEqual(44);
  },
);

describe('a long menu', () => {
  const names = [
    'Международное сотрудничество',
    'Образовательные программы',
    'Государственные закупки',
    'Культурное наследие',
    'Библиотеки и архивы',
    'Часто задаваемые вопросы',
  ];

  /** Puts sections into the page on its way: those of the settings would be met by the tests of other files. */
  const lengthenMenu = (page: Page) =>
    page.route('**/ru', async (route) => {
      const response = await route.fetch();
      const items = names.map((name) => `<li><a href="/ru">${name}</a></li>`).join('');
      await route.fulfill({ response, body: (await response.text()).replace('</ul></nav><form', `${items}$&`) });
    });

  it.each([390, 1280])('does not move when its letters come late, on a screen of %i pixels', async (width) => {
    await requireStill('/ru', width, lengthenMenu);
  });

  it('leaves the search where it is, beside it', async () => {
    const { page } = await open('/ru', { viewport: { width: 1280, height: 844 } });
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not seen.`);
      return box;
    };
    const before = await boxOf('.menu form');
    await lengthenMenu(page);
    await page.reload();
    const [menu, search] = [await boxOf('.menu ul'), await boxOf('.menu form')];
    expect(menu.height).toBeGreaterThan(2 * before.height);
    expect(search.x).toBe(before.x);
    expect(search.y + search.height).toBeLessThan(menu.y + menu.height);
  });
});

it('is written in letters of the family, Azerbaijani and Russian ones too', async () => {
  const { page } = await open('/az');
  const own = await page.evaluate(`(async () => {
    await document.fonts.load('20px Inter', 'aəЖ');
    const context = document.createElement('canvas').getContext('2d');
    const widthIn = (font, letter) => ((context.font = font), context.measureText(letter).width);
    const letters = [...'ƏəĞğIıİiŞşÇçÖöÜüЖжЩщЫы'];
    return letters.filter((letter) => widthIn('20px Inter, monospace', letter) === widthIn('20px monospace', letter));
  })()`);
  expect(own).toEqual([]);
});

describe.each([400, 600, 700])('the font that stands in, at weight %i', (weight) => {
  it.each([
    ['az', 'Səfirliklə birgə keçirilən müsabiqədə yüzə yaxın şagird iştirak edib, işlər foyedə nümayiş etdirilir.'],
    ['en', 'About a hundred schoolchildren took part in the competition, held together with the embassy.'],
    ['ru', 'В конкурсе, который прошёл вместе с посольством, приняли участие около ста школьников.'],
  ])('is as wide as the one that comes: %s', async (_, text) => {
    const { page } = await open('/az');
    const ratio = await page.evaluate(`(async () => {
      const names = getComputedStyle(document.documentElement).getPropertyValue('--type').split(',');
      const widthIn = async (family) => {
        const font = '${weight} 100px ' + family;
        // Of the fonts that may stand in, a machine lacks some.
        await document.fonts.load(font, '${text}').catch(() => {});
        const context = document.createElement('canvas').getContext('2d');
        context.font = font;
        return context.measureText('${text}').width;
      };
      return (await widthIn(names.slice(1).join(','))) / (await widthIn(names[0]));
    })()`);
    // The factor is that of many texts: one sentence is a little wider or narrower.
    expect(Math.abs(Number(ratio) - 1)).toBeLessThan(0.012);
  });
});

describe('by keyboard', () => {
  it('goes through a page in the order in which it is read', async () => {
    const { page } = await open('/az');
    const places: { readonly part: string; readonly top: number; readonly isSeen: boolean }[] = [];
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(`(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { width, height } = element.getBoundingClientRect();
        // Cards of one row begin at one height, whatever their titles do.
        const { top } = (element.closest('.card') ?? element).getBoundingClientRect();
        const part = ['header', 'main', 'footer'].find((name) => element.closest(name)) ?? 'skip';
        const isSeen = width > 0 && height > 0 && getComputedStyle(element).outlineStyle !== 'none';
        return { part, top: Math.round(top + window.scrollY), isSeen };
      })()`);
      if (!place) break;
      places.push(place as (typeof places)[number]);
    }
    expect(places[0]?.part).toBe('skip');
    const parts = places.map(({ part }) => part);
    expect(parts.filter((part, n) => part !== parts[n - 1])).toEqual(['skip', 'header', 'main', 'footer']);
    expect(places.filter(({ isSeen }) => !isSeen)).toEqual([]);
    const main = places.filter(({ part }) => part === 'main').map(({ top }) => top);
    // Links beside a heading stand a few pixels higher or lower than it.
    expect(main.filter((top, n) => n > 0 && top < (main[n - 1] ?? 0) - 20)).toEqual([]);
  });
});
