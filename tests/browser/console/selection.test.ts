import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, inject, it } from 'vitest';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { type Staff, staffAs, upload } from '../content.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();
const signedIn = signInWith(open);

const people = [
  ...[['Aysel', 'Səmədzadə', 'full'] as const, ['Tural', 'Yaqubzadə', 'none'] as const],
  ...[['Nigar', 'Hüseynli', 'initial'] as const, ['Rauf', 'Cavadov', 'first'] as const],
] as const;

const consent = { guardian: 'Rəna Qurbanlı', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true };

/** A blind rating of nine works, whose points are 9, 8, 7, 7, 6 and so on. The last lacks what publication asks for. */
const competition = async (staff: Staff, title: string): Promise<{ id: string; artworkIds: string[] }> => {
  const translations = {
    az: { title, description: 'Müəllim Yaqubzadə salamlayır.' },
    en: { title, description: 'Drawings.' },
  };
  const { id } = (await staff('/exhibitions', { blindRating: true, opensOn: '2026-12-18', translations })).body;
  const places = [...Array(9).keys()];
  const uploads = await mapWithConcurrency(places, 3, (n) => upload(staff, 6_100 + n + title.length * 20, 240, 180));
  const artworkIds: string[] = [];
  for (const n of places) {
    const [given, surname, name] = people[n % people.length] ?? ['', '', 'none'];
    const texts = { title: `Rəsm ${n + 1}.`, ...(n < 8 && { alt: 'Rəsm' }) };
    const artist = { name: `${given} ${surname}`, ageAtEntry: 9, isMinor: true, consent: { ...consent, name } };
    const { body } = await staff(`/exhibitions/${id}/artworks`, {
      ...{ uploadId: uploads[n], artist, medium: 'Quaş', translations: { az: texts } },
    });
    artworkIds.push(body.id);
  }
  await staff(`/exhibitions/${id}/status`, { status: 'selection' });
  const { items } = (await staff(`/juries/${id}/works?limit=100`)).body;
  for (const { number, translations: texts } of items) {
    const place = Number(/\d+/.exec(texts.az.title)?.[0]);
    const score = [9, 8, 7, 7, 6, 5, 4, 3, 2][place - 1];
    await staff(`/juries/${id}/works/${number}/rating`, { score }, { method: 'PUT' });
  }
  return { id, artworkIds };
};

/** Calls the API as the person whose page it is. */
const staffOfPage = async (page: Page): Promise<Staff> => {
  const isMine = (url: string) => url.endsWith('/v1/staff/me');
  const [request] = await Promise.all([page.waitForRequest((one) => isMine(one.url())), page.reload()]);
  return staffAs(inject('site'), (await request.allHeaders()).authorization ?? '');
};

describe('the selection of an exhibition', () => {
  it('is proposed, put in order by keyboard and by dragging, met with what others save, revealed and made ready', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const staff = await staffOfPage(page);
    const { id } = await competition(staff, 'The town');
    await page.goto(`${inject('site')}/console/exhibitions/${id}/selection`);
    const list = page.locator('.ordered > li');
    const titles = () => list.locator('.choice-name strong').allTextContents();
    const orderOf = async () => (await titles()).map((text) => /Rəsm (\d)/.exec(text)?.[1]).join('');
    const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();
    const save = () => page.getByRole('button', { name: 'Save the selection' }).click();

    await page.getByLabel('How many').fill('3');
    await page.getByRole('button', { name: 'Take the best' }).click();
    await page.getByText('One more work has the same average').first().waitFor();
    expect(await list.count()).toBe(3);
    // Which of the two that are rated alike comes first is a matter of numbers that were drawn.
    const [third = ''] = (await titles()).slice(2);
    const last = /Rəsm (\d)/.exec(third)?.[1];
    expect(['3', '4']).toContain(last);

    const forward = page.getByRole('button', { name: `Forward: ${third}` });
    await forward.focus();
    await page.keyboard.press('Enter');
    await said('Now at place 2 of 3.');
    await expect.poll(orderOf).toBe(`1${last}2`);
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe(`Forward: ${third}`);

    // Into the second place, from the ranking.
    const fifth = page.locator('.ranked-list > li').filter({ hasText: 'Rəsm 5.' });
    await fifth.locator('.handle').dragTo(list.nth(1));
    await said('at place 2');
    await expect.poll(orderOf).toBe(`15${last}2`);
    const shown = await page.getByRole('main').innerText();
    for (const [given, surname] of people) for (const word of [given, surname]) expect(shown).not.toContain(word);
    const faults: Record<string, string[]> = { blind: await shortcomings(opened) };

    // What is not saved is there again, until it is given up.
    const choose = (name: RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click();
    await page.reload();
    await said('is here again');
    await expect.poll(orderOf).toBe(`15${last}2`);
    faults.takenUp = await shortcomings(opened);
    await page.getByRole('button', { name: 'Delete it' }).press('Enter');
    expect(await orderOf()).toBe('');
    expect(await page.getByText('is here again').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    for (const work of [1, 5, last, 2]) await choose(new RegExp(`^Select: .*Rəsm ${work}`));
    await expect.poll(orderOf).toBe(`15${last}2`);
    await page.reload();
    await said('is here again');
    await expect.poll(orderOf).toBe(`15${last}2`);

    // Elsewhere the person saves the text, and then the same works in another order.
    const { version } = (await staff(`/exhibitions/${id}`)).body;
    const patch = { method: 'PATCH', headers: { 'if-match': `"${version}"` } };
    await staff(`/exhibitions/${id}`, { closesOn: '2026-12-30' }, patch);
    await save();
    await said('Saved, together with what');
    const { numbers } = (await staff(`/exhibitions/${id}`)).body.selection;
    await staff(`/exhibitions/${id}/selection`, { numbers: numbers.toReversed() });
    await page.getByRole('button', { name: /^To the front: .*Rəsm 2/ }).click();
    await save();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'You have changed this elsewhere too' }).waitFor();
    await dialog.getByText('in another order').waitFor();
    faults.conflict = await shortcomings(opened);
    // Left for later it leaves the person alone, is kept, and asks when it is saved.
    const mine = await orderOf();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Back: .*Rəsm 2/ }).click();
    await page.getByRole('button', { name: /^Forward: .*Rəsm 2/ }).click();
    expect(await dialog.count()).toBe(0);
    expect(await orderOf()).toBe(mine);
    await save();
    await dialog.getByText('in another order').waitFor();
    await dialog.getByRole('button', { name: 'Go on with these' }).click();
    await said('Saved.');
    await expect.poll(orderOf).toBe(`215${last}`);

    // Who gives up a selection that was left for later has what is saved, not what it was begun from.
    const { numbers: begun } = (await staff(`/exhibitions/${id}`)).body.selection;
    await page.getByRole('button', { name: /^Back: .*Rəsm 2/ }).click();
    await staff(`/exhibitions/${id}/selection`, { numbers: begun.toReversed() });
    await page.reload();
    await dialog.getByText('in another order').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect.poll(orderOf).toBe(`${last}512`);
    await staff(`/exhibitions/${id}/selection`, { numbers: begun });
    await page.reload();
    await expect.poll(orderOf).toBe(`215${last}`);

    // What is changed while it is saved stays, and is saved by the next press.
    await page.getByRole('button', { name: 'Select: ' }).filter({ visible: true }).last().click();
    const added = await orderOf();
    const isChanged = Promise.withResolvers<void>();
    await page.route('**/selection', async (route) => {
      if (route.request().method() === 'POST') await isChanged.promise;
      await route.continue();
    });
    const saved = page.waitForResponse((one) => one.url().endsWith('/selection') && one.request().method() === 'POST');
    await save();
    await page.getByRole('button', { name: /^To the front: .*Rəsm 5/ }).click();
    const moved = `5${added.replace('5', '')}`;
    await expect.poll(orderOf).toBe(moved);
    isChanged.resolve();
    await saved;
    await page.unroute('**/selection');
    await page.getByRole('button', { name: 'Save the selection' }).and(page.locator(':not([aria-disabled])')).waitFor();
    expect(await orderOf()).toBe(moved);
    await save();
    await page.getByText('Everything is saved').waitFor();
    expect(await orderOf()).toBe(moved);

    // Where somebody has saved the same and more meanwhile, nothing is left to be saved, and nothing is said.
    const stored: number[] = (await staff(`/exhibitions/${id}`)).body.selection.numbers;
    await page.getByRole('button', { name: /^Remove: .*Rəsm 5/ }).click();
    await page.getByText('Not saved yet', { exact: true }).waitFor();
    await staff(`/exhibitions/${id}/selection`, { numbers: stored.slice(2) });
    await page.reload();
    await expect.poll(orderOf).toBe(moved.slice(2));
    expect(await page.getByText('is here again').count()).toBe(0);
    await staff(`/exhibitions/${id}/selection`, { numbers: stored });
    await page.reload();
    await expect.poll(orderOf).toBe(moved);
    await page.getByRole('button', { name: 'Reveal the artists …' }).click();
    await dialog.getByText('This cannot be undone.').waitFor();
    faults.reveal = await shortcomings(opened);
    await dialog.getByRole('button', { name: 'Reveal them' }).click();
    await said('The artists are revealed.');
    await list.getByText('Aysel Səmədzadə').first().waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('selected');
    // Nobody chooses by name now.
    expect(await page.getByRole('button', { name: /^Select: / }).count()).toBe(0);
    await list.last().getByText('say what the artwork shows').waitFor();
    // Two children have the surname of the teacher.
    await page.getByRole('heading', { name: 'Texts name somebody (2)' }).waitFor();
    faults.revealed = await shortcomings(opened);
    await page.getByRole('button', { name: 'I have looked: another person is meant' }).first().click();
    await page.getByRole('heading', { name: 'A text names somebody' }).waitFor();
    await said('That is noted.');
    expect(await page.evaluate('document.activeElement.id')).toBe('blocking');
    // Who goes on before it is noted stays where they are.
    const isNoted = Promise.withResolvers<void>();
    await page.route('**/v1/staff/exhibitions/**', async (route) => {
      if (route.request().method() === 'PATCH') await isNoted.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'I have looked: another person is meant' }).press('Enter');
    await page.getByRole('link', { name: 'All exhibitions' }).focus();
    isNoted.resolve();
    await page.getByRole('heading', { name: 'A text names somebody' }).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('All exhibitions');
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    // The browser itself says of a refused version that it was refused.
    expect(messages.filter((message) => !message.includes('status of 412'))).toEqual([]);
  });

  it('ends a rating with names once that is confirmed, and is dropped when entries are taken again', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const staff = await staffOfPage(page);
    const translations = { en: { title: 'The garden', description: 'Drawings.' } };
    const { id } = (await staff('/exhibitions', { translations })).body;
    await staff(`/exhibitions/${id}/status`, { status: 'open' });
    const artist = { name: 'Aysel Səmədzadə', ageAtEntry: 30, isMinor: false };
    for (const n of [0, 1]) {
      const uploadId = await upload(staff, 6_090 + n, 240, 180);
      await staff(`/exhibitions/${id}/artworks`, { uploadId, artist, translations: { en: { title: 'Rose' } } });
    }
    await staff(`/exhibitions/${id}/status`, { status: 'selection' });
    const selected = async () => (await staff(`/exhibitions/${id}`)).body.selection?.artworkIds.length;
    const dialog = page.getByRole('dialog');
    const choose = () =>
      page
        .getByRole('button', { name: /^Select: / })
        .filter({ visible: true })
        .first()
        .click();
    const save = page.getByRole('button', { name: 'Save the selection' });

    await page.goto(`${inject('site')}/console/exhibitions/${id}/selection`);
    await choose();
    await save.click();
    await dialog.getByText('jurors cannot see and rate them any more').waitFor();
    const faults = { ends: await shortcomings(opened), reopens: [] as string[] };
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await selected()).toBeUndefined();
    await save.click();
    await dialog.getByRole('button', { name: 'Save and end the rating' }).click();
    await page.getByText('Everything is saved').waitFor();
    expect(await selected()).toBe(1);
    // The next one ends nothing.
    await choose();
    await save.click();
    await page.getByText('Everything is saved').waitFor();
    expect(await selected()).toBe(2);

    await page.goto(`${inject('site')}/console/exhibitions/${id}`);
    await page.getByRole('button', { name: 'Take entries again …' }).click();
    await dialog.getByText('The selection is dropped').waitFor();
    faults.reopens = await shortcomings(opened);
    await dialog.getByRole('button', { name: 'Take entries again' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await selected()).toBeUndefined();
    // Without one, nothing is said of it.
    await page.getByRole('button', { name: 'Close entries …' }).click();
    await dialog.getByRole('button', { name: 'Close entries' }).click();
    await page.getByRole('button', { name: 'Take entries again …' }).click();
    await dialog.getByText('What was entered and rated stays.').waitFor();
    expect(await dialog.getByText('The selection is dropped').count()).toBe(0);
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('is printed for the hall on whole labels, with the names that consent allows, and codes of the pages', async () => {
    const opened = await signedIn('editor', { colorScheme: 'dark' });
    const { page, messages } = opened;
    const staff = await staffOfPage(page);
    const { id, artworkIds } = await competition(staff, 'The sea');
    const { numbers } = (await staff(`/exhibitions/${id}/ranking?count=9`)).body.proposal;
    await staff(`/exhibitions/${id}/selection`, { numbers });
    await staff(`/exhibitions/${id}/reveal`, {});
    const last = `/exhibitions/${id}/artworks/${artworkIds[8]}`;
    const change = async (path: string, body: object) =>
      staff(path, body, { method: 'PATCH', headers: { 'if-match': `"${(await staff(path)).body.version}"` } });
    await change(last, { translations: { az: { alt: 'Rəsm' } } });
    await change(`/exhibitions/${id}`, { translations: { az: { description: 'Rəsmlər.' } } });
    await staff(`/exhibitions/${id}/publish`, {});
    await expect.poll(async () => (await staff(`/exhibitions/${id}`)).body.publishing).toBeUndefined();

    await page.goto(`${inject('site')}/console/exhibitions/${id}/hall?language=az`);
    await page.getByText('Without a name, since consent withholds it: 2, 6.').waitFor();
    await expect.poll(() => page.locator('.hall-labels svg').count()).toBe(9);
    const faults: Record<string, string[]> = { labels: await shortcomings(opened) };

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = "getComputedStyle(document.querySelector('.hall-sheet')).backgroundColor";
    expect(await page.evaluate(paper)).toBe('rgb(255, 255, 255)');
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), { verbosity: 0 });
    expect(pdf.numPages).toBe(2);
    const texts = await Promise.all(
      [1, 2].map(async (number) => {
        const printed = await pdf.getPage(number);
        const [, , width = 0, height = 0] = printed.view;
        // A4, in points.
        expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
        const { items } = await printed.getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join('');
      }),
    );
    // Each title is on the page that has the number of its label, which stands at the end of that.
    for (let n = 1; n <= 9; n += 1)
      expect(
        texts.filter((text) => text.includes(`Rəsm ${n}.`) && text.includes(`№ ${n}`)),
        String(n),
      ).toHaveLength(1);
    const printed = texts.join('');
    for (const name of ['Aysel Səmədzadə', 'Anonim', 'Nigar H.', 'Rauf']) expect(printed).toContain(name);
    for (const name of ['Tural', 'Yaqubzadə', 'Hüseynli', 'Cavadov', 'Qurbanlı', 'Selection'])
      expect(printed).not.toContain(name);

    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    for (const kind of ['list', 'codes', 'certificates']) {
      await page.getByLabel('Sheet', { exact: true }).selectOption(kind);
      await page
        .locator(kind === 'codes' ? '.hall-codes svg' : '.hall-sheet table')
        .first()
        .waitFor();
      faults[kind] = await shortcomings(opened);
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'As a table (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-certificates-az\.csv$/);
    const rows = parse(await readFile(await download.path(), 'utf16le'), {
      ...{ bom: true, delimiter: '\t', record_delimiter: '\r\n' },
    });
    expect(rows.slice(0, 3)).toEqual([
      ['№', 'Ad, soyad', 'Yaş', 'Məktəb', 'Bölgə', 'Ad'],
      ['1', 'Aysel Səmədzadə', '9', '', '', 'Rəsm 1.'],
      ['2', '', '', '', '', 'Rəsm 2.'],
    ]);

    // A sheet begins in a language that the exhibition has.
    const english = (await staff('/exhibitions', { translations: { en: { title: 'The park' } } })).body;
    await page.goto(`${inject('site')}/console/exhibitions/${english.id}/hall`);
    expect(await page.getByLabel('Language of the sheet').inputValue()).toBe('en');

    await page.setViewportSize({ width: 320, height: 640 });
    for (const screen of ['hall', 'selection']) {
      await page.goto(`${inject('site')}/console/exhibitions/${id}/${screen}`);
      await page.getByRole('heading', { level: 2 }).or(page.locator('.hall-sheet')).first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth'), screen).toBeLessThanOrEqual(320);
      faults[`${screen} on a phone`] = await shortcomings(opened);
    }
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(messages).toEqual([]);
  });
});
