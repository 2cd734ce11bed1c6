import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();
const signedIn = signInWith(open);

let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

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

    await press('Send a test message');
    await page
      .getByText(/The receiver has answered 204/)
      .first()
      .waitFor();
    expect(receiver.received).toHaveLength(1);
    await page.getByText(/^Details: Test/).click();
    await page.getByText('"webhookId"').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.getByRole('button', { name: /^Send again: Test/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 attempts').waitFor();
    expect(receiver.received).toHaveLength(2);

    await press('Make a new secret');
    await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click();
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
    await press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There is no webhook yet.').waitFor();
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
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toContain('"Time","What was done"');
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
