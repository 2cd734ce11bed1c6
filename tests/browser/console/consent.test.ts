import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { pdf } from '../../support/files/documents.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const signedIn = signInWith(useBrowser());

/** Calls the API as the person whose console is open. */
const apiOf = async (page: Page) => {
  const asked = page.waitForRequest(/\/v1\/staff\//);
  await page.reload();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  return async (path: string, body: object, method = 'POST') => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(`${inject('site')}/v1/staff${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    // biome-ignore lint/suspicious/noExplicitAny: the fields of an answer are taken as they come
    return (await response.json()) as any;
  };
};

const consent = {
  guardian: 'Könül Baxışova',
  grantedOn: '2022-01-01',
  expiresOn: '2099-12-31',
  image: true,
  name: 'full',
};

describe('the desk for consents', () => {
  it('finds a child in any spelling, shows what a withdrawal does before it is done, and erases, by the keyboard', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const api = await apiOf(page);
    const exhibition = await api('/exhibitions', { translations: { en: { title: 'Drawings of the sea' } } });
    for (const name of ['Zümrüd Baxışova', 'Kamal Orucov']) {
      const artist = { name, isMinor: true, consent: { ...consent, name: 'first' } };
      await api(`/exhibitions/${exhibition.id}/artworks`, { translations: { en: { title: 'Waves' } }, artist });
    }
    const news = {
      category: 'news',
      translations: { en: { title: 'Winners', body: 'First came Zumrud Bakhishova.' } },
    };
    await api('/events', news);

    await page.getByRole('link', { name: 'Consents' }).press('Enter');
    await page.getByLabel('Name of an artist').fill('Зумруд Бахышова');
    await page.getByLabel('Name of an artist').press('Enter');
    const entry = page.getByRole('listitem', { name: 'Zümrüd Baxışova' });
    await entry.getByText('Könül Baxışova').waitFor();
    expect(await page.getByRole('listitem', { name: 'Kamal Orucov' }).count()).toBe(0);
    expect(page.url()).toMatch(/\/console\/consent$/);
    const texts = page.getByRole('list', { name: 'Texts' });
    await texts.getByRole('link', { name: 'Winners' }).waitFor();
    const faults = await shortcomings(opened);

    // What the mother has asked for weeks ago: it is overdue, and is done at this desk.
    await entry.getByRole('checkbox').press('Space');
    await page.getByRole('button', { name: 'Enter a request' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('About 1 entry').waitFor();
    await dialog.getByLabel('What is asked for').selectOption('erasure');
    const received = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('Received on').fill(received);
    await dialog.getByLabel('Name of the person').fill('Zümrüd Baxışova');
    await dialog.getByLabel('Note').fill('Call the mother back.');
    faults.push(...(await shortcomings(opened)));
    await dialog.getByLabel('Name of the person').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Consents' }).press('Enter');
    await page.getByRole('link', { name: 'Requests of people' }).press('Enter');
    const request = page.getByRole('listitem', { name: 'Zümrüd Baxışova' });
    await request.getByText('Overdue').waitFor();
    await request.getByText('Call the mother back.').waitFor();
    faults.push(...(await shortcomings(opened)));
    await page.getByRole('link', { name: 'Look up … Zümrüd Baxışova' }).press('Enter');
    const working = page.getByRole('region', { name: 'For this request' });
    await working.getByRole('button', { name: 'Search for the name' }).press('Enter');
    await entry.waitFor();
    expect(decodeURIComponent(page.url())).not.toMatch(/Zümrüd|Baxışova/i);

    await entry.getByRole('button', { name: 'Change consent' }).press('Enter');
    await page.getByLabel('To, this day included').fill('2030-06-30');
    faults.push(...(await shortcomings(opened)));
    await page.getByRole('button', { name: 'Show what changes' }).press('Enter');
    await page.getByRole('dialog').getByText('Nothing leaves the public').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await entry.getByText('30 Jun 2030').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('What was done');

    await entry.getByText('Forms (scans)').press('Enter');
    const scan = { name: 'Zumrud Bakhishova.pdf', mimeType: 'application/pdf', buffer: await pdf(['Razilam.']) };
    await entry.getByLabel('Add a scan').setInputFiles(scan);
    await entry.getByRole('button', { name: 'Show' }).press('Enter');
    await page.getByRole('dialog').getByRole('link', { name: 'Open the PDF' }).waitFor();
    faults.push(...(await shortcomings(opened)));
    await page.getByRole('button', { name: 'Close' }).last().press('Enter');
    // Each file that is not taken is named; what is deleted leaves the focus with the list.
    const wrong = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Razılam.') };
    const empty = { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) };
    const second = { name: 'second.pdf', mimeType: 'application/pdf', buffer: await pdf(['Razilam, yenə.']) };
    await entry.getByLabel('Add a scan').setInputFiles([wrong, empty, second]);
    await entry.getByText('letter.txt: ').waitFor();
    await entry.getByText('empty.pdf: ').waitFor();
    const scans = entry.getByRole('list', { name: 'Forms (scans)' }).getByRole('listitem');
    await scans.nth(1).waitFor();
    faults.push(...(await shortcomings(opened)));
    await scans
      .last()
      .getByRole('button', { name: /^Delete/ })
      .press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .press('Enter');
    await scans.nth(1).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Forms (scans)');

    await entry.getByRole('button', { name: 'Answer a request' }).press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to read and print' }).press('Enter');
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^access-[\d-]+\.html$/);
    expect(readFileSync(await saved.path(), 'utf8')).toContain(
      '<blockquote>First came Zumrud Bakhishova.</blockquote>',
    );
    await working.getByText('Document for access made').waitFor();
    await page.getByRole('button', { name: 'Close' }).last().press('Enter');

    await entry.getByRole('button', { name: 'Take consent back' }).press('Enter');
    await dialog.getByText('The name of who has agreed goes with the consent').waitFor();
    await dialog.getByRole('list', { name: 'Texts' }).getByText('Winners').waitFor();
    await dialog.getByRole('button', { name: 'Take consent back' }).press('Enter');
    await entry.getByText('No consent is on record.').waitFor();
    await page.getByLabel('Or a list').selectOption('missing');
    await entry.waitFor();

    await entry.getByRole('button', { name: 'Erase' }).press('Enter');
    await dialog.getByText('0 pictures in all sizes, 0 ratings, 1 scan of a form').waitFor();
    const confirm = dialog.getByRole('button', { name: 'Erase for good' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('To confirm').fill('Zümrüd Baxışova');
    faults.push(...(await shortcomings(opened)));
    await dialog.getByLabel('To confirm').press('Enter');
    await page.getByText('Backups of the tables hold it until').waitFor();
    await entry.waitFor({ state: 'detached' });
    await working.getByText('The name is not kept any more.').waitFor();
    await working.getByRole('list', { name: 'Done for it' }).getByText('Entry erased').waitFor();
    faults.push(...(await shortcomings(opened)));
    await working.getByRole('button', { name: 'Close' }).press('Enter');
    await dialog.getByRole('button', { name: 'Close', exact: true }).press('Enter');
    await working.getByText(/^Answered: /).waitFor();
    // Where nothing is found, the screen says what a guardian's name finds no more, and what is found.
    await page.getByLabel('Name of an artist').fill('Zümrüd Baxışova');
    await page.getByLabel('Name of an artist').press('Enter');
    await page.getByText('the name of the guardian went with it').waitFor();
    expect([...faults, ...(await shortcomings(opened))]).toEqual([]);
    // A picture that was on its way when it was erased.
    expect(messages.filter((message) => !message.includes('404'))).toEqual([]);
  });

  it('says of an adult what readers see, and saves its boxes as they are shown', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const api = await apiOf(page);
    const exhibition = await api('/exhibitions', { translations: { en: { title: 'Drawings of hills' } } });
    const known = { school: 'School of arts', region: 'Quba', isMinor: false };
    for (const [name, form] of Object.entries({ 'Vaqif Tağıyev': 'none', 'Nərgiz Tağıyeva': 'initial' })) {
      const artist = { name, ...known, consent: { ...consent, name: form } };
      await api(`/exhibitions/${exhibition.id}/artworks`, { translations: { en: { title: 'Hills' } }, artist });
    }
    await page.getByRole('link', { name: 'Consents' }).click();
    const search = page.getByLabel('Name of an artist');
    await search.fill('Tağıyev');
    await search.press('Enter');
    const man = page.getByRole('listitem', { name: 'Vaqif Tağıyev' });
    const woman = page.getByRole('listitem', { name: 'Nərgiz Tağıyeva' });
    const beside = (entry: typeof man) => entry.locator('dt', { hasText: 'Beside the name' }).locator('+ dd');
    expect(await beside(man).textContent()).toBe('Age');
    expect(await beside(woman).textContent()).toBe('School, Region, Age');

    await woman.getByRole('button', { name: 'Change consent' }).click();
    const dialog = page.getByRole('dialog');
    for (const name of ['School', 'Region', 'Age']) expect(await dialog.getByLabel(name).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await man.getByRole('button', { name: 'Change consent' }).click();
    await dialog.getByLabel('Name').selectOption('Given name alone');
    expect(await dialog.getByLabel('School').isChecked()).toBe(false);
    expect(await dialog.getByLabel('Age').isChecked()).toBe(true);
    const faults = await shortcomings(opened);
    await dialog.getByRole('button', { name: 'Show what changes' }).click();
    const saving = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const { artist } = await (await saving).json();
    expect(artist.consent).toMatchObject({ name: 'first', school: false, region: false, age: true });
    await expect.poll(() => beside(man).textContent()).toBe('Age');
    expect([faults, messages]).toEqual([[], []]);
  });

  it('is not for contributors', async () => {
    const { page } = await signedIn('contributor');
    expect(await page.getByRole('link', { name: 'Consents' }).count()).toBe(0);
  });
});
