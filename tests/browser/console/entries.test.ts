import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { xlsx } from '../../support/files/documents.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const signedIn = signInWith(useBrowser());

/** A scan like no other. */
const scan = async (n: number, name = `scan ${n}.jpg`) => {
  const background = { r: (n * 83) % 256, g: (n * 31) % 256, b: 40 };
  const shape = Buffer.from(`<svg width="60" height="40"><circle cx="${n * 9}" cy="${n * 7}" r="${6 + n}"/></svg>`);
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background } }).composite([{ input: shape }]);
  return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() };
};

const head = 'file;entryNumber;title.en;alt.en;artist;age;region;isMinor';

const sheet = (...rows: readonly string[]) => ({
  ...{ name: 'artworks.csv', mimeType: 'text/csv' },
  buffer: Buffer.from([head, ...rows].join('\r\n')),
});

/** Drops a folder of this machine onto a page, as from a window of files beside the browser. */
const drop = async (page: Page, folder: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const held = { x: 300, y: 300, data: { items: [], files: [folder], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...held });
};

/** A workbook with one sheet, as spreadsheets save it. */
const workbook = (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const cells = (row: readonly string[], n: number): string =>
    row.map((text, at) => `<c r="${String.fromCharCode(65 + at)}${n + 1}" t="str"><v>${text}</v></c>`).join('');
  const data = rows.map((row, n) => `<row r="${n + 1}">${cells(row, n)}</row>`).join('');
  return xlsx([], {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Works" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
  });
};

/** What the API says to the person who is signed in, by the token that the page last sent. */
const asPerson = async (page: Page) => {
  const request = await page.waitForRequest((one) => one.url().includes('/v1/staff/'));
  const authorization = request.headers().authorization ?? '';
  return async (method: string, path: string, body?: object, version?: number) => {
    const response = await fetch(`${inject('site')}/v1/staff${path}`, {
      method,
      headers: {
        authorization,
        'content-type': 'application/json',
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(response.status, path).toBeLessThan(300);
    // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asks for
    return (await response.json()) as any;
  };
};

describe('the entries of an exhibition', () => {
  it('are entered from a sheet and on a phone, found, changed by keys, and what two people change is chosen', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const asked = asPerson(page);
    await page.goto(`${inject('site')}/console/exhibitions`);
    const ask = await asked;
    const { id } = await ask('POST', '/exhibitions', { translations: { en: { title: 'Drawings of children' } } });
    const entries = `${inject('site')}/console/exhibitions/${id}/entries`;
    const faults: Record<string, string[]> = {};

    // All problems first.
    await page.goto(`${entries}/sheet`);
    const scans = await Promise.all([1, 2, 3].map((n) => scan(n)));
    const first = 'scan 1.jpg;1;The sun;A sun;Aysel Hüseynova;9;Gəncə;yes';
    const choose = page.getByLabel('Choose sheet and scans');
    await page.locator('summary', { hasText: 'Columns of the sheet' }).click();
    await page.getByRole('cell', { name: /full, initial .*, first .* or none/ }).waitFor();
    const template = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download an empty sheet' }).click();
    expect((await template).suggestedFilename()).toBe('artworks.csv');
    await choose.setInputFiles([sheet(first, 'scan 2.jpg;2;The sea;;Murad Əliyev;10;Bakı;perhaps'), ...scans]);
    await page.getByText('is neither yes nor no').waitFor();
    await page.getByText('The file has no row in the sheet').waitFor();
    expect(await page.getByRole('button', { name: 'Enter 1 work' }).isDisabled()).toBe(true);
    faults.sheet = await shortcomings(opened);
    const second = 'scan 2.jpg;2;The sea;;Murad Əliyev;10;Bakı;yes';
    await choose.setInputFiles([sheet(first, second, 'SCAN 3.JPG;3;A house;A house;Leyla Quliyeva;8;Gəncə;yes')]);
    // Pressed twice, it enters them once.
    const isEntry = (request: { method(): string; url(): string }) =>
      request.method() === 'POST' && /\/artworks$/.test(new URL(request.url()).pathname);
    let entered = 0;
    page.on('request', (request) => {
      if (isEntry(request)) entered += 1;
    });
    const isHeld = Promise.withResolvers<void>();
    await page.route('**/artworks', async (route) => {
      if (isEntry(route.request())) await isHeld.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Enter 3 works' }).dblclick();
    // What is given meanwhile is not taken, and that is said.
    await page.getByText('Keep this page open.').waitFor();
    await choose.setInputFiles(scans);
    await page.getByText('These files were not taken').waitFor();
    isHeld.resolve();
    await page.getByText('entered: 3', { exact: true }).waitFor();
    await page.unroute('**/artworks');
    expect(entered).toBe(3);
    // Another day, as a folder with a workbook: what is there is known, and what differs is said before it is written.
    await page.reload();
    await choose.waitFor({ state: 'attached' });
    const folder = mkdtempSync(join(tmpdir(), 'entries-'));
    const rows = [head, first.replace('The sun', 'A sunny day'), second].map((row) => row.split(';'));
    writeFileSync(join(folder, 'artworks.xlsx'), await workbook(rows));
    for (const { name, buffer } of scans.slice(0, 2)) writeFileSync(join(folder, name), buffer);
    await drop(page, folder);
    await page.getByRole('button', { name: 'Enter 2 works' }).click();
    await page.getByRole('cell', { name: 'title.en' }).waitFor();
    await page.getByRole('button', { name: 'Write what the sheet says' }).click();
    await page.getByText('unchanged: 1 · updated: 1').waitFor();
    rmSync(folder, { recursive: true });
    faults.report = await shortcomings(opened);

    // On a phone; what was typed outlives the page.
    const keptIn = (store: 'forms' | 'edits'): Promise<readonly { form?: { name: string }; value?: unknown }[]> =>
      page.evaluate(`new Promise((done) => {
        const opening = indexedDB.open('sergi-entries');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('${store}').objectStore('${store}').getAll();
          reading.onsuccess = () => done(reading.result);
        };
      })`);
    const begun = async () => (await keptIn('forms')).map(({ form }) => form?.name);
    const changed = async () => (await keptIn('edits')).map(({ value }) => value);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${entries}/new`);
    await page.getByLabel('Choose a picture').setInputFiles(await scan(4, 'photo.jpg'));
    await page.getByLabel('Artist').fill('Nigar Səfərova');
    await page.getByText('Beside the work may stand').waitFor();
    await expect.poll(begun).toEqual(['Nigar Səfərova']);
    await page.reload();
    await page.getByRole('img', { name: 'The photograph' }).waitFor();
    expect(await page.getByLabel('Artist').inputValue()).toBe('Nigar Səfərova');
    await page.getByLabel('Who has agreed').fill('Rəna Səfərova');
    await page.getByLabel('Agreed on').fill('2026-01-01');
    await page.getByLabel('Holds until').fill('2099-01-01');
    await page.getByLabel('The picture may be shown').check();
    faults.phone = await shortcomings(opened);
    // While it is on its way, nothing is typed that would be lost.
    const isSeen = Promise.withResolvers<void>();
    await page.route('**/artworks', async (route) => {
      if (isEntry(route.request())) await isSeen.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('Preparing the picture').waitFor();
    expect(await page.getByLabel('Artist').isDisabled()).toBe(true);
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Enter');
    await page.getByLabel('Artist').fill('Somebody else', { force: true });
    expect(await page.getByLabel('Artist').inputValue()).toBe('Nigar Səfərova');
    isSeen.resolve();
    await page.getByText('The work is entered, with the number 4').first().waitFor();
    await page.unroute('**/artworks');
    expect(await page.getByLabel('Artist').isEnabled()).toBe(true);
    await page.getByRole('link', { name: 'To the list of entries' }).click();
    await page.getByText('4 entries.').waitFor();
    faults.cards = await shortcomings(opened);
    await page.setViewportSize({ width: 1200, height: 900 });

    // A name stands where no server sees it.
    await page.getByLabel(/^Search/).fill('aysel');
    await page.getByText('1 of 4 entries.').waitFor();
    expect(new URL(page.url()).search).not.toContain('aysel');
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#q=aysel');
    await page.reload();
    await page.getByText('1 of 4 entries.').waitFor();
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByLabel('What is missing').selectOption('noAlt');
    await page.getByText('2 of 4 entries.').waitFor();

    // By keys: a cell is typed over, and the focus goes down.
    const cell = (n: number, column: string) =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('button', { name: `Open entry ${n}`, exact: true }) })
        .locator(`.entry-${column}`);
    await cell(2, 'alt').focus();
    await page.keyboard.type('Waves');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 4 entries.').waitFor();
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByText('4 entries.').waitFor();
    expect(await cell(2, 'alt').textContent()).toBe('Waves');
    faults.grid = await shortcomings(opened);

    // Elsewhere the person changes the region and the title of the first; here its school and its title are changed.
    const { items } = await ask('GET', `/exhibitions/${id}/artworks`);
    const { id: artworkId, version } = items.find((one: { entryNumber: number }) => one.entryNumber === 1);
    const theirs = { artist: { region: 'Şəki' }, translations: { en: { title: 'Morning' } } };
    await ask('PATCH', `/exhibitions/${id}/artworks/${artworkId}`, theirs, version);
    await cell(1, 'school').focus();
    await page.keyboard.type('School 6');
    // A phone that shows something else may never come back to it.
    await page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      delete document.visibilityState;`);
    await expect.poll(() => cell(1, 'region').textContent()).toBe('Şəki');
    await expect.poll(() => cell(1, 'school').textContent()).toBe('School 6');
    const { version: now } = await ask('GET', `/exhibitions/${id}/artworks/${artworkId}`);
    await ask('PATCH', `/exhibitions/${id}/artworks/${artworkId}`, { translations: { en: { title: 'Dawn' } } }, now);
    await cell(1, 'title').focus();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Noon');
    await page.keyboard.press('Tab');
    await page.getByText('In another tab or on another device you have saved: “Dawn”').waitFor();
    faults.conflict = await shortcomings(opened);
    await page.getByRole('button', { name: 'Take what is written here: “Noon”' }).click();
    await expect
      .poll(async () => (await ask('GET', `/exhibitions/${id}/artworks/${artworkId}`)).translations.en.title)
      .toBe('Noon');
    await page.getByRole('button', { name: 'Open entry 1', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Technique').fill('Watercolour');
    faults.dialog = await shortcomings(opened);
    // Who writes on after the question is asked again.
    for (const word of [' on', ' paper']) {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').getByText('Changes that are not saved: 1.').waitFor();
      await page.keyboard.type(word);
      await page.getByText('Changes that are not saved: 1.').waitFor({ state: 'detached' });
    }
    await page.getByRole('dialog').getByLabel('Technique').fill('Watercolour');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await ask('GET', `/exhibitions/${id}/artworks/${artworkId}`)).medium)
      .toBe('Watercolour');

    // From a spreadsheet: what it will do first, then all together, and back again. In a field that is edited it is a
    // text.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = JSON.stringify('12\t"School\n8"\r\nmany\tSchool 9\r\n');
    await page.evaluate(`navigator.clipboard.writeText(${copied})`);
    await cell(3, 'title').focus();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+V');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    await cell(2, 'age').focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page.getByText('Cells that will change: 3, in rows: 2.').waitFor();
    await page.getByRole('dialog').getByText('Age, entry 3').waitFor();
    faults.paste = await shortcomings(opened);
    await page.getByRole('button', { name: 'Paste (3)' }).click();
    await page.getByText('Pasted cells: 3. All of it is saved.').waitFor();
    const pasted = async () => {
      const { items } = await ask('GET', `/exhibitions/${id}/artworks`);
      const artistOf = (n: number) => items.find((one: { entryNumber: number }) => one.entryNumber === n).artist;
      return [artistOf(2), artistOf(3)];
    };
    expect(await pasted()).toMatchObject([
      { ageAtEntry: 12, school: 'School 8' },
      { ageAtEntry: 8, school: 'School 9' },
    ]);
    await page.getByRole('button', { name: 'Undo pasting' }).click();
    await page.getByText('Cells put back: 3.').waitFor();
    expect((await pasted()).map(({ school }: { school?: string }) => school)).toEqual([undefined, undefined]);

    // Back again while it is still on its way.
    await cell(2, 'age').focus();
    await page.keyboard.press('ControlOrMeta+V');
    const isAsked = Promise.withResolvers<void>();
    await page.route('**/artworks/bulk', async (route) => {
      await isAsked.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Paste (3)' }).click();
    await page.getByRole('button', { name: 'Undo pasting' }).click();
    await page.getByText('The cells are put back as soon as they are saved.').waitFor();
    isAsked.resolve();
    await page.getByText('The cells are put back as soon as they are saved.').waitFor({ state: 'hidden' });
    await page.unroute('**/artworks/bulk');
    expect((await pasted()).map(({ school }: { school?: string }) => school)).toEqual([undefined, undefined]);

    // Many in one request. What somebody else has changed meanwhile is asked about, and stays selected.
    const listed = (await ask('GET', `/exhibitions/${id}/artworks`)).items;
    const third = listed.find((one: { entryNumber: number }) => one.entryNumber === 3);
    const other = await signedIn('admin', { path: `/exhibitions/${id}` });
    const askAsOther = asPerson(other.page);
    await other.page.reload();
    const theirRegion = { artist: { region: 'Lənkəran' } };
    await (await askAsOther)('PATCH', `/exhibitions/${id}/artworks/${third.id}`, theirRegion, third.version);
    for (const n of [2, 3]) await page.getByLabel(`Select entry ${n}`).check();
    await page.getByLabel('Change together').selectOption('region');
    await page.getByLabel('To', { exact: true }).fill('Quba');
    faults.bulk = await shortcomings(opened);
    const sent = page.waitForRequest((one) => one.url().endsWith('/artworks/bulk'));
    await page.getByRole('button', { name: 'Change (2)' }).click();
    expect((await sent).postDataJSON().changes).toHaveLength(2);
    await page.locator('.entry-outcome').getByText('Changed: 1 of 2.').waitFor();
    await expect.poll(() => cell(2, 'region').textContent()).toBe('Quba');
    expect(await page.getByLabel('Select entry 2').isChecked()).toBe(false);
    expect(await page.getByLabel('Select entry 3').isChecked()).toBe(true);
    await page.getByText('Somebody else has saved meanwhile: “Lənkəran”').waitFor();
    faults.refused = await shortcomings(opened);
    await page.getByRole('button', { name: 'Take mine: “Quba”' }).click();
    await expect.poll(() => cell(3, 'region').textContent()).toBe('Quba');

    // What was begun is the person's alone, and gone for whoever comes next once they have signed out.
    await cell(3, 'age').focus();
    await page.keyboard.type('many');
    await page.keyboard.press('Tab');
    await page.getByText('Kept in this browser for 14 days').waitFor();
    await expect.poll(changed).toEqual(['many']);
    await page.goto(`${entries}/new`);
    await page.getByLabel('Artist').fill('Kənan Rzayev');
    await expect.poll(begun).toEqual(['Kənan Rzayev']);
    faults.begun = await shortcomings(opened);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Stay, and save them first' }).waitFor();
    faults.leaving = await shortcomings(opened);
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Artist').inputValue()).toBe('Kənan Rzayev');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out, and delete them' }).click();
    await page.getByText('You are led to a page in English').waitFor();
    expect([await begun(), await changed()]).toEqual([[], []]);

    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((screen) => [screen, []])));
    expect(messages).toEqual([]);
  });

  it('are shown as far as they were entered where it stops, and it goes on from there', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const asked = asPerson(page);
    await page.goto(`${inject('site')}/console/exhibitions`);
    const { id } = await (await asked)('POST', '/exhibitions', { translations: { en: { title: 'By the river' } } });
    await page.goto(`${inject('site')}/console/exhibitions/${id}/entries/sheet`);
    const scans = await Promise.all([11, 12].map((n) => scan(n)));
    // The one without a number is entered after the others.
    const rows = ['scan 11.jpg;7;A boat;;Nigar Səfərova;9;Şəki;yes', 'scan 12.jpg;;A bridge;;Elvin Qasımov;9;Şəki;yes'];
    await page.getByLabel('Choose sheet and scans').setInputFiles([sheet(...rows), ...scans]);
    const answer = { type: 'about:blank', title: 'Not Found', status: 404, detail: 'The exhibition is gone.' };
    await page.route('**/artworks', (route) =>
      route.request().postData()?.includes('A bridge')
        ? route.fulfill({ status: 404, contentType: 'application/problem+json', json: answer })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'Enter 2 works' }).click();
    await page.getByText('The exhibition is gone.').waitFor();
    await page.getByText('It stopped here.').waitFor();
    await page.getByText('entered: 1', { exact: true }).waitFor();
    await page.locator('summary', { hasText: 'All rows' }).click();
    await page.getByRole('row', { name: 'scan 11.jpg 7 entered' }).waitFor();
    expect(await shortcomings(opened)).toEqual([]);
    await page.unroute('**/artworks');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('entered: 1 · unchanged: 1', { exact: true }).waitFor();
    expect(await page.getByText('It stopped here.').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Go on' }).count()).toBe(0);
    expect(messages.filter((message) => !message.includes('404'))).toEqual([]);
  });
});
