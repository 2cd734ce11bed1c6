import { expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

// People's browsers keep pages that were left; Playwright's does not by itself.
const open = signInWith(useBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] }));

it('shows nothing any more to whoever goes back, or to another tab, once the person has signed out', async () => {
  const { page } = await open('editor', { path: '/events' });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('main').getByRole('button').click();
  await other.getByRole('link', { name: 'admin' }).click();
  const third = await page.context().newPage();
  // A tab that has gone elsewhere hears of nothing.
  await third.goto(page.url());
  await third.getByRole('main').getByRole('button').click();
  await third.getByRole('link', { name: 'editor' }).click();
  const signOut = (tab: typeof page) => tab.getByRole('button', { name: 'Sign out' });
  await signOut(third).waitFor();
  await third.goto('about:blank');
  await signOut(other).waitFor();

  await signOut(page).click();
  const asked = (tab: typeof page) => tab.getByText('You are led to a page in English').waitFor();
  await asked(page);
  await asked(other);
  for (const tab of [page, third]) {
    await tab.evaluate('history.back()');
    await asked(tab);
    await signOut(tab).waitFor({ state: 'detached' });
  }
  expect(await other.evaluate('sessionStorage.getItem("sergi.refresh-token")')).toBeNull();
});
