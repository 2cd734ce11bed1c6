import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Opened, shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';
import { save } from '../write-event.ts';

const open = useBrowser();
const signedIn = signInWith(open);

const titleOf = ({ page }: Opened) => page.getByRole('textbox', { name: 'Title', exact: true });
const waits = 'Not saved: you have a choice to make';

const marked = (of: Locator, mark: 'ins' | 'del'): Promise<string[]> =>
  of.locator(mark).evaluateAll((all) => all.map((one) => one.childNodes[1]?.textContent ?? ''));

describe('what two have changed alike', () => {
  it('is compared with what both began from, named in the words of the screen, and can wait', async () => {
    const one = await signedIn('editor', { path: '/events/new' });
    const { page } = one;
    await titleOf(one).fill('Drawings of children');
    await page.getByLabel('Text', { exact: true }).fill('Come and see.');
    await page.getByLabel('Section').selectOption('news');
    // One of its own: another test erases those that it has.
    const hall = { width: 400, height: 300, channels: 3, background: '#7a5c3e' } as const;
    const buffer = await sharp({ create: hall }).png().toBuffer();
    await page.getByLabel('Add pictures').setInputFiles({ name: 'hall.png', mimeType: 'image/png', buffer });
    await page.getByLabel('who cannot see it (English)').fill('The hall');
    await save(page);
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    const path = new URL(page.url()).pathname.replace('/console', '');
    const other = await signedIn('admin', { path });
    await titleOf(other).fill('Drawings of schoolchildren');
    await other.page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await save(other.page);

    await titleOf(one).fill('Paintings of children');
    await page.getByLabel('who cannot see it (English)').fill('The great hall');
    await page.keyboard.press('Control+S');
    const dialog = page.getByRole('dialog');
    const group = (name: string) => dialog.getByRole('group', { name });
    const title = group('Title (English)');
    await title.getByText('What both began from').waitFor();
    expect(await title.getByText('Drawings of children', { exact: true }).count()).toBe(1);
    expect([await marked(title, 'del'), await marked(title, 'ins')]).toEqual([
      ['Drawings', 'children'],
      ['Paintings', 'schoolchildren'],
    ]);
    const picture = group('Picture 1, “The great hall”');
    await picture.getByRole('heading', { name: 'What it shows (English)' }).first().waitFor();
    expect(await picture.getByText('Removed', { exact: true }).count()).toBe(1);
    expect(await dialog.textContent()).not.toMatch(/[0-9A-Z]{26}|empty/);
    const faults = await shortcomings(one);
    // A label stands on the line of its choice.
    const middleOf = async (of: Locator): Promise<number> => {
      const box = await of.boundingBox();
      return box ? box.y + box.height / 2 : Number.NaN;
    };
    const label = title.locator('label').first();
    expect(Math.abs((await middleOf(label)) - (await middleOf(label.locator('input'))))).toBeLessThan(4);

    // What is left for later is said, and is asked again.
    await dialog.getByRole('button', { name: 'Later' }).click();
    await page.getByText(waits).waitFor();
    faults.push(...(await shortcomings(one)));
    await page.getByRole('button', { name: 'Choose …' }).click();
    await group('Title (English)').getByLabel('By ', { exact: false }).check();
    await dialog.getByRole('button', { name: 'Go on with these' }).click();
    await page.getByText('Everything is saved').waitFor();
    expect(await page.getByText(waits).count()).toBe(0);
    expect(await titleOf(one).inputValue()).toBe('Drawings of schoolchildren');

    // The same person elsewhere is nobody else.
    const same = await signedIn('editor', { path });
    await titleOf(same).fill('Drawings elsewhere');
    await save(same.page);
    await titleOf(one).fill('Drawings here');
    await page.keyboard.press('Control+S');
    await dialog.getByRole('heading', { name: 'You have changed this elsewhere too' }).waitFor();
    await dialog.getByLabel('Written there').first().waitFor();
    expect(await dialog.textContent()).not.toContain('Somebody');
    expect(faults).toEqual([]);
  }, 240_000);
});
