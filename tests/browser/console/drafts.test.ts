import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { choosePerson, endSession, signInAgain, signInBeside, signInWith } from '../sign-in.ts';
import { begun, save } from '../write-event.ts';
import { hold, kept } from './kept-drafts.ts';

const open = signInWith(useBrowser());

/** Texts are written as Markdown here, in a field that has a value. */
const signedIn = (role: string) => {
  const localStorage = [{ name: 'sergi.textView', value: 'source' }];
  return open(role, { storageState: { cookies: [], origins: [{ origin: inject('site'), localStorage }] } });
};

const text = (page: Page) => page.getByLabel('Text', { exact: true });

describe('what is written in the console', () => {
  it('is lost of neither where two people write the same event', async () => {
    const [one, other] = [await signedIn('editor'), await signedIn('admin')];
    await begun(one.page, 'Written by two');
    await text(one.page).fill('First.\n\nSecond.\n\nThird.');
    await save(one.page);
    await other.page.goto(`${inject('site')}${new URL(one.page.url()).pathname}`);
    await text(other.page).fill('First.\n\nSecond.\n\nThird, by the other.');
    await other.page.getByLabel('Summary').fill('Of the other.');
    await save(other.page);

    // What does not overlap is put together, without a question.
    await text(one.page).fill('First, by one.\n\nSecond.\n\nThird.');
    await save(one.page);
    await one.page.getByText('Saved, together with what').waitFor();
    expect(await text(one.page).inputValue()).toBe('First, by one.\n\nSecond.\n\nThird, by the other.');
    expect(await one.page.getByLabel('Summary').inputValue()).toBe('Of the other.');

    await other.page.getByLabel('Title').fill('Written by two people');
    await text(other.page).fill('First, by the other.\n\nSecond.\n\nThird, by the other.');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = other.page.getByRole('dialog');
    await dialog.waitFor();
    const [mine, theirs] = await dialog.getByRole('group').locator('div[id]').allTextContents();
    expect([mine, theirs]).toEqual([expect.stringContaining('by the other'), expect.stringContaining('by one')]);
    expect(await shortcomings(other)).toEqual([]);
    // Later: nothing is decided, and saving asks again.
    await other.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByLabel(/^By /).check();
    await dialog.getByRole('button', { name: 'Go on with these' }).click();
    await other.page.getByText('Everything is saved').waitFor();
    expect(await text(other.page).inputValue()).toBe('First, by one.\n\nSecond.\n\nThird, by the other.');
    expect(one.messages.concat(other.messages).filter((line) => !line.includes('412'))).toEqual([]);
  });

  it('is there again after leaving, loading again and a new session, and in the list of what is not saved', async () => {
    const opened = await signedIn('editor');
    const { page } = opened;
    page.on('dialog', (dialog) => dialog.accept());
    await begun(page, 'Left in the middle');
    const saved = new URL(page.url()).pathname;
    await text(page).fill('Half a sent');
    // Another page of the console: what was typed last is kept all the same.
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByRole('link', { name: 'Left in the middle' }).first().click();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByText('is here again').waitFor();
    expect(await text(page).inputValue()).toBe('Half a sent');
    await text(page).fill('Half a sentence');
    await kept(page, 'Half a sentence');
    await page.reload();
    await page.getByText('is here again').waitFor();
    expect(await text(page).inputValue()).toBe('Half a sentence');

    // The session ends: signing in again, in another tab, changes nothing of the form.
    await endSession(page, () => page.getByRole('button', { name: 'Save', exact: true }).click());
    // Somebody else who signs in does not send it.
    await signInBeside(page, 'admin');
    await page.getByText('Another person has signed in').waitFor();
    expect(await page.evaluate('sessionStorage.getItem("sergi.refresh-token")')).toBeNull();
    expect(await shortcomings(opened)).toEqual([]);
    await signInAgain(page, 'editor');
    expect(new URL(page.url()).pathname).toBe(saved);
    // What the person has asked to save is saved now.
    await page.getByText('Everything is saved').waitFor();
    expect(await text(page).inputValue()).toBe('Half a sentence');
    await text(page).fill('Half a sentence more');
    await kept(page, 'Half a sentence more');

    // Two new ones in two tabs are two drafts.
    await page.goto(`${inject('site')}/console/events/new`);
    await page.getByLabel('Title').fill('Begun in one tab');
    await kept(page, 'Begun in one tab');
    // The same one in a second tab is not begun a second time, unless that is wanted.
    const second = await page.context().newPage();
    // A tab that is opened by its address has no session yet.
    await second.goto(page.url());
    await second.getByRole('main').getByRole('button').click();
    await choosePerson(second, 'editor');
    await second.getByText('“Begun in one tab” is being written in another tab.').waitFor();
    expect(await second.getByLabel('Title').inputValue()).toBe('');
    await page.goto(`${inject('site')}/console/drafts`);
    await page.getByRole('link', { name: 'Begun in one tab' }).waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    // A title that is one long word breaks on a phone.
    await page.evaluate(`document.querySelector('.drafts a').firstChild.data = 'Ağac'.repeat(60)`);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.evaluate(`document.querySelector('.drafts a').firstChild.data = 'Begun in one tab'`);
    await page.getByRole('button', { name: 'Delete what was written of “Begun in one tab”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('It is deleted.').waitFor();
    await page.getByRole('link', { name: 'Left in the middle' }).click();
    await page.getByText('is here again').waitFor();
    await save(page);

    // The same, saved in two tabs at once: there is nothing to complain of, and nothing left to save.
    await second.goto(`${inject('site')}${saved}`);
    for (const tab of [second, page]) await text(tab).fill('A sentence');
    await Promise.all([page, second].map(save));
    expect(await second.getByRole('alert').allTextContents()).toEqual([]);
    await page.goto(`${inject('site')}/console/drafts`);
    await page.getByText('Everything that you have written').waitFor();
  });

  it('is saved to the last letter where the person asks again while it is on its way', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Asked twice');
    const held = await hold(page);
    await text(page).fill('Once.');
    await page.keyboard.press('Control+s');
    await held.arrived;
    await text(page).fill('Once. Twice.');
    await page.keyboard.press('Control+s');
    held.release();
    await page.getByText('Everything is saved').waitFor();
    expect(held.saves).toEqual(['PATCH', 'PATCH']);
    await page.reload();
    expect(await text(page).inputValue()).toBe('Once. Twice.');
  });

  it('is saved by itself once the person has signed in again, and a failure is seen wherever the page is scrolled to', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Signed out in the middle');
    await page.getByText('Where', { exact: true }).click();
    await page.route(/\/v1\/staff\/events\/\w+$/, (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({ status: 500, json: { message: 'Internal Server Error' } })
        : route.fallback(),
    );
    const price = page.getByLabel('Price').last();
    await price.scrollIntoViewIfNeeded();
    await price.fill('7 AZN');
    await page.keyboard.press('Control+s');
    const failure = page.getByText('Something went wrong here.');
    await expect.poll(() => failure.isVisible()).toBe(true);
    expect((await failure.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.getByText('Not taken yet').waitFor();
    await page.unrouteAll();
    // What may pass is sent again by itself.
    await page.getByText('Everything is saved').waitFor();
    expect(await failure.count()).toBe(0);

    await price.fill('7.50 AZN');
    await endSession(page, () => page.keyboard.press('Control+s'));
    await page.getByText('Waits until you sign in again').waitFor();
    const ended = await page.locator('.ended').boundingBox();
    expect((ended?.y ?? 0) + (ended?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await price.fill('8 AZN');
    await signInAgain(page, 'editor');
    await page.getByText('Everything is saved').waitFor();
    await page.reload();
    await expect.poll(() => price.inputValue()).toBe('8 AZN');
  });

  it('waits without a network and is saved by itself, also where its editor is not open any more', async () => {
    const { page } = await signedIn('editor');
    page.on('dialog', (dialog) => dialog.accept());
    await begun(page, 'Written on a train');
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByRole('link', { name: 'Written on a train' }).first().click();
    await page.getByLabel('Title').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Title').fill('Written in a tunnel');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Waits for the connection').waitFor();
    await page.getByLabel('Summary').fill('Typed meanwhile');
    await page.context().setOffline(false);
    // What was written while it waited goes with it, as the page has said.
    await page.getByText('Everything is saved').waitFor();
    expect(await page.getByLabel('Summary').inputValue()).toBe('Typed meanwhile');
    await page.context().setOffline(true);
    await page.getByLabel('Summary').fill('Typed in the next tunnel');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Waits for the connection').waitFor();
    await page.getByRole('link', { name: 'All events' }).click();
    // The API does not take it at once, and the person is not told that the text is at fault.
    const { promise: isRefused, resolve: refused } = Promise.withResolvers<void>();
    await page.route(/\/v1\/staff\/events\/\w+$/, async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback();
      await route.fulfill({ status: 503, json: { message: 'Service Unavailable' } });
      refused();
    });
    await page.context().setOffline(false);
    await isRefused;
    await page.unrouteAll();
    await page.getByText('What waited is saved: “Written in a tunnel”.').waitFor();
    await page.getByRole('link', { name: 'Written in a tunnel' }).first().click();
    await page.locator('#text').waitFor();
    expect(await page.getByLabel('Summary').inputValue()).toBe('Typed in the next tunnel');

    // The back button while it is being saved: that goes on, and is done once.
    const { arrived, release, saves } = await hold(page);
    await page.getByLabel('Summary').fill('Sent at last');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await arrived;
    await page.goBack();
    await page.getByRole('link', { name: 'New event' }).waitFor();
    release();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Written in a tunnel' }).first().click();
    await expect.poll(() => page.getByLabel('Summary').inputValue()).toBe('Sent at last');
    expect(saves).toEqual(['PATCH']);
  });

  it('is made once where the answer is lost, whatever is typed meanwhile, and also after the page was loaded again', async () => {
    const { page } = await signedIn('editor');
    const isCreation = /\/v1\/staff\/events$/;
    const made: string[] = [];
    const keys = new Set<string>();
    const dropAnswers = () =>
      page.route(isCreation, async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        keys.add(route.request().headers()['idempotency-key'] ?? '');
        const answer = await route.fetch();
        if (answer.status() === 201) made.push((await answer.json()).id);
        await route.abort('connectionreset');
      });
    const isMade = (id: string | undefined) => page.waitForURL(new RegExp(`events/${id}$`));
    await dropAnswers();
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Made once');
    await page.getByLabel('Section').selectOption('news');
    await page.keyboard.press('Control+s');
    await page.getByText('Waits for the connection').waitFor();
    await expect.poll(() => made.length).toBeGreaterThan(0);
    await page.getByLabel('Summary').fill('Typed while it waited');
    await page.unrouteAll();
    await page.getByText('Everything is saved').waitFor();
    await isMade(made[0]);
    await page.reload();
    await expect.poll(() => page.getByLabel('Summary').inputValue()).toBe('Typed while it waited');
    expect([new Set(made).size, keys.size]).toEqual([1, 1]);

    // The page is loaded again before an answer has come: the draft has kept the key.
    await dropAnswers();
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Made once again');
    await page.getByLabel('Section').selectOption('news');
    await page.keyboard.press('Control+s');
    await page.getByText('Waits for the connection').waitFor();
    await kept(page, 'Made once again');
    await page.reload();
    await page.getByText('Waits for the connection').waitFor();
    await page.unrouteAll();
    await page.getByText('Everything is saved').waitFor();
    await isMade(made.at(-1));
    expect([new Set(made).size, keys.size]).toEqual([2, 2]);
  });

  it('is offered in the other tabs of the same item once its tab is closed, and sent by them if it was to be saved', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Open in two tabs');
    const path = new URL(page.url()).pathname;
    const second = await page.context().newPage();
    await second.goto(`${inject('site')}${path}`);
    await second.getByRole('main').getByRole('button').click();
    await choosePerson(second, 'editor');
    await text(second).fill('Written in the second tab');
    await kept(second, 'Written in the second tab');
    expect(await page.getByRole('button', { name: 'Take it over' }).count()).toBe(0);
    // As a crash does: the page is told nothing, and nothing of it runs any more.
    await second.close({ runBeforeUnload: false });
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByText('is here again').waitFor();
    expect(await text(page).inputValue()).toBe('Written in the second tab');
    await save(page);

    // What a tab was to save when it was closed is sent by the one that is left.
    await page.getByRole('link', { name: 'All events' }).click();
    const third = await page.context().newPage();
    await third.goto(`${inject('site')}${path}`);
    await third.getByRole('main').getByRole('button').click();
    await choosePerson(third, 'editor');
    await third.route(/\/v1\/staff\/events\/\w+$/, (route) =>
      route.request().method() === 'PATCH' ? route.abort('connectionfailed') : route.fallback(),
    );
    await text(third).fill('To be saved by another tab');
    await third.keyboard.press('Control+s');
    await third.getByText('Waits for the connection').waitFor();
    await kept(third, 'To be saved by another tab');
    await third.close({ runBeforeUnload: false });
    await page.getByText('What waited is saved: “Open in two tabs”.').waitFor();
  });
});
