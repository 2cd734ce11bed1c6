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
  it('erases a former address that names a child from the first screen', async () => {
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
    const renamed = { translations: texts('tepeler-haqqinda') };
    const published = { method: 'PATCH', version: news.version + 1 };
    await api(`/events/${news.id}`, renamed, published);
    await api(`/events/${news.id}/publish`, {});
    const narrowed = { artist: { ...artist, consent: { ...consent, name: 'none' } } };
    await api(`${works}/${work.id}`, narrowed, { method: 'PATCH', version: work.version });

    await page.reload();
    const block = page.getByRole('region', { name: /^Texts that name somebody/ });
    const item = block.getByRole('listitem').filter({ hasText: 'Təpələr haqqında' });
    await item.getByText('an administrator erases it').waitFor();
    await item.getByRole('button', { name: 'Erase this address …' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It cannot be undone.').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await dialog.getByRole('button', { name: 'Erase', exact: true }).press('Enter');
    await item.waitFor({ state: 'detached' });
    const former = await fetch(`${inject('site')}/az/events/zehra-unvanova-qalib`, { redirect: 'manual' });
    expect(former.status).toBe(410);
  });

  it('says that the settings mean another person, and erases their earlier versions', async () => {
    const opened = await signedIn('admin', { path: '/site' });
    const { page } = opened;
    const api = await apiOf(page);
    const exhibition = await api('/exhibitions', { translations: { en: { title: 'Drawings of the wind' } } });
    const artist = { name: 'Kamran Küləkov', isMinor: true, consent: { ...consent, name: 'none' } };
    await api(`/exhibitions/${exhibition.id}/artworks`, { translations: { en: { title: 'Wind' } }, artist });
    await page.getByLabel('Words (English)').fill('The wind has no colour.');
    await page.getByLabel('Who says it (English)').fill('Kamran Kulekov, painter');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    const names = page.getByRole('region', { name: 'These texts may name somebody' });
    await names.getByText('Quotation (English): entry 1').waitFor();
    expect(await page.getByLabel('Who says it (English)').getAttribute('aria-invalid')).toBe('true');
    expect(await shortcomings(opened)).toEqual([]);
    await names.getByRole('button').press('Enter');
    await names.waitFor({ state: 'detached' });
    await save.click();
    await page.getByText('Everything is saved').waitFor();

    await page.getByLabel('Words (English)').fill('');
    await page.getByLabel('Who says it (English)').fill('');
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
