import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();

const signedIn = signInWith(open);

const save = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Everything is saved').waitFor();
};

const partsOf = (page: Page, mark: 'ins' | 'del'): Promise<string[]> =>
  page.locator(`.changed-text ${mark}`).evaluateAll((all) => all.map((one) => one.childNodes[1]?.textContent ?? ''));

describe('the history of an event', () => {
  it('tells word by word how versions differ, also from what is public, and restores one by the keyboard', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    await page.goto(`${new URL(page.url()).origin}/console/events/new`);
    await page.getByLabel('Text', { exact: true }).fill('Come and see.');
    await page.getByLabel('Section').selectOption('news');
    await save(page, 'Drawings of children');
    await page.getByRole('button', { name: 'Publish …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('It is published.').waitFor();
    await save(page, 'Drawings of schoolchildren');
    await page.getByRole('link', { name: 'Show the difference' }).click();
    await page.getByRole('heading', { name: 'Title (English)' }).waitFor();
    expect(await page.getByLabel('Compared with').inputValue()).toBe('public');
    expect([await partsOf(page, 'del'), await partsOf(page, 'ins')]).toEqual([['children'], ['schoolchildren']]);
    const faults = await shortcomings(opened);

    const versions = page.getByRole('navigation', { name: 'Versions' });
    expect(await versions.getByRole('link').allTextContents()).toEqual(['Saved · as it is now', 'Published', 'Begun']);
    await versions.getByRole('link', { name: 'Begun' }).press('Enter');
    await page.getByRole('heading', { name: 'Version 1' }).waitFor();
    await page.getByLabel('Compared with').selectOption('3');
    await page.locator('.changed-text ins', { hasText: 'schoolchildren' }).waitFor();
    await page.getByRole('button', { name: 'Restore this version …' }).press('Enter');
    faults.push(...(await shortcomings(opened)));
    await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
    await page.getByText('Restored: Version 1.').waitFor();
    await page.getByRole('heading', { name: 'History: Drawings of children' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('comparison');
    await page.getByText('Everything that was done').press('Enter');
    await page.locator('.audit').getByText('An earlier version restored').waitFor();
    expect([...faults, ...(await shortcomings(opened))]).toEqual([]);
    expect(messages).toEqual([]);
  });
});
