import { describe, expect, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();

const signedIn = signInWith(open);

describe('the people of the staff', () => {
  it('are invited, given another role and disabled by an admin, with the keyboard', async () => {
    const opened = await signedIn('admin', { path: '/people' });
    const { page, messages } = opened;
    await page.getByRole('button', { name: 'Invite somebody' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill('aida');
    await dialog.getByLabel('Name').fill('Aida Rəhimova');
    const question = dialog.getByText('What you have written here is not saved.');
    await page.keyboard.press('Escape');
    await question.waitFor();
    await dialog.getByLabel('Name').press('Enter');
    await dialog.getByText('is no email address').waitFor();
    expect(await question.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.name')).toBe('email');
    const faults = await shortcomings(opened);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('aida@example.org');
    // What was typed is not lost by Escape, however often; who types on is asked again.
    for (const letter of ['x', 'y']) {
      for (const state of ['visible', 'detached', 'visible'] as const) {
        await page.keyboard.press('Escape');
        await question.waitFor({ state });
      }
      await page.keyboard.press(letter);
      await question.waitFor({ state: 'detached' });
    }
    await dialog.getByLabel('E-mail address').fill('aida@example.org');
    // It stays until the answer has come, which may be a refusal.
    const sent = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await page.route('**/v1/staff/accounts', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      sent.resolve();
      await released.promise;
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await sent.promise;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    // Browsers close a dialogue by the second Escape, whatever is said to it: it is opened again.
    await dialog.waitFor();
    released.resolve();
    await page.getByText('Aida Rəhimova is invited.').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'aida@example.org' });
    await row.getByText('Has not signed in yet').waitFor();
    faults.push(...(await shortcomings(opened)));

    // Whoever is invited can be chosen where one signs in.
    const other = await signedIn('Aida Rəhimova', { path: '/events' });
    await other.page.getByRole('heading', { name: 'Events and news' }).waitFor();

    const change = row.getByRole('button', { name: 'Change the account of Aida Rəhimova' });
    await change.press('Enter');
    await dialog.getByLabel('Role').selectOption('admin');
    await page.keyboard.press('Escape');
    await question.waitFor();
    faults.push(...(await shortcomings(opened)));
    await dialog.getByRole('button', { name: 'Close without saving' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await change.press('Enter');
    await dialog.getByLabel('Role').selectOption('editor');
    await dialog.getByLabel('May be put on juries').press('Space');
    faults.push(...(await shortcomings(opened)));
    await dialog.getByRole('button', { name: 'Save the role' }).press('Enter');
    await page.getByText('The role of Aida Rəhimova is changed.').waitFor();
    await row.getByText('Editor, Juror').waitFor();
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
      .toBe('Change the account of Aida Rəhimova');
    await change.press('Enter');
    await dialog.getByRole('button', { name: 'Disable the account' }).press('Enter');
    await row.getByText('Disabled').waitFor();
    await other.page.reload();
    await other.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await other.page.getByRole('heading', { name: 'Sign in as' }).waitFor();
    expect(await other.page.getByRole('link', { name: 'Aida Rəhimova' }).count()).toBe(0);

    // Nobody changes the own account.
    const own = page.getByRole('listitem').filter({ hasText: 'This is you' });
    expect(await own.getByRole('button').count()).toBe(0);
    expect(faults).toEqual([]);
    expect(messages.filter((text) => /Content Security Policy|Trusted/.test(text))).toEqual([]);
  });

  it('are for admins: an editor neither finds the screen nor gets the accounts', async () => {
    const { page } = await signedIn('editor', { path: '/people' });
    await page.getByText('There is no such page').waitFor();
    expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  });

  it('choose which mail they get, with the keyboard', async () => {
    const opened = await signedIn('editor');
    const { page } = opened;
    await page.getByRole('link', { name: 'My mail' }).press('Enter');
    await page.getByText('sergi@example.org').waitFor();
    const review = page.getByLabel('a text waits for review');
    await review.press('Space');
    await page.getByLabel('Language of the mail').selectOption('az');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('It is saved.').waitFor();
    const faults = await shortcomings(opened);
    await page.reload();
    await page.getByText('sergi@example.org').waitFor();
    expect([await review.isChecked(), await page.getByLabel('Language of the mail').inputValue()]).toEqual([
      false,
      'az',
    ]);
    expect(faults).toEqual([]);
  });
});
