import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from './browser.ts';
import { signInWith } from './sign-in.ts';

const open = useBrowser();

const picture = fileURLToPath(new URL('../support/png-named.jpg', import.meta.url));

const signedIn = signInWith(open);

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Everything is saved').waitFor();
};

const begun = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: 'New event' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text', { exact: true }).fill('Come and **see**.');
  await page.getByLabel('Section').selectOption('news');
  await save(page);
  await page.waitForURL(/events\/[0-9A-Z]{26}$/);
};

describe('the console', () => {
  it('leads from signing in to a published event with a picture, and has no shortcoming on the way', async () => {
    const opened = await open('/console', { locale: 'en-GB' });
    const { page, messages } = opened;
    const faults: Record<string, string[]> = { signIn: await shortcomings(opened) };
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'editor' }).click();
    await page.getByRole('list', { name: 'Events and news' }).getByRole('link').first().waitFor();
    faults.list = await shortcomings(opened);
    expect(new URL(page.url()).search).toBe('');

    await begun(page, 'A day of open doors');
    await page.getByLabel('Add pictures').setInputFiles(picture);
    await page.getByLabel('who cannot see it (English)').fill('An open door');
    faults.editor = await shortcomings(opened);
    await save(page);
    await page.getByRole('button', { name: 'Publish …' }).click();
    faults.publish = await shortcomings(opened);
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('It is published.').waitFor();
    await page.getByRole('link', { name: 'English' }).waitFor();

    const id = page.url().split('/').at(-1);
    const published = await (await fetch(`${inject('site')}/v1/events/${id}?locale=en`)).json();
    expect(published).toMatchObject({ title: 'A day of open doors', pictures: [{ alt: 'An open door' }] });
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('returns to the address that was asked for, and stays signed in when it is loaded again', async () => {
    const { page } = await signedIn('editor', { path: '/?status=published' });
    await page.getByLabel('Status').waitFor();
    expect(new URL(page.url()).search).toBe('?status=published');
    expect(await page.getByLabel('Status').inputValue()).toBe('published');
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('shows a contributor no button of editors', async () => {
    const { page } = await signedIn('contributor');
    await begun(page, 'Waits for review');
    expect(await page.getByRole('button', { name: 'Publish …' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Ask for review' }).click();
    await page.getByText('An editor will see').waitFor();
  });

  it('loses nothing where two people write the same event', async () => {
    const [one, other] = [await signedIn('editor'), await signedIn('admin')];
    await begun(one.page, 'Written by two');
    const { pathname } = new URL(one.page.url());
    await other.page.goto(`${inject('site')}${pathname}`);
    await other.page.getByLabel('Title').fill('Written by two people');
    await other.page.getByLabel('Summary').fill('Of the other.');
    await save(other.page);
    await one.page.getByLabel('Title').fill('Written by both');
    await one.page.getByLabel('Address').fill('written-by-both');
    await one.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = one.page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByText('Written by two people').click();
    await dialog.getByRole('button', { name: 'Go on with these' }).click();
    await save(one.page);
    expect(await one.page.getByLabel('Title').inputValue()).toBe('Written by two people');
    expect(await one.page.getByLabel('Summary').inputValue()).toBe('Of the other.');
    expect(await one.page.getByLabel('Address').inputValue()).toBe('written-by-both');
  });

  it('offers what was written and not saved when the event is opened again', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Left in the middle');
    await page.getByLabel('Text', { exact: true }).fill('Half a sent');
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('sergi.draft.')));
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: 'Take it over' }).click();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Half a sent');
    await save(page);
  });

  it('says beside the field why it was refused, in the language of the person', async () => {
    const { page } = await signedIn('editor', { locale: 'az-AZ' });
    await page.getByRole('link', { name: 'Yeni tədbir' }).click();
    await page.getByLabel('Başlıq').fill('Gözlənilməz ünvan');
    await page.getByLabel('Ünvan', { exact: true }).fill('Not an address!');
    await page.getByRole('button', { name: 'Yadda saxla', exact: true }).click();
    const field = page.getByLabel('Ünvan', { exact: true });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const error = await page.locator(`[id="${described.split(' ').at(-1)}"]`).textContent();
    expect(error).not.toMatch(/required|invalid|must/i);
  });

  it.each(['az-AZ', 'en-GB', 'ru-RU'])('fits on a phone, in %s', async (locale) => {
    const opened = await signedIn('editor', { locale, viewport: { width: 360, height: 740 } });
    const { page } = opened;
    await page.getByRole('list').getByRole('link').first().click();
    await page.locator('#text').waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
    expect(await shortcomings(opened)).toEqual([]);
  });
});
