import { argv } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { type Staff, staffAs, upload } from './content.ts';
import { quiet, watchRequests } from './quiet.ts';
import { signInOn } from './sign-in.ts';

/**
 * Measures whether long lists of the console scroll without a wait: how long the tasks of the page take while a person
 * turns the wheel from the first of 1,000 events, uploads, entries and works of a jury to the last, and jumps to both
 * ends. Fills them in where a site lacks them, which takes some minutes. Prints a table for docs/performance.md: `node
 * tests/browser/measure-scrolling.ts http://127.0.0.1:8787`.
 */
const [, , site = 'http://127.0.0.1:8787'] = argv;

const rows = 1_000;

/** Pixels that a notch of the wheel scrolls, and milliseconds between two: a quick reader. */
const [notch, between] = [240, 60];

/** How many times slower than this one the processor is. */
const rates = [1, 4];

const title = 'A thousand works';

interface Measured {
  /**
   * Milliseconds of the processor for each task of the page's thread: what else the machine does meanwhile does not
   * count.
   */
  readonly work: readonly number[];
  /** Milliseconds by the clock of the longest. */
  readonly longest: number;
  /** How many pictures of the page were made in a second. */
  readonly frames: number;
}

/** Calls the API as a role, as the console does. */
const signedIn = async (browser: Browser, role: string): Promise<{ page: Page; staff: Staff }> => {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  watchRequests(page);
  page.setDefaultTimeout(60_000);
  await page.addInitScript(
    'window.made = 0; const frame = () => { made += 1; requestAnimationFrame(frame); }; frame();',
  );
  await page.goto(`${site}/console`);
  const asking = page.waitForRequest((request) => request.url().endsWith('/v1/staff/me'));
  await signInOn(page, role);
  const staff = staffAs(site, (await (await asking).allHeaders()).authorization ?? '');
  return { page, staff: patient(staff) };
};

/** Asks again what was one call too many in a second. */
const patient = (staff: Staff): Staff => {
  const ask: Staff = async (...call) => {
    try {
      return await staff(...call);
    } catch (error) {
      if (!/Too Many Requests/.test(String(error))) throw error;
      await pause(500);
      return ask(...call);
    }
  };
  return ask;
};

const numbers = [...Array(rows).keys()];

const artist = (n: number) => ({
  name: ['Aysel Məmmədova', 'Tural Əliyev', 'Nigar Hüseynova'][n % 3],
  ageAtEntry: 8 + (n % 6),
  school: `${n % 40} nömrəli məktəb`,
  region: ['Gəncə', 'Şəki', 'Lənkəran'][n % 3],
  isMinor: true,
  consent: { guardian: 'Rəna Quliyeva', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true, name: 'full' },
});

/**
 * The exhibition with a thousand works that the site has; made where it has none, with a thousand events and uploads
 * beside it.
 */
const fill = async (staff: Staff): Promise<string> => {
  const found = (await staff(`/exhibitions?q=${encodeURIComponent(title)}`)).body.items;
  if (found.length > 0) return found[0].id;
  await mapWithConcurrency(numbers, 4, (n) =>
    staff('/events', {
      category: ['news', 'events', 'announcements'][n % 3],
      ...(n % 2 && { showings: [{ startsAt: new Date(Date.UTC(2027, 0, 1 + (n % 300), 10)).toISOString() }] }),
      translations: {
        az: { title: `${n}-ci tədbir: Nizami Gəncəvinin qəzəlləri, muğam axşamı`, body: 'Hamınızı gözləyirik.' },
        ...(n % 3 && { en: { title: `Event ${n}: the ghazals of Nizami, an evening of mugham`, body: 'Welcome.' } }),
      },
    }),
  );
  const made = await staff('/exhibitions', {
    translations: { en: { title, description: 'Drawings.' }, az: { title: 'Min əsər', description: 'Rəsmlər.' } },
  });
  const at = `/exhibitions/${made.body.id}`;
  await mapWithConcurrency(numbers, 6, async (n) => {
    const uploadId = await upload(staff, 10_000 + n, n % 2 ? 480 : 640, n % 2 ? 640 : 480);
    const texts = { az: { title: `Günəşli gün ${n}`, alt: `Günəşin altında bir ev, ${n}` } };
    const entry = { uploadId, translations: texts, artist: artist(n), medium: 'Akvarel', year: 2022 };
    await staff(`${at}/artworks`, entry);
  });
  await staff(`${at}/status`, { status: 'selection' });
  return made.body.id;
};

/** Found without asking each button of the page what it is called, which would count as the page's own work. */
const pressMore = `(() => {
  const more = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show more');
  more?.click();
  return more !== undefined;
})()`;

/** Fetches page after page of a list, until it has no more. */
const loadAll = async (page: Page, row: string): Promise<void> => {
  const count = () => page.evaluate<number>(`document.querySelectorAll('${row}').length`);
  for (let before = await count(); await page.evaluate<boolean>(pressMore); before = await count()) {
    while ((await count()) === before) await page.waitForTimeout(between);
  }
};

/**
 * An event of Chromium's own record, times in microseconds (https://chromium.googlesource.com/catapult/+/HEAD/tracing).
 */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const measured = async (page: Page, act: () => Promise<void>): Promise<Measured> => {
  await page.waitForTimeout(1_000);
  await browser.startTracing(page, { categories: ['toplevel'] });
  const framesMade = () => page.evaluate<number>('made');
  const [before, began] = [await framesMade(), performance.now()];
  await act();
  const seconds = (performance.now() - began) / 1_000;
  const frames = ((await framesMade()) - before) / seconds;
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const of = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const busiest = Map.groupBy(
    traceEvents.filter((event) => threads.some((thread) => of(thread) === of(event))),
    of,
  );
  // A page that the browser keeps in store does nothing.
  const events = [...busiest.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
  const tasks = events.filter(({ name }) => /RunTask$/.test(name));
  return {
    work: tasks.map(({ tdur = 0 }) => tdur / 1_000),
    longest: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1_000)),
    frames,
  };
};

/** Turns the wheel over the middle of what scrolls, until its end is reached. */
const scrollDown = async (page: Page): Promise<void> => {
  await page.mouse.move(640, 450);
  const rest = () => page.evaluate<number>('document.documentElement.scrollHeight - innerHeight - scrollY');
  while ((await rest()) > 1) {
    await page.mouse.wheel(0, notch);
    await page.waitForTimeout(between);
  }
};

const jump = async (page: Page): Promise<void> => {
  for (const key of ['Home', 'End', 'Home']) {
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press(key);
    await page.waitForTimeout(1_500);
  }
};

const print = (name: string, { work, longest, frames }: Measured): void => {
  const over = (least: number) => work.filter((duration) => duration > least).length;
  const most = Math.max(0, ...work);
  const cells = [name, `${Math.round(most)} ms`, over(50), over(100), `${Math.round(longest)} ms`, Math.round(frames)];
  console.log(`| ${cells.join(' | ')} |`);
};

/** Scrolls a list, and prints what that took; on a slower processor too. */
const measure = async (page: Page, session: CDPSession, name: string): Promise<void> => {
  for (const rate of rates) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const on = rate === 1 ? name : `${name}, processor ${rate} times slower`;
    print(on, await measured(page, () => scrollDown(page)));
    print(`${on}: jumps to both ends`, await measured(page, () => jump(page)));
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
};

const browser = await chromium.launch({
  executablePath: process.env.SERGI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const editor = await signedIn(browser, 'editor');
const id = await fill(editor.staff);
const juror = await signedIn(browser, 'juror');
const { jurorId } = (await juror.staff('/juries')).body;
await editor.staff(`/exhibitions/${id}/jurors/${jurorId}`, {}, { method: 'PUT' });

const isSelected = (await editor.staff(`/exhibitions/${id}`)).body.selection !== undefined;

/** Selects all entries, where nothing is selected yet. */
const select = async (): Promise<void> => {
  if (isSelected) return;
  const artworkIds: string[] = [];
  for (let query = 'limit=100'; query; ) {
    const { items, nextCursor } = (await editor.staff(`/exhibitions/${id}/artworks?${query}`)).body;
    artworkIds.push(...items.map((item: { id: string }) => item.id));
    query = nextCursor ? `limit=100&cursor=${encodeURIComponent(nextCursor)}` : '';
  }
  await editor.staff(`/exhibitions/${id}/selection`, { artworkIds });
};

/** The long lists, by who reads them: where each is, and what each of its rows matches. */
const lists = [
  { name: 'events', of: editor, path: '/events', row: '.events tbody tr' },
  { name: 'pictures and files', of: editor, path: '/uploads', row: '.grid .card' },
  {
    name: 'entries of an exhibition',
    of: editor,
    path: `/exhibitions/${id}/entries`,
    row: '.entry-row',
    isWindow: true,
  },
  // Nobody reads a jury's works once they are selected: a second run leaves them out.
  ...(isSelected
    ? []
    : [{ name: 'works of a juror', of: juror, path: `/juries/${id}?view=all`, row: '.jury-grid li' } as const]),
  { name: 'ranking and selection', of: editor, path: `/exhibitions/${id}/selection`, row: '.ordered > li' },
  { name: 'what the jury says', of: editor, path: `/exhibitions/${id}/jury`, row: '.jury-rated > li' },
] as const;

console.log(
  '| list of 1,000 | longest task, work | over 50 ms | over 100 ms | longest by the clock | frames a second |',
);
console.log('| --- | --- | --- | --- | --- | --- |');
for (const { name, of, path, row, ...list } of lists) {
  const { page } = of;
  const session = await page.context().newCDPSession(page);
  if (path.endsWith('/selection')) await select();
  await page.goto(`${site}/console${path}`);
  await page.locator(row).first().waitFor();
  await quiet(page);
  print(`${name}: until all are there`, await measured(page, () => loadAll(page, row)));
  const there = await page.locator(row).count();
  if (!('isWindow' in list) && there < rows) throw new Error(`${name} has ${there} rows.`);
  await page.evaluate('scrollTo(0, 0)');
  await measure(page, session, name);
  await session.detach();
}
await browser.close();
