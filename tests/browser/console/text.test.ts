import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';
import { save } from '../write-event.ts';

const open = useBrowser();

const signedIn = signInWith(open);

const picture = fileURLToPath(new URL('../../support/files/png-named.jpg', import.meta.url));

/** Opens an event with a text, by its id. */
const withText = async (page: Page, body: string, title = 'With a text'): Promise<string> => {
  await page.goto(`${inject('site')}/console/events/new`);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('tab', { name: 'Markdown' }).click();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill(body);
  await save(page);
  await page.getByRole('tab', { name: 'Formatted' }).click();
  await page.waitForURL(/events\/[0-9A-Z]{26}$/);
  return page.url().split('/').at(-1) ?? '';
};

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

/** The Markdown that stands in the form. */
const markdownOf = async (page: Page): Promise<string> => {
  await page.getByRole('tab', { name: 'Markdown' }).click();
  const value = await text(page).inputValue();
  await page.getByRole('tab', { name: 'Formatted' }).click();
  await text(page).locator('p, h2').first().waitFor();
  return value;
};

/** Puts something on the clipboard of the page, as another program would, and pastes it. */
const paste = (page: Page, data: Readonly<Record<string, string>>) =>
  text(page).evaluate((element, given) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page has types of its own
    const its = globalThis as any;
    const clipboardData = new its.DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    element.dispatchEvent(new its.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);

/** Drops a picture on the beginning of a text. */
const dropPicture = (page: Page, bytes: string): Promise<void> =>
  text(page).evaluate((element, base64) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page has types of its own
    const its = globalThis as any;
    const file = new its.File([its.Uint8Array.from(its.atob(base64), (c: string) => c.charCodeAt(0))], 'a.jpg', {
      type: 'image/jpeg',
    });
    const dataTransfer = new its.DataTransfer();
    dataTransfer.items.add(file);
    const { x, y } = (
      element as unknown as { firstElementChild: { getBoundingClientRect(): { x: number; y: number } } }
    ).firstElementChild.getBoundingClientRect();
    const at = { clientX: x + 5, clientY: y + 5, bubbles: true, cancelable: true };
    element.dispatchEvent(new its.DragEvent('drop', { dataTransfer, ...at }));
  }, bytes);

describe('the text of an event', () => {
  it('is written by the keyboard alone, with all tools, and nothing of the policy is broken', async () => {
    const opened = await signedIn('editor', { path: '/events/new' });
    const { page, messages } = opened;
    await text(page).focus();
    await page.keyboard.type('## Open days');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Come and ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('see');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' it, **all** day.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+F10');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Kind of paragraph');
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');
    // What is typed on the list chooses in it, and nothing of it is written.
    const kind = page.getByLabel('Kind of paragraph');
    await page.keyboard.type('Heading 3', { delay: 20 });
    expect([await focused(), await kind.inputValue()]).toEqual(['Kind of paragraph', '3']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect([await focused(), await kind.inputValue()]).toEqual(['Kind of paragraph', '2']);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('textbox');
    await page.keyboard.press('Alt+F10');
    await page.keyboard.type('P');
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('Alt+F10');
    expect([await focused(), await kind.inputValue()]).toEqual(['Kind of paragraph', '0']);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Redo');
    await page.keyboard.press('Home');
    for (let n = 0; (await focused()) !== 'Table' && n < 20; n += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Day');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hour');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Monday');
    await page.keyboard.press('Tab');
    await page.keyboard.type('10 | 18');
    expect(await shortcomings(opened)).toEqual([]);
    expect(await markdownOf(page)).toBe(
      '## Open days\n\nCome and **see** it, **all** day.\n\n- one\n- two\n\n| Day | Hour |\n| - | - |\n| Monday | 10 \\| 18 |\n| | |',
    );
    expect(messages).toEqual([]);
  });

  it('says nothing of keys where there are none', async () => {
    const { page } = await signedIn('editor', { path: '/events/new' });
    await page.getByText('Ctrl+B is bold').waitFor();
    const touched = await signedIn('editor', { path: '/events/new', isMobile: true, hasTouch: true });
    await text(touched.page).waitFor();
    await touched.page.getByText('Ctrl+B is bold').waitFor({ state: 'hidden' });
  });

  it('is not changed by being opened, and its source stays as it was written where nobody has touched it', async () => {
    const { page } = await signedIn('editor');
    const body = 'Title\n=====\n\n* a\n* b\n\n__bold__ www.example.az\n\nlast';
    await withText(page, body, 'Only opened');
    await text(page).getByText('last').waitFor();
    await page.getByText('Everything is saved').waitFor();
    await text(page).getByText('last').click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.getByText('Not saved yet').waitFor();
    // What is undone is as it was, and needs no saving.
    await page.keyboard.press('Control+z');
    await page.getByText('Everything is saved').waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('Not saved yet').waitFor();
    expect(await markdownOf(page)).toBe(`${body}!`);
    // What was kept on the device comes into the open text.
    page.on('dialog', (dialog) => dialog.accept());
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByRole('link', { name: 'Only opened' }).first().click();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await text(page).getByText('last!').waitFor();
    expect(await markdownOf(page)).toBe(`${body}!`);
    await page.getByRole('tab', { name: 'As readers see it' }).click();
    await page.locator('.readers h2').waitFor();
    expect(await page.locator('.readers').innerHTML()).toContain('<strong>bold</strong>');
    await page.getByRole('tab', { name: 'Markdown' }).click();
    await text(page).fill('[](https://example.az)');
    await page.getByRole('tab', { name: 'Formatted' }).click();
    await page.getByText('that the formatted view cannot show').waitFor();
    expect(await text(page).inputValue()).toBe('[](https://example.az)');
  });

  it('takes what is pasted from Word and the web without its looks, and shows no picture that readers will not see', async () => {
    const { page, messages } = await signedIn('editor', { path: '/events/new' });
    await text(page).focus();
    await paste(page, {
      'text/html': `<html xmlns:o="urn:x"><head><style>p{color:red}</style></head><body><!--StartFragment-->
        <p class=MsoNormal style='margin:0'><b><span style='font-size:11.0pt'>Bold</span></b> and <span style="font-style:italic">italic</span><o:p></o:p></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>First</p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Second</p>
        <blockquote style="font-weight: 400">Said<br style="font-weight: 400">twice</blockquote>
        <script>alert(1)</script><p onclick="alert(2)">A <a href="https://example.az" style="color:red">link</a>, <a href="javascript:alert(3)">none</a>, <a href="event:01J1YQ4T7P8S5Q2N6M9R3V0W1X">course</a> <img src="https://example.org/a.png"><del>gone</del></p><!--EndFragment--></body></html>`,
    });
    expect(await markdownOf(page)).toBe(
      '**Bold** and *italic*\n\n- First\n- Second\n\n> Said\\\n> twice\n\nA [link](https://example.az), none, [course](event:01J1YQ4T7P8S5Q2N6M9R3V0W1X) gone',
    );
    // A book by mistake: nothing of it, in any view, and the page goes on.
    const before = await markdownOf(page);
    await text(page).focus();
    await paste(page, { 'text/plain': 'A long story. '.repeat(2_000_000) });
    await page.getByText('longer than a text may be').waitFor();
    expect(await markdownOf(page)).toBe(before);
    expect(messages).toEqual([]);
  });

  it('has pictures that are dropped or chosen, with their words, as readers will see them', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    await withText(page, 'First.\n\nLast.');
    const bytes = readFileSync(picture).toString('base64');
    await text(page).getByText('First.').waitFor();
    await dropPicture(page, bytes);
    await page.locator('.picture-in-text img.thumbnail').waitFor();
    await page.getByText('Nothing says yet what it shows.').waitFor();
    await page.getByRole('button', { name: 'Describe the picture' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it shows').fill('An open "door"');
    await dialog.getByLabel('Caption').fill('The door');
    expect(await shortcomings(opened)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await shortcomings(opened)).toEqual([]);
    expect(await markdownOf(page)).toMatch(
      /^First\.\n\n!\[An open "door"\]\(upload:[0-9A-Z]{26} "The door"\)\n\nLast\.$/,
    );
    await page.getByRole('tab', { name: 'As readers see it' }).click();
    await page.locator('.readers figure img').waitFor();
    await expect
      .poll(() => page.locator('.readers img').evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
      .toBeGreaterThan(0);
    expect(await shortcomings(opened)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('gives a picture to its item where its place is gone before it has arrived', async () => {
    const { page } = await signedIn('editor');
    await withText(page, 'First.\n\nLast.');
    await text(page).getByText('First.').waitFor();
    const left = Promise.withResolvers<void>();
    await page.route('**/v1/staff/uploads', async (route) => {
      await left.promise;
      await route.continue();
    });
    await dropPicture(page, readFileSync(picture).toString('base64'));
    await page.locator('.waiting-picture').waitFor();
    await page.getByRole('tab', { name: 'Markdown' }).click();
    left.resolve();
    await page.getByText('A picture has lost its place in the text: it is added to the pictures below.').waitFor();
    await page.getByRole('region', { name: 'Pictures' }).getByRole('listitem').waitFor();
  });

  it('links to an address, and to an item that is found by its title, by keyboard', async () => {
    const opened = await signedIn('editor');
    const { page } = opened;
    await withText(page, 'See the course');
    await text(page).getByText('See').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await dialog.getByText('This leads nowhere').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
    await dialog.getByText('What you have written here is not saved.').waitFor();
    await dialog.getByLabel('Search events').fill('Training');
    await dialog
      .getByRole('button', { name: /^Training course/ })
      .first()
      .click();
    await dialog.getByText('Leads to: Training').waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await dialog.getByRole('button', { name: 'Set the link' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('textbox');
    expect(await markdownOf(page)).toMatch(/^\[See the course\]\(event:[0-9A-Z]{26}\)$/);
  });
});
