import { readFileSync } from 'node:fs';
import type { Request } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { type Opened, shortcomings, useBrowser } from '../browser.ts';
import { staffAs } from '../content.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();
const signedIn = signInWith(open);

/** A scan of its own: it is erased, and no other test could send the same bytes afterwards. */
const scan = {
  ...{ name: 'png-named.jpg', mimeType: 'image/jpeg' },
  buffer: Buffer.concat([
    readFileSync(new URL('../../support/files/png-named.jpg', import.meta.url)),
    Buffer.from('erased'),
  ]),
};

/** The token that the console of a person sends. */
const authorizationOf = async ({ page }: Opened): Promise<string> => {
  const isSigned = (one: Request) => one.url().includes('/v1/staff/') && 'authorization' in one.headers();
  const [request] = await Promise.all([page.waitForRequest(isSigned), page.reload()]);
  return request.headers().authorization ?? '';
};

/** What a person may ask of the API: works are entered elsewhere. */
const apiOf = async (opened: Opened) => {
  const authorization = await authorizationOf(opened);
  return async (path: string, body?: object) => {
    const answer = await fetch(`${inject('site')}/v1/staff/exhibitions/${path}`, {
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asks for
    const given = (await answer.json()) as any;
    expect(answer.status, JSON.stringify(given)).toBeLessThan(300);
    return given;
  };
};

describe('an exhibition in the console', () => {
  it('goes from the first word to the public and back, each step said before it is done', async () => {
    const opened = await signedIn('admin', { path: '/exhibitions' });
    const { page, messages } = opened;
    const faults: Record<string, string[]> = {};
    const look = async (name: string) => {
      faults[name] = await shortcomings(opened);
    };
    await page.getByRole('list', { name: 'Exhibitions' }).getByRole('link').first().waitFor();
    await look('list');

    // It is begun with its title, saved by the keyboard, and says what it lacks.
    await page.getByRole('link', { name: 'New exhibition' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Drawings of the coast');
    await page.getByLabel('Opens on').fill('2022-11-18');
    await page.getByLabel('Add pictures').setInputFiles(scan);
    await page.getByLabel('who cannot see it (English)').fill('The hall with the drawings');
    await page.getByLabel('Picture that stands for it').selectOption({ index: 1 });
    await page.keyboard.press('Control+S');
    await page.getByText('Saved.').waitFor();
    const id = /exhibitions\/(\w{26})/.exec(page.url())?.[1] ?? '';
    // Two people change the same: the second chooses, as with events.
    const other = await signedIn('editor', { path: `/exhibitions/${id}` });
    const summary = (of: Opened) => of.page.getByLabel('Summary', { exact: true });
    await summary(other).fill('The sea, by the other.');
    await other.page.keyboard.press('Control+S');
    await other.page.getByText('Everything is saved').waitFor();
    await summary(opened).fill('The sea.');
    await page.keyboard.press('Control+S');
    const choice = page.getByRole('dialog');
    await choice.getByLabel(/^By /).check();
    await look('conflict');
    await choice.getByRole('button', { name: 'Go on with these' }).click();
    await page.getByText('Everything is saved').waitFor();
    expect(await summary(opened).inputValue()).toBe('The sea, by the other.');
    await other.page.context().close();

    const missing = page.getByRole('complementary', { name: 'Publication' });
    await missing.getByRole('button', { name: 'Text (English)' }).click();
    expect(await page.evaluate("document.activeElement.getAttribute('name')")).toBe('translations.en.description');
    await page.keyboard.type('They show the **sea**.');
    await page.getByLabel('Find an event by its title').fill('competition');
    const found = page.getByRole('list', { name: 'Events that were found' }).getByRole('button').first();
    const event = (await found.textContent()) ?? '';
    await found.click();
    await page.keyboard.press('Control+S');
    await page.getByText('Everything is saved').waitFor();
    await missing.getByText('Selection of works').waitFor();
    await look('editor');

    // What a step will do is read before it is done; the focus stays where the step was.
    await page.getByRole('button', { name: 'Open for entries …' }).click();
    await page.getByRole('dialog').getByText('Nothing becomes public.').waitFor();
    await look('step');
    await page.getByRole('dialog').getByRole('button', { name: 'Open for entries' }).click();
    await page.getByRole('heading', { name: 'Where it is: Entries are taken' }).waitFor();
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent'))
      .toContain('Where it is: Entries are taken');

    // The works are another screen's; here one is entered and selected.
    const ask = await apiOf(opened);
    const { pictures } = await ask(id);
    const artwork = await ask(`${id}/artworks`, {
      uploadId: pictures[0].uploadId,
      translations: { en: { title: 'The sea', alt: 'Waves' } },
      artist: { name: 'Leyla', isMinor: false },
    });
    await ask(`${id}/selection`, { artworkIds: [artwork.id] });
    await page.reload();
    await page.getByText('Nothing is missing for publication.').waitFor();
    await page.getByRole('button', { name: 'Publish …' }).click();
    await page.getByRole('dialog').getByText('together with the selected work').waitFor();
    await look('publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('heading', { name: 'Where it is: Published' }).waitFor();
    const statusOf = async () => (await fetch(`${inject('site')}/v1/exhibitions/${id}?locale=en`)).status;
    await expect.poll(statusOf).toBe(200);
    await page.getByRole('link', { name: 'English', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Withdraw …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('heading', { name: 'Where it is: Withdrawn' }).waitFor();
    expect(await statusOf()).toBe(410);
    // The way back is still there after leaving.
    await page.reload();
    await page.getByRole('button', { name: 'Undo the withdrawal' }).click();
    await page.getByRole('heading', { name: 'Where it is: Published' }).waitFor();
    await expect.poll(statusOf).toBe(200);

    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('link', { name: 'Saved', exact: true }).first().click();
    await page.getByRole('button', { name: /^Restore/ }).waitFor();
    await look('history');
    expect(await page.title()).toMatch(/^History · Drawings of the coast · Console · /);
    // Versions are compared in words: no ids.
    await page.locator('.differences ins', { hasText: event }).waitFor();
    await page.getByRole('button', { name: 'Restore this version …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('heading', { name: /as it is now/ }).waitFor();

    // It is erased by its title and nothing less.
    await page.getByRole('link', { name: 'Text and publication' }).click();
    await page.getByRole('button', { name: 'Withdraw …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('button', { name: 'Erase for good …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('To confirm').fill('Drawings');
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
    await dialog.getByText('That is not its title.').waitFor();
    await look('erase');
    await dialog.getByLabel('To confirm').fill('Drawings of the coast');
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
    await page.getByRole('heading', { name: 'Exhibitions' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Drawings of the coast' }).count()).toBe(0);
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    // Chromium itself tells of a refused version.
    expect(messages.filter((line) => !line.includes('412'))).toEqual([]);
    // Two people in two browsers.
  }, 240_000);

  it('compares what stands for it by title and picture, and says which translation is older than the original', async () => {
    const opened = await signedIn('editor', { path: '/exhibitions' });
    const { page } = opened;
    const staff = staffAs(inject('site'), await authorizationOf(opened));
    const text = (title: string) => ({ title, description: `${title}.` });
    const translations = { en: text('Sun and moon'), ru: text('Солнце и луна') };
    const { id } = (await staff('/exhibitions', { translations })).body;
    await staff(`/exhibitions/${id}/status`, { status: 'open' });
    const works: string[] = [];
    for (const title of ['Sun', 'Moon', 'Star'])
      works.push((await staff(`/exhibitions/${id}/artworks`, { translations: { en: { title } } })).body.id);
    const change = (patch: object) =>
      staff(`/exhibitions/${id}`, patch, { method: 'PATCH', headers: { 'if-match': '*' } });
    await change({ cover: { artworkId: works[0] } });
    await page.goto(`${inject('site')}/console/exhibitions/${id}`);
    await page.getByLabel('Picture that stands for it').selectOption({ index: 0 });
    await change({ cover: { artworkId: works[1] }, translations: { en: { description: 'The moon.' } } });
    await page.keyboard.press('Control+S');
    const cover = page.getByRole('dialog').getByRole('group', { name: 'Picture that stands for it' });
    await cover.getByText(/^Work \d+: Sun$/).waitFor();
    await cover.getByText(/^Work \d+: Moon$/).waitFor();
    expect(await cover.textContent()).not.toMatch(/[0-9A-Z]{26}/);
    expect(await shortcomings(opened)).toEqual([]);
    await cover.getByLabel('Written there').check();
    await page.getByRole('button', { name: 'Go on with these' }).click();
    await page.getByText('Everything is saved').waitFor();

    // The text in Russian is older than the one in English now, until somebody finds that it still says the same.
    await page.getByRole('tab', { name: /Russian/ }).click();
    await page.getByText('The original has changed since').waitFor();
    await page.getByRole('button', { name: 'This is still right' }).click();
    await page.getByText('The original has changed since').waitFor({ state: 'detached' });
    expect((await staff(`/exhibitions/${id}`)).body.outdatedLocales).toEqual([]);
  });

  it('is rated blind or not as an editor says, until there is a work', async () => {
    const opened = await signedIn('editor', { path: '/exhibitions' });
    const { page } = opened;
    const staff = staffAs(inject('site'), await authorizationOf(opened));
    const { id } = (await staff('/exhibitions', { translations: { en: { title: 'Dawn' } } })).body;
    await page.goto(`${inject('site')}/console/exhibitions/${id}`);
    const blind = page.getByLabel('The jury rates blind');
    await page.getByText('It can be changed until the first work is entered.').waitFor();
    expect(await blind.isEnabled()).toBe(true);
    await staff(`/exhibitions/${id}/artworks`, { translations: { en: { title: 'Morning' } } });
    await page.reload();
    await page.getByText('Works have been entered: it cannot be changed any more.').waitFor();
    expect(await blind.isDisabled()).toBe(true);
    await staff(`/exhibitions/${id}/status`, { status: 'open' });
    await staff(`/exhibitions/${id}/status`, { status: 'selection' });
    await page.reload();
    await page.getByText('Entries are closed: it cannot be changed any more.').waitFor();
    expect(await blind.isDisabled()).toBe(true);
    expect(await shortcomings(opened)).toEqual([]);
  });
});
