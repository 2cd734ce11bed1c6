import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { choosePerson, signInWith } from '../sign-in.ts';
import { begun, save } from '../write-event.ts';

const open = useBrowser();

const picture = fileURLToPath(new URL('../../support/files/png-named.jpg', import.meta.url));

const signedIn = signInWith(open);

describe('the console', () => {
  it('leads from signing in to a published event with a picture, and has no shortcoming on the way', async () => {
    const opened = await open('/console', { locale: 'en-GB' });
    const { page, messages } = opened;
    const faults: Record<string, string[]> = { signIn: await shortcomings(opened) };
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await choosePerson(page, 'editor');
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    faults.home = await shortcomings(opened);
    await page.getByRole('link', { name: 'Events and news' }).click();
    await page.getByRole('table', { name: 'Events and news' }).getByRole('link').first().waitFor();
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
    const { page } = await signedIn('editor', { path: '/events?status=published' });
    expect(new URL(page.url()).search).toBe('?status=published');
    expect(await page.getByRole('checkbox', { name: /^Published/ }).isChecked()).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('shows a contributor no button of editors', async () => {
    const { page } = await signedIn('contributor');
    await begun(page, 'Waits for review');
    expect(await page.getByRole('button', { name: 'Publish …' }).count()).toBe(0);
    // What one has made, one may change.
    await page.getByLabel('Title').fill('Waits for review, please');
    await save(page);
    await page.getByRole('button', { name: 'Ask for review' }).waitFor();
    await page.getByRole('link', { name: 'All events' }).click();
    await page
      .getByRole('link', { name: /^Training course/ })
      .first()
      .click();
    await page.getByText('You can read this').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  });

  it('keeps the plan of an event that is published again before its time, to the second', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'Planned for later');
    const publish = async (fill: () => Promise<void>) => {
      await page.getByRole('button', { name: 'Publish …' }).click();
      await fill();
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await publish(async () => {
      await page.getByLabel('At a time').check();
      await page.getByLabel('Time of publication').fill('2090-05-01T10:00');
    });
    await page.getByText('Scheduled').first().waitFor();
    await page.getByLabel('Title').fill('Planned for later, again');
    await save(page);
    await publish(async () =>
      expect(await page.getByLabel('Time of publication').inputValue()).toBe('2090-05-01T10:00'),
    );
    expect(await page.locator('.publication .status').textContent()).toBe('Scheduled');
  });

  it('leaves the days of an event days, and makes times of them where that is wanted', async () => {
    const { page } = await signedIn('editor');
    await begun(page, 'On two days');
    await page.getByLabel('What it is').selectOption('event');
    await page.getByLabel('Begins').fill('2090-05-01T10:00');
    await page.getByLabel('Whole days').check();
    await page.getByLabel('Ends').fill('2090-05-02');
    await save(page);
    await page.reload();
    expect(await page.getByLabel('Begins').inputValue()).toBe('2090-05-01');
    expect(await page.getByLabel('Ends').inputValue()).toBe('2090-05-02');
    await page.getByLabel('Whole days').uncheck();
    await page.getByLabel('Begins').fill('2090-05-01T18:30');
    await save(page);
    // The end goes along with the beginning.
    expect(await page.getByLabel('Ends').inputValue()).toBe('2090-05-02T18:30');
  });

  it('publishes a page of the site and a notice without a text, and asks neither for a section', async () => {
    const { page } = await signedIn('editor');
    for (const [kind, title, path] of [
      ['page', 'How to find us', '/en/how-to-find-us'],
      ['notice', 'Closed on Monday', '/en'],
    ] as const) {
      await page.goto(`${inject('site')}/console/events/new`);
      await page.getByLabel('Section').selectOption('news');
      await page.getByLabel('What it is').selectOption(kind);
      expect(await page.getByLabel('Section').count()).toBe(0);
      await page.getByLabel('Title').fill(title);
      if (kind === 'page') await page.getByLabel('Text', { exact: true }).fill('By bus.');
      await save(page);
      await page.getByRole('button', { name: 'Publish …' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText('It is published.').waitFor();
      const address = await page.getByRole('link', { name: 'English' }).getAttribute('href');
      expect(address).toBe(`${inject('site')}${path}`);
      if (kind === 'page') expect(await (await fetch(address ?? '')).text()).toContain('By bus.');
      // Each would stand on all pages, which the tests of other files look at.
      await page.getByRole('button', { name: 'Withdraw …' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
      await page.getByText('It is withdrawn.').waitFor();
    }
  });

  it('says beside the field why it was refused, in the language of the person', async () => {
    const { page } = await signedIn('editor', { locale: 'az-AZ' });
    await page.getByRole('link', { name: 'Yeni tədbir' }).click();
    await page.getByLabel('Başlıq').fill('Gözlənilməz ünvan');
    await page.getByLabel('Səhifənin ünvanı (URL)', { exact: true }).fill('Not an address!');
    await page.getByRole('button', { name: 'Yadda saxla', exact: true }).click();
    const field = page.getByLabel('Səhifənin ünvanı (URL)', { exact: true });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const error = await page.locator(`[id="${described.split(' ').at(-1)}"]`).textContent();
    expect(error).not.toMatch(/required|invalid|must/i);
  });

  it.each(['az-AZ', 'en-GB', 'ru-RU'])('fits on a phone, in %s', async (locale) => {
    const opened = await signedIn('editor', { path: '/events', locale, viewport: { width: 360, height: 740 } });
    const { page } = opened;
    await page.getByRole('table').getByRole('link').first().click();
    await page.locator('#text').waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
    expect(await shortcomings(opened)).toEqual([]);
    // The head is one row, and its menu unfolds.
    const head = page.getByRole('banner');
    expect(await page.evaluate<number>("document.querySelector('header').offsetHeight")).toBeLessThan(80);
    await head.getByRole('button').press('Enter');
    expect(await head.getByRole('link').count()).toBeGreaterThan(4);
    expect(await shortcomings(opened)).toEqual([]);
    await head.getByRole('link').first().focus();
    await page.keyboard.press('Escape');
    await head.getByRole('link').first().waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.ariaExpanded')).toBe('false');
    // The bar stays in sight, and leads to what is below all fields.
    await page.locator('.bar a').press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('publication');
    const covered = `document.getElementById('publication').getBoundingClientRect().top
      - document.querySelector('.bar').getBoundingClientRect().bottom`;
    expect(await page.evaluate<number>(covered)).toBeGreaterThanOrEqual(0);
    await head.getByRole('button').press('Enter');
    await head.getByRole('link').first().click();
    await page.locator('.bar').waitFor({ state: 'detached' });
    await head.getByRole('link').first().waitFor({ state: 'hidden' });
  });
});
