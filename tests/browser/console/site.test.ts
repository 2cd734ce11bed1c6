import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';
import { apiOf, consent } from './api-of.ts';

const open = useBrowser();
const signedIn = signInWith(open);

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Everything is saved').waitFor();
};

describe('the settings of the site', () => {
  it('are changed by an admin with the keyboard, hold when the page is loaded again, and are put back from their history', async () => {
    const opened = await signedIn('admin', { path: '/site' });
    const { page, messages } = opened;
    const api = await apiOf(page);
    const first = await api('/site');
    // The tests of other files see the same site, and the menu has a place for each of its sections.
    onTestFinished(async () => {
      const { items } = await api('/site/revisions?limit=1');
      await api('/site', first, { method: 'PUT', version: items[0].version });
    });
    await page.getByLabel('Name of the institution (English)').fill('Museum of Light');
    await page.getByLabel('Telephone').fill('+994 12 493 00 00');
    await page.getByLabel('Colours of our own').check();
    await page.getByLabel('Links and buttons').fill('#ffcc00');
    await page.getByText('It needs 4.5').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('This is not saved.').waitFor();
    // The refusal stands at its field.
    expect(await page.getByLabel('Links and buttons').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Links and buttons').fill('#7a1f3d');
    expect(await shortcomings(opened)).toEqual([]);

    const up = page.getByRole('button', { name: 'Forward: News' });
    await up.focus();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate('document.activeElement?.getAttribute("aria-label")');
    await page.getByText('Now at place 1').waitFor();
    // At the top there is no way further up: the focus stays in the row.
    expect(await focused()).toBe('Back: News');
    await page.getByRole('button', { name: 'Add a section' }).click();
    await page.keyboard.type('Layihələr');
    const sections = page.getByRole('group', { name: 'Sections' }).getByRole('listitem');
    await sections.last().getByLabel('Address').fill('projects');
    await save(page);
    await page.reload();
    expect(await page.getByLabel('Telephone').inputValue()).toBe('+994 12 493 00 00');
    expect(await sections.first().getByLabel('Address').inputValue()).toBe('news');
    expect(await sections.last().getByLabel('Address').inputValue()).toBe('projects');
    expect(await page.getByRole('banner').getByText('Museum of Light').count()).toBe(1);

    await page.getByText('Earlier versions').click();
    const versions = page.getByRole('list', { name: 'Earlier versions' }).getByRole('listitem');
    await versions.nth(1).waitFor();
    const count = await versions.count();
    const put = page.getByRole('button', { name: /Put version \d+ into the form/ }).first();
    // What is written and not saved is not replaced without a question.
    await page.getByLabel('Telephone').fill('+994 12 333 33 33');
    await put.click();
    await page.getByRole('dialog').getByText('the place of what is written').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Telephone').inputValue()).toBe('+994 12 333 33 33');
    // Its answer is on its way for long: until it is there, the dialogue stays.
    const answer = Promise.withResolvers<void>();
    const held = '**/v1/staff/site/revisions/*';
    await page.route(held, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await put.click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Put it into the form' });
    const read = page.waitForRequest(held);
    await confirm.click();
    await read;
    expect(await confirm.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(1);
    answer.resolve();
    await dialog.waitFor({ state: 'detached' });
    await page.unroute(held);
    await save(page);
    expect(await page.getByLabel('Telephone').inputValue()).not.toBe('+994 12 493 00 00');
    expect(await sections.getByLabel('Address').last().inputValue()).not.toBe('projects');
    // It is a version of its own, and the one that holds: nothing is to be put back of it.
    await versions.nth(count).waitFor();
    expect(await versions.first().getByRole('button').count()).toBe(0);
    // What is typed before the version is there is not replaced without a question either.
    const late = Promise.withResolvers<void>();
    await page.route(held, async (route) => {
      await late.promise;
      await route.continue();
    });
    const asked = page.waitForRequest(held);
    await put.click();
    await asked;
    await page.getByLabel('Telephone').fill('+994 12 333 33 33');
    late.resolve();
    await dialog.getByText('the place of what is written').waitFor();
    expect(await page.getByLabel('Telephone').inputValue()).toBe('+994 12 333 33 33');
    await page.keyboard.press('Escape');
    expect(messages.filter((message) => !message.includes('400'))).toEqual([]);
  });

  it('are there again, as far as they are not saved, after another screen was opened', async () => {
    const opened = await signedIn('admin', { path: '/site' });
    const { page } = opened;
    const before = await page.getByLabel('Telephone').inputValue();
    await page.getByLabel('Telephone').fill('+994 12 222 22 22');
    await page.getByRole('link', { name: 'Notices' }).click();
    await page.getByText('is kept on this device').waitFor();
    await page.goBack();
    await page.getByText('is here again').waitFor();
    expect(await page.getByLabel('Telephone').inputValue()).toBe('+994 12 222 22 22');
    expect(await shortcomings(opened)).toEqual([]);
    // It can be given up also where it could not be saved.
    const saving = page.getByRole('button', { name: 'Save', exact: true });
    await page.route('**/v1/staff/site', (route) => route.abort('internetdisconnected'));
    await saving.press('Enter');
    await page.getByText('There is no connection. Please try again').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Save');
    await page.unroute('**/v1/staff/site');
    await page.getByRole('button', { name: 'Delete it' }).press('Enter');
    expect(await page.getByLabel('Telephone').inputValue()).toBe(before);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.getByRole('link', { name: 'Notices' }).click();
    await page.goBack();
    await page.getByLabel('Telephone').waitFor();
    expect(await page.getByText('is here again').count()).toBe(0);

    // A browser without room says so before anything is lost.
    await page.evaluate("Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); }");
    await page.getByLabel('Telephone').fill('+994 12 444 44 44');
    await page.getByText('This browser keeps nothing of what is not saved').waitFor();
    await page.reload();
    await page.getByLabel('Telephone').waitFor();
    // What cannot be sent is said to be kept only where it is.
    await page.context().setOffline(true);
    await page.getByLabel('Telephone').fill('+994 12 111 11 11');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('There is no connection. Please try again').waitFor();
    await page.context().setOffline(false);
  });

  it('are put together where two have changed them', async () => {
    const one = await signedIn('admin', { path: '/site' });
    const other = await signedIn('admin', { path: '/site' });
    await one.page.getByLabel('Telephone').fill('111');
    await one.page.getByLabel('E-mail').fill('info@example.org');
    await other.page.getByLabel('Telephone').fill('222');
    await save(one.page);
    // What is typed while the answer is on its way is kept.
    const answer = Promise.withResolvers<void>();
    await other.page.route('**/v1/staff/site', async (route) => {
      if (route.request().method() === 'GET') await answer.promise;
      await route.continue();
    });
    const read = other.page.waitForRequest((request) => request.method() === 'GET' && request.url().endsWith('/site'));
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await read;
    const name = other.page.getByLabel('Name of the institution (Russian)');
    const before = await name.inputValue();
    await name.fill('Музей');
    answer.resolve();
    await other.page.getByText('These fields you have both changed').waitFor();
    expect(await other.page.getByLabel('E-mail').inputValue()).toBe('info@example.org');
    expect(await other.page.getByLabel('Telephone').inputValue()).toBe('222');
    expect(await name.inputValue()).toBe('Музей');
    await other.page.getByRole('button', { name: 'Take the other’s: Telephone' }).click();
    expect(await other.page.getByLabel('Telephone').inputValue()).toBe('111');
    await other.page.getByLabel('Telephone').fill('');
    await other.page.getByLabel('E-mail').fill('');
    await name.fill(before);
    await save(other.page);
  });

  it('bring the pages after a change of languages, with a bar, and the work is listed afterwards', async () => {
    const opened = await signedIn('admin', { path: '/site' });
    const { page } = opened;
    await page.getByRole('button', { name: 'Forward: Russian' }).click();
    await save(page);
    const job = page.getByRole('region', { name: 'The pages are being brought up to date.' });
    await job.getByText('Done.').waitFor();
    await page.getByRole('button', { name: 'Back: Russian' }).click();
    await save(page);
    await job.getByText('Done.').waitFor();
    await page.getByRole('link', { name: 'Background work' }).click();
    await page.getByRole('link', { name: 'Change of the settings' }).first().click();
    await page.getByText('Done.').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
  });

  it('are for admins to change, and fit on a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const opened = await signedIn('editor', { path: '/site', viewport, locale: 'az-AZ' });
    await opened.page.getByText('Saytı yalnız administratorlar').waitFor();
    expect(await opened.page.getByRole('button', { name: 'Yadda saxla' }).count()).toBe(0);
    expect(await opened.page.getByRole('link', { name: 'Sayt', exact: true }).count()).toBe(0);
    const width = await opened.page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
    expect(await shortcomings(opened)).toEqual([]);
  });

  it('say that they mean another person, and lose their earlier versions', async () => {
    const opened = await signedIn('admin', { path: '/site' });
    const { page } = opened;
    const api = await apiOf(page);
    const exhibition = await api('/exhibitions', { translations: { en: { title: 'Drawings of the wind' } } });
    const artist = { name: 'Kamran Küləkov', isMinor: true, consent: { ...consent, name: 'none' } };
    await api(`/exhibitions/${exhibition.id}/artworks`, { translations: { en: { title: 'Wind' } }, artist });
    await page.getByLabel('Words (English)').fill('The wind has no colour.');
    await page.getByRole('textbox', { name: 'Who says it (English)' }).fill('Kamran Kulekov, painter');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    const names = page.getByRole('region', { name: 'These texts may name somebody' });
    await names.getByText('Who says it (English): entry 1').waitFor();
    expect(await page.getByRole('textbox', { name: 'Who says it (English)' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(await shortcomings(opened)).toEqual([]);
    await names.getByRole('button').press('Enter');
    await names.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Save');
    await save.click();
    await page.getByText('Everything is saved').waitFor();

    await page.getByLabel('Words (English)').fill('');
    await page.getByRole('textbox', { name: 'Who says it (English)' }).fill('');
    await save.click();
    await page.getByText('Everything is saved').waitFor();
    await page.getByText('Earlier versions', { exact: true }).click();
    await page.getByRole('button', { name: 'Erase all earlier versions …' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).press('Enter');
    await page.getByText(/^Erased versions: \d+\.$/).waitFor();
    const versions = page.getByRole('list', { name: 'Earlier versions' }).getByRole('listitem');
    await versions.nth(1).waitFor({ state: 'detached' });
    expect(await shortcomings(opened)).toEqual([]);
  });
});
