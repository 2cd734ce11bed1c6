import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';
import { apiOf, consent } from './api-of.ts';

const signedIn = signInWith(useBrowser());

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
    // Texts of other tests may name a withheld artist, too.
    await expect
      .poll(async () => [await block.count(), await focused()].join(' '))
      .toMatch(/^1 Texts that name somebody|^0 Waiting for you$/);
    for (const slug of ['zehra-unvanova-qalib', 'zehra-unvanova-birinci']) {
      const former = await fetch(`${inject('site')}/az/events/${slug}`, { redirect: 'manual' });
      expect(former.status).toBe(410);
    }
  });
});
