import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();

const picture = new URL('../../support/files/png-named.jpg', import.meta.url);

const signedIn = signInWith(open);

const at = (page: Page, path: string) => page.locator(`[name="${path}"]`);

const fill = async (page: Page, texts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(texts)) await at(page, path).fill(text);
};

const save = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+s');
  await page.getByText('Everything is saved').waitFor();
};

/** Which control has the focus, by the path of its value. */
const focused = (page: Page) => page.evaluate<string>('document.activeElement.name');

describe('the fields of the editor', () => {
  it('say what is only half a date, and keep the focus when the first save makes another page of theirs', async () => {
    const { page, messages } = await signedIn('editor', { path: '/events/new' });
    const incomplete = page.getByText('Not complete: it is not saved like this.');
    // What is new is begun with its title.
    await expect.poll(() => focused(page)).toBe('translations.en.title');
    await at(page, 'showings.0.startsAt').focus();
    await page.keyboard.type('0515');
    await at(page, 'translations.en.title').fill('Half a date');
    await incomplete.waitFor();
    // It is neither saved as empty nor forgotten: saving leads to it.
    await page.keyboard.press('Control+s');
    await expect.poll(() => focused(page)).toBe('showings.0.startsAt');
    await page.getByText('Not saved yet').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/new$/);
    await at(page, 'showings.0.startsAt').fill('2090-05-15T19:00');
    // The keys of a closed choice pass over a kind that has no times.
    for (const kind of ['page', 'notice', 'event']) await at(page, 'kind').selectOption(kind);
    expect(await at(page, 'showings.0.startsAt').inputValue()).toBe('2090-05-15T19:00');
    await at(page, 'translations.en.summary').fill('And then a whole one.');
    await incomplete.waitFor({ state: 'hidden' });
    await save(page);
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    await expect.poll(() => focused(page)).toBe('translations.en.summary');
    await page.keyboard.type(' Really.');
    expect(await at(page, 'translations.en.summary').inputValue()).toBe('And then a whole one. Really.');
    expect(messages).toEqual([]);
  });

  it('take the files that somebody chooses while the first save makes another page of theirs', async () => {
    const { page } = await signedIn('editor', { path: '/events/new' });
    await at(page, 'translations.en.title').fill('A fair of toys');
    // As browsers do once files are chosen, wherever the field is by then: as soon as it has gone, and a while after.
    await page.evaluate(`
      const left = document.querySelector('input[type="file"]');
      const bytes = Uint8Array.from(atob('${readFileSync(picture, 'base64')}'), (one) => one.charCodeAt(0));
      const choose = (name) => {
        const chosen = new DataTransfer();
        chosen.items.add(new File([bytes, name], name, { type: 'image/jpeg' }));
        left.files = chosen.files;
        left.dispatchEvent(new Event('change', { bubbles: true }));
      };
      new MutationObserver((_, watch) => {
        if (left.isConnected) return;
        watch.disconnect();
        choose('one.jpg');
        setTimeout(choose, 0, 'two.jpg');
        setTimeout(choose, 500, 'three.jpg');
      }).observe(document.body, { childList: true, subtree: true });`);
    await save(page);
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    await expect.poll(() => page.getByLabel('who cannot see it (English)').count(), { timeout: 60_000 }).toBe(3);
  });

  it('go on in the language that was written in when the first save makes another page of theirs', async () => {
    const { page } = await signedIn('editor', { path: '/events/new' });
    await at(page, 'translations.en.title').fill('A choir');
    await page.getByRole('tab', { name: 'Russian' }).click();
    await at(page, 'translations.ru.title').fill('Хор');
    await save(page);
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    await expect.poll(() => focused(page)).toBe('translations.ru.title');
    await page.keyboard.type(' поёт');
    expect(await at(page, 'translations.ru.title').inputValue()).toBe('Хор поёт');
  });

  it('write an event in three languages, with a rule of showings and everything else, as the API keeps it', async () => {
    const opened = await signedIn('editor', { path: '/events/new' });
    const { page, messages } = opened;
    await at(page, 'kind').selectOption('page');
    await at(page, 'translations.en.title').fill('Opening hours');
    await page.getByText(`${inject('site')}/en/opening-hours`).waitFor();
    await at(page, 'kind').selectOption('event');
    await at(page, 'category').selectOption('events');

    const byRule = page.getByRole('button', { name: 'Add many by a rule …' });
    await byRule.click();
    const rule = page.getByRole('dialog');
    await rule.getByLabel('From').fill('2090-12-01');
    await rule.getByLabel('Until, included').fill('2091-02-28');
    await rule.getByLabel('Friday').check();
    await rule.getByLabel('Begins at').fill('18:30');
    await rule.getByLabel('Ends at').fill('20:00');
    await rule.getByLabel('Doors open at').fill('18:00');
    await rule.getByText('13 times', { exact: true }).waitFor();
    await rule.getByLabel('29 December 2090').uncheck();
    const faults = { rule: await shortcomings(opened), editor: [] as string[], beside: [] as string[] };
    await rule.getByRole('button', { name: 'Add these 12 times' }).click();
    expect(await byRule.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    // The first is on another day, and the second is not.
    await page.getByRole('button', { name: /^Change: .*1 December 2090/ }).click();
    await at(page, 'showings.0.startsAt').fill('2090-11-30T19:00');
    await page.getByRole('button', { name: /^Remove: .*8 December 2090/ }).click();
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/15 December 2090/);
    await page.getByRole('button', { name: 'Show all 11 times' }).click();
    await page.getByRole('button', { name: /^Copy: .*23 February 2091/ }).click();
    await expect.poll(() => focused(page)).toBe('showings.11.startsAt');
    await page.getByLabel('Whole days').check();

    for (const [language, locale] of [
      ['Azerbaijani', 'az'],
      ['English', 'en'],
      ['Russian', 'ru'],
    ] as const) {
      await page.getByRole('tab', { name: language }).click();
      await fill(page, {
        [`translations.${locale}.title`]: `Title ${locale}`,
        [`translations.${locale}.summary`]: `Summary ${locale}`,
        [`translations.${locale}.slug`]: `every-field-${locale}`,
        [`place.name.${locale}`]: `Hall ${locale}`,
        [`place.address.${locale}`]: `Street ${locale}`,
        [`place.accessibility.${locale}`]: `Lift ${locale}`,
        [`price.${locale}`]: `Free ${locale}`,
        [`contact.${locale}`]: `Leyla ${locale}`,
      });
    }
    await page.getByRole('tab', { name: 'English' }).click();
    await at(page, 'occurrence').selectOption('rescheduled');
    await at(page, 'place.longitude').fill('https://www.openstreetmap.org/#map=17/40.3777/49.8920');
    await at(page, 'place.longitude').blur();
    expect(await at(page, 'place.latitude').inputValue()).toBe('40.3777');
    await fill(page, { 'place.onlineUrl': 'https://example.org/live', bookingUrl: 'https://example.org/book' });
    await at(page, 'soldOut').check();
    await page.getByRole('button', { name: 'Add an organiser' }).click();
    await expect.poll(() => focused(page)).toBe('organisers.0.name.en');
    await at(page, 'organisers.0.name.en').fill('The ministry');
    await at(page, 'organisers.0.role').selectOption('sponsor');
    await page.getByLabel('Add a tag').fill('drawing');
    await page.getByLabel('Add a tag').press('Enter');
    const exhibition = (await at(page, 'exhibitionId').locator('option').nth(1).getAttribute('value')) ?? '';
    await at(page, 'exhibitionId').selectOption(exhibition);
    faults.editor = await shortcomings(opened);
    await save(page);
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);

    // The translation beside its original, on a wide screen.
    await page.getByLabel('Beside the original').check();
    await page.getByRole('tab', { name: 'Russian' }).click();
    await fill(page, { 'organisers.0.name.ru': 'Министерство', 'tags.0.ru': 'рисунок' });
    expect(await at(page, 'translations.en.title').inputValue()).toBe('Title en');
    faults.beside = await shortcomings(opened);
    await save(page);

    const read = page.waitForResponse((answer) => /\/v1\/staff\/events\/[0-9A-Z]{26}$/.test(answer.url()));
    await page.reload();
    const inEach = (make: (locale: string) => unknown) =>
      Object.fromEntries(['az', 'en', 'ru'].map((locale) => [locale, make(locale)]));
    const event = await (await read).json();
    expect(event).toMatchObject({
      kind: 'event',
      category: 'events',
      occurrence: 'rescheduled',
      soldOut: true,
      bookingUrl: 'https://example.org/book',
      price: inEach((locale) => `Free ${locale}`),
      contact: inEach((locale) => `Leyla ${locale}`),
      place: {
        name: inEach((locale) => `Hall ${locale}`),
        address: inEach((locale) => `Street ${locale}`),
        accessibility: inEach((locale) => `Lift ${locale}`),
        ...{ latitude: 40.3777, longitude: 49.892, onlineUrl: 'https://example.org/live' },
      },
      organisers: [{ name: { en: 'The ministry', ru: 'Министерство' }, role: 'sponsor' }],
      tags: [{ en: 'drawing', ru: 'рисунок' }],
      exhibitionId: exhibition,
      translations: inEach((locale) => ({
        ...{ title: `Title ${locale}`, summary: `Summary ${locale}`, slug: `every-field-${locale}` },
      })),
    });
    expect(event.showings).toHaveLength(12);
    expect(event.showings.slice(0, 2)).toEqual([
      {
        startsAt: '2090-11-30T15:00:00.000Z',
        endsAt: '2090-11-30T16:30:00.000Z',
        doorsAt: '2090-11-30T14:30:00.000Z',
      },
      {
        startsAt: '2090-12-15T14:30:00.000Z',
        endsAt: '2090-12-15T16:00:00.000Z',
        doorsAt: '2090-12-15T14:00:00.000Z',
      },
    ]);
    expect(event.showings.at(-1)).toEqual({ startsAt: '2091-02-24', endsAt: '2091-02-24' });
    // What was chosen is remembered.
    await page.getByLabel('Beside the original').waitFor();
    expect(await page.getByLabel('Beside the original').isChecked()).toBe(true);
    expect(faults).toEqual({ rule: [], editor: [], beside: [] });
    expect(messages).toEqual([]);
  });

  it('lead to what was refused: in the language of another tab, in a section that is folded, in a time among many', async () => {
    const { page } = await signedIn('editor', { path: '/events/new', viewport: { width: 360, height: 740 } });
    await page.getByRole('tab', { name: 'Azerbaijani' }).click();
    await fill(page, { 'translations.az.title': 'Başlıq', 'translations.az.slug': 'Not an address!' });
    await page.getByRole('tab', { name: 'English' }).click();
    await at(page, 'translations.en.title').fill('Title');
    await page.keyboard.press('Control+s');
    await expect.poll(() => focused(page)).toBe('translations.az.slug');
    expect(await page.getByRole('tab', { name: 'Azerbaijani' }).textContent()).toContain('refused');
    await at(page, 'translations.az.slug').fill('an-address');

    const fold = page.locator('summary', { hasText: 'Booking and price' });
    await fold.click();
    await at(page, 'bookingUrl').fill('by telephone');
    await fold.click();
    await page.keyboard.press('Control+s');
    await expect.poll(() => focused(page)).toBe('bookingUrl');
    expect(await at(page, 'bookingUrl').isVisible()).toBe(true);
    await at(page, 'bookingUrl').fill('');

    await page.locator('summary', { hasText: 'When' }).click();
    await page.getByLabel('Begins').fill('2090-05-01T10:00');
    for (let n = 1; n < 10; n += 1)
      await page.locator('.showings').getByRole('button', { name: 'Copy' }).nth(-1).click();
    await at(page, 'showings.9.endsAt').fill('2090-05-01T09:00');
    await page.getByRole('button', { name: 'Show fewer' }).click();
    await page.keyboard.press('Control+s');
    await expect.poll(() => focused(page)).toBe('showings.9.endsAt');
    await at(page, 'showings.9.endsAt').fill('2090-05-10T11:00');
    await save(page);
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);

    // Who leaves with something that is not saved is told that it is kept.
    await page.getByRole('tab', { name: 'Azerbaijani' }).click();
    await at(page, 'translations.az.title').fill('Yeni başlıq');
    await save(page);
    await page.getByRole('tab', { name: 'English' }).click();
    await at(page, 'translations.en.title').fill('Title, half');
    await page.getByRole('button', { name: 'This is still right' }).click();
    await page.getByText('The translation is marked as up to date.').waitFor();
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByText('is kept on this device').waitFor();
  });
});
