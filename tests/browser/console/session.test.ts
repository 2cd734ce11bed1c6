import { expect, inject, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { choosePerson, signInWith } from '../sign-in.ts';

// People's browsers keep pages that were left; Playwright's does not by itself.
const openPage = useBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
const open = signInWith(openPage);

const day = 24 * 3_600_000;

it('shows nothing any more to whoever goes back, or to another tab, once the person has signed out', async () => {
  const { page } = await open('editor', { path: '/events' });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('main').getByRole('button').click();
  await choosePerson(other, 'admin');
  const third = await page.context().newPage();
  // A tab that has gone elsewhere hears of nothing.
  await third.goto(page.url());
  await third.getByRole('main').getByRole('button').click();
  await choosePerson(third, 'editor');
  const signOut = (tab: typeof page) => tab.getByRole('button', { name: 'Sign out' });
  const tokens: string[] = [];
  for (const tab of [page, other, third]) {
    await signOut(tab).waitFor();
    tokens.push(await tab.evaluate('sessionStorage.getItem("sergi.refresh-token")'));
  }
  await third.goto('about:blank');

  await signOut(page).click();
  const asked = (tab: typeof page) => tab.getByText('You are led to a page in English').waitFor();
  await asked(page);
  await asked(other);
  for (const tab of [page, third]) {
    // Later, since what is evaluated ends with the page.
    await tab.evaluate('setTimeout(() => history.back())');
    await tab.waitForURL('**/console/events', { waitUntil: 'commit' });
    await asked(tab);
    await signOut(tab).waitFor({ state: 'detached' });
  }
  expect(await other.evaluate('sessionStorage.getItem("sergi.refresh-token")')).toBeNull();
  // Whoever has read a refresh token has no more of it than the person.
  const config = await fetch(`${inject('site')}/console/config.json`);
  const { clientId, signInUrl } = (await config.json()) as { clientId: string; signInUrl: string };
  for (const token of tokens) {
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: token });
    const renewed = await fetch(`${signInUrl}/oauth2/token`, { method: 'POST', body });
    expect(await renewed.json()).toEqual({ error: 'invalid_grant' });
  }
});

it('calls the site by its own name before anybody has signed in', async () => {
  const { page } = await openPage('/console', { locale: 'az-AZ' });
  const named = async () => (await (await fetch(`${inject('site')}/v1/site`)).json()) as { title: { az: string } };
  const { title } = await named();
  await page.getByRole('banner').getByText(title.az, { exact: true }).waitFor();
  await expect.poll(() => page.title()).toBe(`Konsola giriş · Konsol · ${title.az}`);
});

it.each([
  ['ahead', day],
  ['behind', -day],
])('lets a person in whose clock is a day %s, and knows what day it is', async (_, wrong) => {
  const { page } = await openPage('/console/calendar', { locale: 'en-GB' });
  await page.clock.setFixedTime(Date.now() + wrong);
  await page.reload();
  await page.getByRole('main').getByRole('button').click();
  await choosePerson(page, 'editor');
  const today = page.locator('[aria-current="date"]');
  const [, , date] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Baku' }).format(new Date()).split('-');
  await expect.poll(() => today.textContent()).toMatch(new RegExp(`^${Number(date)}\\D`));
});
