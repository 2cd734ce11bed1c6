import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { askAs } from '../competition.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();
const signedIn = signInWith(open);

let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

/** What has come of the tries of this file: those beside it publish events, which are announced, too. */
const tries = () => receiver.received.filter(({ body }) => body.includes('"webhook.test"'));

describe('webhooks', () => {
  it('are made, tried, paused and deleted with the keyboard; their secret is shown once', async () => {
    const opened = await signedIn('admin', { path: '/operations' });
    const { page, messages } = opened;
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await page.getByRole('link', { name: 'New webhook' }).click();
    await page.getByLabel('Address').fill('ftp://nowhere');
    await press('Create');
    await page.getByLabel('Address').and(page.locator('[aria-invalid]')).waitFor();
    await page.getByLabel('Address').fill(receiver.url);
    await page.getByLabel('What it is for').fill('The hall');
    // What was written is there again after another screen, until it is given up.
    await page.getByRole('link', { name: 'All webhooks' }).click();
    await page.getByText('is kept on this device').waitFor();
    await page.getByRole('link', { name: 'New webhook' }).click();
    await page.getByText('is here again').waitFor();
    expect(await page.getByLabel('What it is for').inputValue()).toBe('The hall');
    expect(await shortcomings(opened)).toEqual([]);
    await press('Delete it');
    expect(await page.getByLabel('What it is for').inputValue()).toBe('');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('New webhook');
    expect(await page.getByText('is here again').count()).toBe(0);
    await page.getByLabel('Address').fill(receiver.url);
    await page.getByLabel('What it is for').fill('The hall');
    await page.getByLabel('Only these:').check();
    await page.getByLabel('Notice published').uncheck();
    expect(await shortcomings(opened)).toEqual([]);
    await press('Create');
    const secret = page.getByRole('dialog').getByLabel('Secret', { exact: true });
    const first = await secret.inputValue();
    expect(first).toMatch(/^whsec_/);
    expect(await shortcomings(opened)).toEqual([]);
    await press('Done');
    await page.getByRole('heading', { name: 'The hall' }).waitFor();
    expect(await page.content()).not.toContain(first);

    // Nothing is there to be saved: neither the button nor Enter in a field sends anything.
    const saves: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') saves.push(request.url());
    });
    await press('Save');
    await page.getByLabel('What it is for').press('Enter');
    await press('Send a test message');
    await page
      .getByText(/The receiver has answered 204/)
      .first()
      .waitFor();
    expect(saves).toEqual([]);
    await expect.poll(() => tries().length).toBe(1);
    await page.getByText(/^Details: Test/).click();
    await page.getByText('"webhookId"').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.getByRole('button', { name: /^Send again: Test/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 attempts').waitFor();
    await expect.poll(() => tries().length).toBe(2);

    // What is refused is said in the dialogue that asks for it, and neither in another nor when it is opened again.
    const refusal = { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'No secret today.' };
    await page.route('**/webhooks/*/secret', (route) =>
      route.fulfill({ status: 400, contentType: 'application/problem+json', json: refusal }),
    );
    await press('Make a new secret');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make a new secret' }).click();
    await dialog.getByText('No secret today.').waitFor();
    await page.keyboard.press('Escape');
    await page.unroute('**/webhooks/*/secret');
    for (const name of ['Delete', 'Make a new secret']) {
      await press(name);
      await dialog.getByRole('button', { name }).waitFor();
      expect(await page.getByText('No secret today.').count()).toBe(0);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await press('Make a new secret');
    await dialog.getByRole('button', { name: 'Make a new secret' }).click();
    await secret.waitFor();
    expect(await secret.inputValue()).not.toBe(first);
    await page.getByText('The secret before works beside it for 24 hours.').waitFor();
    await page.keyboard.press('Escape');

    await page.getByLabel('What it is for').fill('The hall and the garden');
    await press('Pause');
    await page.getByRole('button', { name: 'Switch on' }).waitFor();
    // What is written meanwhile stays, and what was saved of another version goes with it.
    await press('Save');
    await page.getByRole('heading', { name: 'The hall and the garden' }).waitFor();
    await page.getByLabel('What it is for').fill('The garden');
    await press('Delete');
    // Until it is done the dialogue stays, and the focus with it.
    const isAnswered = Promise.withResolvers<void>();
    await page.route('**/v1/staff/webhooks/*', async (route) => {
      await isAnswered.promise;
      await route.continue();
    });
    const sure = page.getByRole('dialog').getByRole('button', { name: 'Delete' });
    await sure.press('Enter');
    await sure.and(page.locator('[aria-disabled]')).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Delete');
    await page.keyboard.press('Escape');
    expect(await sure.count()).toBe(1);
    isAnswered.resolve();
    await page.getByText('There is no webhook yet.').waitFor();
    // What was written of it is not left on the device.
    const isForm = "Object.keys(localStorage).filter((key) => key.startsWith('sergi.form.'))";
    expect(await page.evaluate(isForm)).toEqual([]);
    expect(messages.filter((message) => !message.includes('400'))).toEqual([]);
  });

  it('put together what two have changed of one', async () => {
    const one = (await signedIn('admin', { path: '/webhooks/new' })).page;
    await one.getByLabel('Address').fill(receiver.url);
    await one.getByRole('button', { name: 'Create' }).click();
    await one.getByRole('button', { name: 'Done' }).click();
    await one.waitForURL(/webhooks\/[0-9A-Z]{26}$/);
    const path = new URL(one.url()).pathname.replace('/console', '');
    const other = (await signedIn('admin', { path })).page;
    await other.getByLabel('What it is for').fill('theirs');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('heading', { name: 'theirs' }).waitFor();
    await one.getByLabel('What it is for').fill('mine');
    await one.getByLabel('Address').fill(`${receiver.url}/mine`);
    await one.getByRole('button', { name: 'Save' }).click();
    await one.getByText('changed “What it is for” meanwhile, to: theirs.').waitFor();
    expect(await one.getByLabel('What it is for').inputValue()).toBe('mine');
    await one.getByRole('button', { name: 'Save' }).click();
    await one.getByRole('heading', { name: 'mine' }).waitFor();
    await one.getByRole('button', { name: 'Delete' }).click();
    await one.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await one.getByText('There is no webhook yet.').waitFor();
  });
});

describe('an archive', () => {
  it('is checked with its files, imported beside what people do, and stays as it is when it is imported again', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'sergi-archive-')), 'museum');
    mkdirSync(join(folder, 'images'), { recursive: true });
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a1f3d' } })
      .png()
      .toBuffer();
    writeFileSync(join(folder, 'images', 'gün.png'), bytes);
    const line = (n: number, images: object[] = []) => ({
      ...{ externalId: `console-${n}`, publishedAt: '2019-05-01', category: 'news', images },
      translations: { az: { title: `Köhnə xəbər ${n}`, body: 'Mətn.' } },
    });
    const image = (file: string) => ({ file, alt: { az: 'Gün' } });
    const lines = [line(1, [image('images/gün.png')]), line(2, [image('images/none.png')]), line(1), line(4)];
    const archive = [...lines.map((one) => JSON.stringify(one)), '{"=cmd'].join('\r\n');
    writeFileSync(join(folder, 'archive.jsonl'), `\uFEFF${archive}`);

    const opened = await signedIn('admin', { path: '/imports' });
    const { page, messages } = opened;
    const choose = async () => {
      await page.getByLabel('Choose a folder').setInputFiles(folder);
      await page.getByText('archive.jsonl, with 1 file beside it').waitFor();
    };
    await choose();
    expect(await shortcomings(opened)).toEqual([]);
    // The way on has the focus.
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Check');
    await page.keyboard.press('Enter');
    await page.getByText('3 lines are refused and would be left out.').waitFor();
    const rows = page.getByRole('table').getByRole('row');
    const said = await rows.allTextContents();
    expect(said.map((text) => /^\d*/.exec(text)?.[0])).toEqual(['', '2', '3', '5']);
    expect(said[1]).toContain('It is not among the files that you have chosen: images/none.png');
    expect(await shortcomings(opened)).toEqual([]);
    await page.getByLabel('Search in lines and reasons').fill('none.png');
    await expect.poll(() => rows.count()).toBe(2);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect(readFileSync(await (await download).path(), 'utf16le')).toContain('"2"\t"console-2"\t"refused"\t"images.0"');

    await page.getByRole('button', { name: 'Import', exact: true }).click();
    // It goes on while the admin is on another screen.
    await page.getByRole('link', { name: 'Operations' }).first().click();
    await page.getByRole('link', { name: 'Import of an archive' }).click();
    await page.getByRole('heading', { name: 'What the import has done' }).waitFor();
    await page.getByText('2 new').waitFor();

    // As after a laptop was closed: the same once more.
    await page.reload();
    await choose();
    await page.keyboard.press('Enter');
    await page.getByText('2 as they were').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.goto(page.url().replace('/imports', '/events?q=Köhnə'));
    await page.getByRole('link', { name: 'Köhnə xəbər 1' }).click();
    await page.locator('.picture img').first().waitFor();
    expect(messages).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe('background work', () => {
  it('makes the public pages again after a warning, and lists what was set aside', async () => {
    const opened = await signedIn('admin', { path: '/jobs' });
    const { page, messages } = opened;
    await page.getByText('Nothing was set aside.').waitFor();
    await page.getByRole('button', { name: 'Make again …' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The pages stay public meanwhile').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const bar = page.getByRole('region', { name: 'The public pages are being made again.' });
    await bar.getByText('Done.').waitFor();
    await page.getByRole('link', { name: 'Public pages rebuilt' }).first().waitFor();
    // What fails again and again takes minutes to be set aside: here the API says so.
    const id = '01J1YQ8C4E7G0J3M6P9R2T5V8X';
    const letter = { queue: 'exhibitions', sentAt: '2026-11-01T08:00:00.000Z', failedAt: '2026-11-01T08:40:00.000Z' };
    let left = [
      { ...letter, id: 'one', reason: 'AccessDenied', subject: { kind: 'job', id } },
      { ...letter, id: 'two' },
    ];
    await page.route('**/v1/staff/set-aside', (route) =>
      route.fulfill({ json: { queues: [{ queue: 'exhibitions', count: left.length }], items: left } }),
    );
    const sent: unknown[] = [];
    const isAnswered = Promise.withResolvers<void>();
    await page.route('**/v1/staff/replay', async (route) => {
      sent.push(route.request().postDataJSON());
      await isAnswered.promise;
      left = left.slice(1);
      return route.fulfill({ json: { queue: 'exhibitions', count: 1 } });
    });
    await page.reload();
    await page.getByText('Reason: AccessDenied').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.getByRole('button', { name: /^Try again: Background work/ }).focus();
    await page.keyboard.press('Enter');
    // Another row that is pressed meanwhile has its turn.
    await page.getByRole('button', { name: /^Try again: It does not say/ }).press('Enter');
    await expect.poll(() => sent.length).toBe(1);
    isAnswered.resolve();
    await page.getByText('Reason: AccessDenied').waitFor({ state: 'detached' });
    await page.getByText('Nothing was set aside.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('set-aside');
    expect(sent).toEqual([
      { queue: 'exhibitions', message: 'one' },
      { queue: 'exhibitions', message: 'two' },
    ]);
    expect(messages).toEqual([]);
  });
});

describe('the audit', () => {
  it('names people and items, is filtered by both and by what was done, and comes as a file', async () => {
    const opened = await signedIn('admin', { path: '/audit' });
    const { page } = opened;
    const rows = page.getByRole('list', { name: 'Audit' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.getByLabel('What was done').selectOption({ label: 'Exhibition published' });
    await page.waitForURL(/action=exhibition.published/);
    await page.getByText('Exhibition published: ').first().waitFor();
    const all = await rows.allTextContents();
    expect(all.every((text) => text.startsWith('Exhibition published: '))).toBe(true);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const lines = readFileSync(await (await download).path(), 'utf16le')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toContain('"Time"\t"What was done"');
    expect(lines).toHaveLength(all.length + 1);

    await rows
      .first()
      .getByRole('link', { name: /^All of it/ })
      .click();
    await page.getByLabel('What was done').selectOption({ label: 'Exhibition begun' });
    await page.getByText(/^Only what was done to/).waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByLabel('Person').selectOption({ label: 'Sergi itself' });
    await page.getByText('Nothing of this kind was done.').waitFor();

    // Of a changed role it says whose it is and what it is now.
    const ask = await askAs(page);
    const invited = { email: 'sevda@example.org', name: 'Sevda Ağayeva', groups: ['contributor'], language: 'az' };
    const { id } = await ask('/accounts', invited);
    await ask(`/accounts/${id}/groups`, { groups: ['editor'] }, 'PUT');
    await page.goto(`${new URL(page.url()).origin}/console/audit?action=account.groupsChanged`);
    const changed = rows.filter({ has: page.getByRole('link', { name: 'Sevda Ağayeva', exact: true }) });
    await changed.getByText('Role changed: Sevda Ağayeva').waitFor();
    await changed.getByText('role granted: Editor').waitFor();

    // With the last page of a list its button goes, and leaves the focus where the list ends.
    await page.route('**/v1/staff/audit?*', async (route) => {
      const isLast = new URL(route.request().url()).searchParams.has('cursor');
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: isLast ? { items: [] } : { ...answer, nextCursor: 'more' } });
    });
    await page.goto(`${new URL(page.url()).origin}/console/audit`);
    await page.getByRole('button', { name: 'Show older ones' }).press('Enter');
    await page.getByText('These are all.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('These are all.');
    expect(await shortcomings(opened)).toEqual([]);
  });

  it('and the other operations are for admins, and fit on a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const opened = await signedIn('admin', { path: '/audit', viewport, locale: 'az-AZ' });
    await opened.page.getByRole('listitem').first().waitFor();
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await shortcomings(opened)).toEqual([]);
    const editor = await signedIn('editor');
    expect(await editor.page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
  });
});
