import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { pdf } from '../../support/documents.ts';
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

    await entry.getByRole('button', { name: 'Answer a request' }).press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to read and print' }).press('Enter');
    expect((await download).suggestedFilename()).toMatch(/^access-[\d-]+\.html$/);
    await page.getByRole('button', { name: 'Close' }).last().press('Enter');

    await entry.getByRole('button', { name: 'Take consent back' }).press('Enter');
    const dialog = page.getByRole('dialog');
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
    expect([...faults, ...(await shortcomings(opened))]).toEqual([]);
    // A picture that was on its way when it was erased.
    expect(messages.filter((message) => !message.includes('404'))).toEqual([]);
  });

  it('is not for contributors', async () => {
    const { page } = await signedIn('contributor');
    expect(await page.getByRole('link', { name: 'Consents' }).count()).toBe(0);
  });
});
