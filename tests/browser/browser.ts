import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { watchRequests } from './quiet.ts';

const flags = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** axe-core, as it runs inside a page. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;

/** Starts the browser for the tests of a file; gives a way to open pages in it. */
export const useBrowser = (
  launch: LaunchOptions = {},
): ((path: string, options?: BrowserContextOptions) => Promise<Opened>) => {
  beforeAll(async () => {
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-sync', ...flags];
    // Without a locale of UTF-8, as on many servers, Chromium takes a file for empty whose name has other letters than
    // those of ASCII.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    browser = await chromium.launch({ executablePath: inject('chromium'), args, env, ...launch });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellPages();
    // Each page that is left open is a process, which takes memory and time from the tests after it.
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return open;
};

/** Prints what stands on each open page, and what has the focus: a test that waits in vain says neither. */
const tellPages = async (): Promise<void> => {
  const focus = "document.activeElement?.outerHTML.replace(/>[^]*/, '>')";
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const said = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
    const focused = await page.evaluate(focus).catch(String);
    console.error(`${page.url()}\nThe focus is on ${focused}\n${said.slice(0, 2_000)}`);
  }
};

/** A page that was opened, with what happened in it. */
export interface Opened {
  readonly page: Page;
  /** What the browser has said of the page: violations of its policy among it. */
  readonly messages: string[];
  /** Requests other than for the page itself, as `METHOD path`. */
  readonly requests: string[];
}

const open = async (path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  // Two hundred pictures of another test may be ingested before the one that is waited for.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  watchRequests(page);
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url());
    if (request.isNavigationRequest() || request.url().startsWith('data:')) return;
    requests.push(`${request.method()} ${origin === inject('site') ? '' : origin}${pathname}`);
  });
  await page.goto(`${inject('site')}${path}`, { waitUntil: 'networkidle' });
  return { page, messages, requests };
};

/** Loads the letters and all pictures of a page, those that are not seen at first too. */
export const loadPictures = async (page: Page): Promise<void> => {
  await page.evaluate(`Promise.all([
    document.fonts.ready,
    ...[...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode().catch(() => {});
    }),
  ]).then(() => {})`);
};

/** What a page lacks of WCAG 2.2 AA and of good practice, by axe: `rule: element`. */
export const shortcomings = async ({ page }: Opened): Promise<string[]> => {
  // Not by a script element: the page's policy rightly refuses that.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // biome-ignore lint/suspicious/noExplicitAny: what was put into the page just now has no type here
    const { violations } = await (globalThis as any).axe.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html}`),
    );
  });
};
