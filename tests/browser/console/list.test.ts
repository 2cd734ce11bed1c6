import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { type Opened, shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();

const signedIn = signInWith(open);

/** Makes an event as the person who is signed in, and leaves the list open. */
const begun = async (page: Page, title: string, hasText = true): Promise<void> => {
  await page.goto(`${inject('site')}/console/events/new`);
  await page.getByLabel('Title').fill(title);
  if (hasText) await page.getByLabel('Text', { exact: true }).fill('Come and see.');
  await page.getByLabel('Section').selectOption('news');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/events\/[0-9A-Z]{26}$/);
};

const box = (page: Page, title: string) => page.getByRole('checkbox', { name: `Select: ${title}`, exact: true });

const faultsOf = async (opened: Opened, faults: string[]): Promise<void> => {
  faults.push(...(await shortcomings(opened)));
};

describe('the list of events', () => {
  it('acts on several at once, reports what was refused and why, and undoes', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const faults: string[] = [];
    for (const n of [1, 2, 3]) await begun(page, `Listed ${n}`, n !== 2);
    await page.getByRole('link', { name: 'Events and news' }).click();
    const search = page.getByLabel('Search in titles');
    await search.pressSequentially('listed ');
    await page.waitForURL(/q=listed$/);
    await page.getByText('3 in all.').waitFor();
    // What was looked for meanwhile takes no space from between two words.
    await search.pressSequentially('1');
    await page.getByText('1 in all.').waitFor();
    expect(await search.inputValue()).toBe('listed 1');
    await search.fill('listed');
    await page.waitForURL(/q=listed$/);
    await page.getByText('3 in all.').waitFor();

    // From one box to another, by keys.
    await box(page, 'Listed 3').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 selected').waitFor();
    await faultsOf(opened, faults);
    await page.getByRole('button', { name: 'Publish … (3)' }).click();
    await faultsOf(opened, faults);
    await page.getByRole('dialog').getByRole('button', { name: 'Publish (3)' }).click();
    const report = page.getByRole('region', { name: 'Publish: 2 done' });
    await report.getByText('1 was refused:').waitFor();
    await report.getByRole('link', { name: 'Listed 2' }).waitFor();
    expect(await page.evaluate<string>('document.activeElement.ariaLabel')).toBe('Publish: 2 done');
    await faultsOf(opened, faults);

    await page.getByLabel('Select all that are shown').check();
    await page.getByRole('button', { name: 'Withdraw … (2)' }).click();
    await page.getByText('For one other it is not possible').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw (2)' }).click();
    await page.getByRole('region', { name: 'Withdraw: 2 done' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('region', { name: 'Undone: 2' }).waitFor();
    const published = page.getByRole('row', { name: /Listed 1/ });
    await published.getByText('Published').waitFor();

    await box(page, 'Listed 2').check();
    await page.getByRole('button', { name: 'Archive … (1)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive (1)' }).click();
    await page.getByText('2 in all.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 in all.').waitFor();

    await box(page, 'Listed 1').check();
    await page.getByRole('button', { name: 'Copy as a new draft' }).click();
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    await page.getByText('This is a copy').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Listed 1');
    expect(await page.locator('.publication .status').textContent()).toBe('Draft');
    expect(faults).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('begins what its button says, in the section and campaign that it shows', async () => {
    const opened = await signedIn('editor', { path: '/events?category=announcements' });
    const { page } = opened;
    // The list has the same names, and is there until the editor has come.
    const editor = page.locator('form.editor');
    const kind = editor.getByLabel('What it is');
    await page.getByRole('link', { name: 'New event' }).click();
    expect(await kind.inputValue()).toBe('event');
    expect(await editor.getByLabel('Section').inputValue()).toBe('announcements');
    // Nothing is written yet: there is nothing to keep.
    await page.getByRole('link', { name: 'Events and news' }).first().click();
    await page.getByRole('link', { name: 'New news item' }).click();
    expect(await kind.inputValue()).toBe('news');
    expect(await editor.getByLabel('Section').inputValue()).toBe('');
    expect(await shortcomings(opened)).toEqual([]);
    await page.goto(`${inject('site')}/console/events?kind=notice`);
    await page.getByRole('link', { name: 'New notice' }).waitFor();
    expect(await page.getByRole('link', { name: 'New event' }).count()).toBe(0);

    // An event without a time is an event, also where its draft is taken up in what was begun as news.
    await page.getByRole('link', { name: 'Events and news' }).first().click();
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('A day to be named');
    await page.waitForURL(/draft=/);
    await page.getByRole('link', { name: 'Events and news' }).first().click();
    await page.getByRole('link', { name: 'New news item' }).click();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByRole('heading', { name: 'A day to be named' }).waitFor();
    expect(await kind.inputValue()).toBe('event');
    await page.reload();
    await page.getByRole('heading', { name: 'A day to be named' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    await page.reload();
    expect(await kind.inputValue()).toBe('event');
  });

  it('says who has begun an event, also somebody without a name', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Begun by somebody');
    await page.route('**/v1/staff/events?*', async (route) => {
      const answer = await (await route.fetch()).json();
      const items = answer.items.map((one: object) => ({ ...one, createdBy: { id: 'unknown' } }));
      await route.fulfill({ json: { ...answer, items } });
    });
    await page.getByRole('link', { name: 'Events and news' }).click();
    const row = page.getByRole('rowheader', { name: 'Begun by somebody' });
    await row.getByText('News · somebody without a name').waitFor();
  });

  it('keeps every filter in the address, and offers a contributor no act of editors', async () => {
    const opened = await signedIn('contributor', { path: '/events' });
    const { page } = opened;
    await page.getByText('More filters').click();
    await page.getByRole('checkbox', { name: /^Published/ }).check();
    await page.getByLabel('Missing in').selectOption({ label: 'Russian' });
    await page.getByRole('button', { name: 'Takes place' }).click();
    await page.getByRole('button', { name: 'Takes place' }).click();
    await page.waitForURL(/order=descending/);
    const { search } = new URL(page.url());
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      ...{ status: 'published', missing: 'ru', sort: 'starts', order: 'descending' },
    });
    await page.reload();
    expect(await page.getByLabel('Missing in').inputValue()).toBe('ru');
    expect(await page.getByRole('columnheader', { name: 'Takes place' }).getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByLabel('Select all that are shown').check();
    await page.getByRole('button', { name: 'Select none' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Publish|Withdraw)/ }).count()).toBe(0);
  });
});
