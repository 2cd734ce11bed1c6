import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const signedIn = signInWith(useBrowser());

/** Calls the API as the person whose console is open. */
const apiOf = async (page: Page) => {
  const asked = page.waitForRequest(/\/v1\/staff\//);
  await page.reload();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  return async (path: string, body: object, { method = 'POST', version = 0 } = {}) => {
    const headers = {
      ...{ authorization, 'content-type': 'application/json' },
      ...(version > 0 && { 'if-match': `"${version}"` }),
    };
    const response = await fetch(`${inject('site')}/v1/staff${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    // biome-ignore lint/suspicious/noExplicitAny: the fields of an answer are taken as they come
    return (await response.json()) as any;
  };
};

const consent = { guardian: 'Könül Ünvanlı', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true };

describe('an admin', () => {
  it('erases former addresses that name a child, from the desk for consents and from the first screen', async () => {
    const opened = await signedIn('admin');
    const { page } = opened;
    const api = await apiOf(page);
    const exhibition = await api('/exhibitions', { translations: { en: { title: 'Drawings of the hills' } } });
    const works = `/exhibitions/${exhibition.id}/artworks`;
    const artist = { name: 'Zəhra Ünvanova', isMinor: true, consent: { ...consent, name: 'full' } };
    const work = await api(works, { translations: { en: { title: 'Hills' } }, artist });
    const texts = (slug: string) => ({ az: { title: 'Təpələr haqqında', slug, body: 'Mətn' } });
    const news = await api('/events', { category: 'news', translations: texts('zehra-unvanova-qalib') });
    await api(`/events/${news.id}/publish`, {});
    let { version } = news;
    for (const slug of ['zehra-unvanova-birinci', 'tepeler-haqqinda']) {
      version += 1;
      const renamed = await api(`/events/${news.id}`, { translations: texts(slug) }, { method: 'PATCH', version });
      ({ version } = renamed);
      await api(`/events/${news.id}/publish`, {});
    }
    const narrowed = { artist: { ...artist, consent: { ...consent, name: 'none' } } };
    await api(`${works}/${work.id}`, narrowed, { method: 'PATCH', version: work.version });

    const focused = () => page.evaluate('document.activeElement?.textContent');
    await page.goto(`${inject('site')}/console/consent`);
    await page.getByLabel('Name of an artist').fill('Zəhra Ünvanova');
    await page.getByLabel('Name of an artist').press('Enter');
    const found = page.getByRole('list', { name: 'Texts', exact: true });
    const addresses = found.getByRole('listitem').filter({ hasText: 'Former address of the page' });
    await addresses.nth(1).waitFor();
    await addresses.first().getByRole('button', { name: 'Erase this address …' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).press('Enter');
    await addresses.nth(1).waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Texts');
    expect(await shortcomings(opened)).toEqual([]);

    await page.goto(`${inject('site')}/console/`);
    const block = page.getByRole('region', { name: /^Texts that name somebody/ });
    const item = block.getByRole('listitem').filter({ hasText: 'Təpələr haqqında' });
    await item.getByText('an administrator erases it').waitFor();
    await item.getByRole('button', { name: 'Erase this address …' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It cannot be undone.').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await dialog.getByRole('button', { name: 'Erase', exact: true }).press('Enter');
    await item.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Waiting for you');
    for (const slug of ['zehra-unvanova-qalib', 'zehra-unvanova-birinci']) {
      const former = await fetch(`${inject('site')}/az/events/${slug}`, { redirect: 'manual' });
      expect(former.status).toBe(410);
    }
  });

  it('says that the settings mean another person, and erases their earlier versions', async () => {
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
