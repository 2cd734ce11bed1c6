import { get } from 'node:http';
import { argv } from 'node:process';
import { type Browser, chromium } from 'playwright-core';

/**
 * Measures the pages of a running Sergi on a slow telephone: a processor four times slower than this one, 1.6 Mbit/s,
 * 150 ms there and back. Prints a table for docs/performance.md: `node tests/browser/measure.ts http://127.0.0.1:8787`.
 */
const [, , site = 'http://127.0.0.1:8787'] = argv;

const slow = { cpu: 4, latency: 150, download: 1_600_000 / 8, upload: 750_000 / 8 } as const;

const rounds = 3;

/** How many bytes a path takes as it is sent to a browser, and its text. */
const sent = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(`${site}${path}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

/** What a page keeps of itself while it loads (https://web.dev/articles/vitals). */
const observe = `
  window.measured = { lcp: 0, fcp: 0, cls: 0, tasks: [] };
  const on = (type, f) => new PerformanceObserver((list) => list.getEntries().forEach(f)).observe({ type, buffered: true });
  on('largest-contentful-paint', (entry) => { measured.lcp = entry.startTime; measured.element = entry.element?.tagName; });
  on('paint', (entry) => { if (entry.name === 'first-contentful-paint') measured.fcp = entry.startTime; });
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) measured.cls += entry.value; });
  on('longtask', ({ startTime, duration }) => measured.tasks.push({ startTime, duration }));
`;

interface Measured {
  readonly lcp: number;
  readonly fcp: number;
  readonly cls: number;
  readonly element: string;
  readonly tasks: readonly { readonly startTime: number; readonly duration: number }[];
}

interface Visit {
  readonly measured: Measured;
  readonly bytes: number;
  readonly fonts: number;
}

const visit = async (browser: Browser, path: string): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: slow.latency },
    ...{ downloadThroughput: slow.download, uploadThroughput: slow.upload },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  const fonts = new Set<string>();
  let bytes = 0;
  let ofFonts = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/v1/fonts/')) fonts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (fonts.has(requestId)) ofFonts += encodedDataLength;
  });
  await page.addInitScript(observe);
  await page.goto(`${site}${path}`, { waitUntil: 'networkidle', timeout: 120_000 });
  await page.waitForTimeout(500);
  const measured: Measured = await page.evaluate('measured');
  await context.close();
  return { measured, bytes, fonts: ofFonts };
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds beyond 50 of each long task after the first paint. */
const blocking = ({ tasks, fcp }: Measured): number =>
  tasks.filter(({ startTime }) => startTime > fcp).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);

const hrefIn = async (path: string, pattern: RegExp): Promise<string> => {
  const [, href = ''] = pattern.exec(await (await fetch(`${site}${path}`)).text()) ?? [];
  if (!href) throw new Error(`${site}${path} has no link to measure: is the sample complete?`);
  return new URL(href, site).pathname;
};

const exhibition = await hrefIn('/az/exhibitions', /<h2><a href="([^"]+)"/);
const pages = {
  'front page': '/az',
  'list of events': '/az/events',
  event: await hrefIn('/az', /<div class="shot"><picture>.*?<h3><a href="([^"]+\/events\/[^"]+)"/s),
  exhibition,
  artwork: await hrefIn(exhibition, /href="([^"]+\/artworks\/[^"]+)"/),
};

const browser = await chromium.launch({
  executablePath: process.env.SERGI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
console.log('| page | HTML, CSS and script | fonts | all that is loaded | first paint | LCP | CLS | blocking time |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const [name, path] of Object.entries(pages)) {
  const visits: Visit[] = [];
  for (let round = 0; round < rounds; round += 1) visits.push(await visit(browser, path));
  const of = (value: (one: Visit) => number) => median(visits.map(value));
  const seconds = (value: (one: Measured) => number) =>
    `${(of(({ measured }) => value(measured)) / 1000).toFixed(2)} s`;
  const cells = [
    name,
    kilobytes(await sent(path)),
    kilobytes(of(({ fonts }) => fonts)),
    kilobytes(of(({ bytes }) => bytes)),
    seconds(({ fcp }) => fcp),
    `${seconds(({ lcp }) => lcp)} (${visits[0]?.measured.element})`,
    Math.max(...visits.map(({ measured }) => measured.cls)).toFixed(3),
    `${Math.round(of(({ measured }) => blocking(measured)))} ms`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
await browser.close();
