import { argv } from 'node:process';
import { type CDPSession, chromium, type Locator, type Page } from 'playwright-core';
import { signInOn } from './sign-in.ts';

/**
 * Measures whether typing in the console waits: the time from each key to the next picture on the screen, in an event
 * with a text of 30 KB in three languages, on a processor four times slower than this one. Prints a table for
 * docs/performance.md: `node tests/browser/measure-typing.ts
 * http://127.0.0.1:8787`.
 */
const [, , site = 'http://127.0.0.1:8787'] = argv;

const slowdown = 4;

/** Letters that are typed into a field, and milliseconds between two of them: a quick writer. */
const [letters, between] = [60, 90];

/**
 * Browsers tell of keys that take at least this long, in milliseconds, and round to 8
 * (https://www.w3.org/TR/event-timing).
 */
const shortest = 16;

const observe = `
  window.keys = new Map();
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0) keys.set(interactionId, Math.max(keys.get(interactionId) ?? 0, duration));
  }).observe({ type: 'event', durationThreshold: ${shortest} });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
`;

interface Measured {
  /** Milliseconds from each key to the next picture. */
  readonly keys: readonly number[];
  /** Milliseconds of each task over 50. */
  readonly tasks: readonly number[];
  /** Milliseconds that a key keeps the thread of the page, however busy the machine is beside it. */
  readonly work: number;
}

const sentence = {
  az: 'Müsabiqədə **100-ə yaxın şagird** iştirak edib, onların işləri [nazirliyin foyesində](https://example.az) nümayiş etdirilir. ',
  en: 'About **a hundred pupils** took part, and their works are shown [in the hall of the ministry](https://example.az). ',
  ru: 'Около **ста школьников** приняли участие, их работы показаны [в фойе министерства](https://example.az). ',
};

/** A text of 30 KB: headings, paragraphs, lists, a table. */
const longText = (of: string): string => {
  const parts: string[] = [];
  for (let n = 1; Buffer.byteLength(parts.join('\n\n')) < 30_000; n += 1) {
    parts.push(`## ${n}. ${of.slice(0, 30).replaceAll('*', '')}`, of.repeat(4).trim(), `- ${of}\n- ${of}`.trim());
    if (n % 5 === 0) parts.push(`| A | B |\n| - | - |\n${`| ${of.trim()} | ${n} |\n`.repeat(3)}`.trim());
  }
  return parts.join('\n\n');
};

const text = (page: Page): Locator => page.getByRole('textbox', { name: /^Text/ }).last();

const write = async (page: Page): Promise<void> => {
  await page.goto(`${site}/console/events/new`);
  await page.getByRole('tab', { name: 'Markdown' }).click();
  for (const [locale, of] of Object.entries(sentence)) {
    await page.locator(`#tab-${locale}`).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(`A long text (${locale})`);
    await text(page).fill(longText(of));
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/events\/[0-9A-Z]{26}$/);
};

/** Types into a field and gives how long its keys took; those below what browsers tell count as nothing. */
const type = async (page: Page, session: CDPSession, field: Locator): Promise<Measured> => {
  const busy = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  await field.click();
  await page.keyboard.press('End');
  // The first letters bring what is loaded and made once.
  await page.keyboard.type('ab ', { delay: between });
  await page.waitForTimeout(1_000);
  await page.evaluate('keys.clear(); tasks.length = 0');
  const before = await busy();
  await page.keyboard.type('Yeni söz '.repeat(letters).slice(0, letters), { delay: between });
  const work = ((await busy()) - before) * 1_000;
  await page.waitForTimeout(2_500);
  const { keys, tasks } = await page.evaluate<Measured>('({ keys: [...keys.values()], tasks })');
  return { keys: [...keys, ...Array(Math.max(0, letters - keys.length)).fill(0)], tasks, work: work / letters };
};

const shown = (milliseconds: number): string =>
  milliseconds < shortest ? `< ${shortest} ms` : `${Math.round(milliseconds)} ms`;

const print = (name: string, { keys, tasks, work }: Measured): void => {
  const sorted = keys.toSorted((one, other) => one - other);
  const at = (share: number) => shown(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  console.log(`| ${[name, `${Math.round(work)} ms`, at(0.5), at(0.98), at(1), tasks.length].join(' | ')} |`);
};

const browser = await chromium.launch({
  executablePath: process.env.SERGI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
page.setDefaultTimeout(60_000);
await page.addInitScript(observe);
await page.goto(`${site}/console`);
await signInOn(page, 'editor');
await write(page);
const session = await context.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

console.log('| field | work for a key | half of the keys | 98 of 100 (INP) | slowest | tasks over 50 ms |');
console.log('| --- | --- | --- | --- | --- | --- |');
const address = page.url();
// What the browser itself takes, to compare with.
await page.goto('data:text/html,<textarea rows="10"></textarea>');
print('a page with nothing else on it', await type(page, session, page.locator('textarea')));
await page.goto(address);
await page.locator('#text').waitFor();
for (const isBeside of [false, true]) {
  await page.locator('.bar [type="checkbox"]').setChecked(isBeside);
  for (const [name, label, view] of [
    ['title', 'Title', 'Formatted'],
    ['summary', 'Summary', 'Formatted'],
    ['text, formatted', 'Text', 'Formatted'],
    ['text, Markdown', 'Text', 'Markdown'],
  ] as const) {
    for (const tab of await page.getByRole('tab', { name: view }).all()) await tab.click();
    await text(page).waitFor();
    const field = page.getByRole('textbox', { name: new RegExp(`^${label}`) }).last();
    print(`${name}${isBeside ? ', two languages on the screen' : ''}`, await type(page, session, field));
  }
}
await browser.close();
