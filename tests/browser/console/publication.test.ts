import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';
import { begun, save } from '../write-event.ts';

const open = useBrowser();

const signedIn = signInWith(open);

describe('the publication of an event', () => {
  it('goes from a contributor to an editor and back, each with a note, and what is missing leads to its field', async () => {
    const [contributor, editor] = [await signedIn('contributor'), await signedIn('editor')];
    const [{ page }, { page: desk }] = [contributor, editor];
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Reviewed by two');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Missing for publication' }).waitFor();
    const panel = page.getByRole('complementary', { name: 'Publication' });
    await page.getByRole('tab', { name: 'Azerbaijani' }).click();
    await panel.getByRole('button', { name: 'Text (English)' }).press('Enter');
    await page.getByLabel('Text', { exact: true }).and(page.locator(':focus')).fill('Two look at it.');
    await page.getByLabel('Section').selectOption('news');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Nothing is missing for publication.').waitFor();

    await panel.getByRole('button', { name: 'Ask for review …' }).click();
    await page.getByLabel('Note').fill('Is the title right?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('An editor will see').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Publication');

    const { pathname } = new URL(page.url());
    await desk.goto(page.url());
    await desk.getByText('Is the title right?').waitFor();
    const faults = { asked: await shortcomings(editor), contributor: await shortcomings(contributor) };
    await desk.getByRole('button', { name: 'Send back …' }).click();
    await desk.getByLabel('Note').fill('Shorter, please.');
    await desk.getByRole('button', { name: 'Send', exact: true }).click();
    await desk.getByText('It is sent back.').waitFor();
    await page.reload();
    await page.getByText('Shorter, please.').waitFor();
    expect(new URL(page.url()).pathname).toBe(pathname);
    // Who may change it may read its versions, and leaves restoring to editors.
    await panel.getByRole('link', { name: 'History' }).click();
    await page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: 'Begun' }).click();
    await page.getByRole('heading', { name: 'Version 1' }).waitFor();
    await page.locator('.changed-text ins', { hasText: 'Reviewed by two' }).waitFor();
    expect(await page.getByRole('button', { name: 'Restore this version …' }).count()).toBe(0);
    expect(await page.getByText('Everything that was done').count()).toBe(0);
    await page.goBack();
    await page.goBack();

    await desk.getByRole('button', { name: 'Publish …' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await desk.getByText('It is published.').waitFor();
    expect(await desk.getByText('Shorter, please.').count()).toBe(0);
    await desk.getByText(`${new URL(page.url()).origin}/en/events/reviewed-by-two`, { exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Withdraw …' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await desk.getByRole('button', { name: 'Undo the withdrawal' }).click();
    await desk.getByText('It is public again, as it was.').waitFor();
    await desk.getByRole('button', { name: 'Withdraw …' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await desk.getByRole('button', { name: 'Archive', exact: true }).click();
    await desk.getByRole('button', { name: 'Take out of the archive' }).click();
    await desk.getByText('It is out of the archive.').waitFor();
    expect(faults).toEqual({ asked: [], contributor: [] });
    expect([...contributor.messages, ...editor.messages]).toEqual([]);
  });

  it('is shown by a link to somebody without an account, until it is ended', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Shown by a link');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const [phone] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'On a phone' }).click(),
    ]);
    await phone.getByRole('heading', { name: 'Shown by a link' }).waitFor();
    expect(await phone.evaluate('innerWidth')).toBeLessThanOrEqual(400);
    await phone.close();
    await page.getByRole('button', { name: 'Links for people' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const link = await dialog.getByLabel('The link: copy it now').inputValue();
    expect(await shortcomings(opened)).toEqual([]);
    expect(await (await fetch(link)).text()).toContain('Shown by a link');
    await dialog.getByRole('button', { name: 'End the link' }).first().click();
    await page.getByText('The link has ended.').waitFor();
    expect((await fetch(link)).status).toBe(404);
    expect(messages).toEqual([]);
  });

  it('says which translation is older than the original before it is published', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Told in two languages');
    await page.getByRole('tab', { name: 'Russian' }).click();
    await page.getByLabel('Title').fill('На двух языках');
    await page.getByLabel('Text', { exact: true }).fill('Приходите.');
    await save(page);
    await page.getByRole('tab', { name: 'English' }).click();
    await page.getByLabel('Text', { exact: true }).fill('Come on Sunday.');
    await save(page);
    await page.getByRole('button', { name: 'Publish …' }).click();
    const languages = page.getByRole('dialog').getByRole('group', { name: 'Languages' });
    await languages.getByText('older than the original').waitFor();
    expect(await languages.getByLabel(/^Russian.*older than the original/).isChecked()).toBe(true);
    await languages.getByLabel(/^Russian/).uncheck();
    await languages.getByText('older than the original').waitFor({ state: 'detached' });

    // An end that is typed in part is not taken for none.
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Leaves the public at').focus();
    await page.keyboard.type('0515');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByText('Not complete: it is not saved like this.').waitFor();
    await dialog.getByLabel('Leaves the public at').fill('2090-05-15T19:00');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('waits for an editor to look where a text may name a child whose name is withheld', async () => {
    const { page } = await signedIn('editor');
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByLabel('Title', { exact: true }).fill('The jury has chosen');
    await page.getByLabel('Summary', { exact: true }).fill('Nigar Hüseynova is glad.');
    await page.getByLabel('Text', { exact: true }).fill('See the works.');
    await page.getByLabel('Section').selectOption('news');
    await page.getByLabel('Exhibition', { exact: true }).selectOption('An exhibition of children’s drawings');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Publish …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByText('(first name and surname)').waitFor();
    await dialog.getByRole('button', { name: 'another person is meant' }).click();
    await page.getByText('That is noted.').waitFor();
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('It is published.').waitFor();
  });

  it('finds out what became of an act without an answer, and of one that came too late', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Published in a tunnel');
    const dialog = page.getByRole('dialog');
    const publish = async () => {
      await page.getByRole('button', { name: 'Publish …' }).click();
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    };
    // The question arrives, and its answer is lost.
    await page.route('**/publish', async (route) => {
      const { status } = await route.fetch().then((answer) => ({ status: answer.status() }));
      expect(status).toBe(200);
      await page.context().setOffline(true);
      await route.abort('connectionfailed');
    });
    await publish();
    await dialog.getByText('you will see here whether it was done').waitFor();
    await page.unroute('**/publish');
    await page.context().setOffline(false);
    await page.getByText('It is published.').waitFor();

    // The question is lost.
    await page.route('**/unpublish', (route) => route.abort('connectionfailed'));
    await page.getByRole('button', { name: 'Withdraw …' }).click();
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await dialog.getByText('it was not done').waitFor();
    await page.unroute('**/unpublish');
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('It is withdrawn.').waitFor();
    // The way back is still there after leaving.
    await page.reload();
    await page.getByRole('button', { name: 'Undo the withdrawal' }).click();
    await page.getByText('It is public again, as it was.').waitFor();

    // The same person changes it elsewhere, and then another one: what is published is what is seen.
    const { page: elsewhere } = await signedIn('editor');
    await elsewhere.goto(page.url());
    await elsewhere.getByLabel('Title', { exact: true }).fill('Published behind the tunnel');
    await save(elsewhere);
    await publish();
    await dialog.getByText('You have changed it meanwhile').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const { page: other } = await signedIn('admin');
    await other.goto(page.url());
    await other.getByLabel('Title', { exact: true }).fill('Published at the exit');
    await save(other);
    await publish();
    await dialog.getByText('It was changed meanwhile, by').waitFor();
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Published at the exit');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('It is published.').waitFor();

    // Its preview on paper has its title and its day. The browser is asked to print; here the test does it.
    await page.context().addInitScript('window.print = () => { window.isPrinted = true; }');
    const [paper] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Printed' }).click(),
    ]);
    await expect.poll(() => paper.evaluate('window.isPrinted')).toBe(true);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await paper.pdf())), { mergePages: true });
    expect(text).toContain('Published at the exit');
    expect(text).toMatch(/Published: \d+ \p{L}+ \d{4}/u);
  });
});
