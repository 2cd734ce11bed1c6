import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { pdf } from '../../support/files/documents.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { endSession, signInAgain, signInWith } from '../sign-in.ts';
import { apiOf } from './api-of.ts';

const signedIn = signInWith(useBrowser());

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture like no other. */
const picture = async (n: number, name = `foto-${n}.png`): Promise<Given> => {
  const background = { r: n % 256, g: Math.floor(n / 256), b: 200 };
  const buffer = await sharp({ create: { width: 24, height: 16, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
};

/** Drops files on what is in the middle of the page. */
const drop = async (page: Page, files: readonly Given[]): Promise<void> => {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  // What a page knows has no types here.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of ${JSON.stringify(given)}) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  })()`);
  // Until the part of the console has come that takes them: a person drags for longer than that.
  await expect
    .poll(async () => {
      await page.dispatchEvent('main', 'dragover', { dataTransfer });
      return page.getByText('Drop the files').isVisible();
    })
    .toBe(true);
  await page.dispatchEvent('main', 'drop', { dataTransfer });
};

/** What has the focus is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');

const trayOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Files on their way' });

describe('pictures and files in the console', () => {
  it('sends two hundred files beside what one does and beyond the end of the session, and deletes what nothing uses', async () => {
    const opened = await signedIn('admin', { path: '/uploads' });
    const { page, messages } = opened;
    const all = await Promise.all(Array.from({ length: 196 }, (_, n) => picture(n + 1)));
    const [first] = all;
    if (!first) throw new Error('There is no picture.');
    // Some are not sent yet when the session ends, however fast the machine is.
    const sessionHasEnded = Promise.withResolvers<void>();
    let begun = 0;
    await page.route('**/v1/staff/uploads', async (route) => {
      begun += 1;
      if (begun > 100) await sessionHasEnded.promise;
      await route.continue();
    });
    await page
      .getByLabel('Choose files to upload')
      .setInputFiles([
        ...all,
        { ...first, name: 'the same again.png' },
        { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') },
        { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('film') },
        { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
      ]);
    const tray = trayOf(page);
    await tray.getByRole('progressbar', { name: 'All files together' }).waitFor();
    // It goes on on every screen.
    await page.getByRole('link', { name: 'Events and news' }).click();
    await page.getByLabel('Search in titles').waitFor();
    // Files that are not sent yet wait for their person. The queue asks for a token only for the file that it takes up
    // next: it must get there before the clock goes back to a time at which the old token is good.
    await endSession(page, async () => {
      sessionHasEnded.resolve();
      await tray.getByText('waits until you have signed in again').first().waitFor();
    });
    await signInAgain(page, 'admin');
    await tray.getByText('197 of 200 ready, 3 need your attention').waitFor({ timeout: 200_000 });
    const lineOf = (name: string) => tray.getByRole('listitem').filter({ hasText: name });
    expect(await lineOf('film.mp4').textContent()).toContain('Files of this type are not taken');
    expect(await lineOf('empty.csv').textContent()).toContain('The file is empty');
    expect(await lineOf('broken.jpg').textContent()).toContain('no image that we can read');
    expect(await lineOf('the same again.png').textContent()).toContain('was there already');
    const faults: Record<string, string[]> = { tray: await shortcomings(opened) };
    await tray.getByRole('button', { name: 'Fold' }).click();
    await tray.getByRole('button', { name: 'Close' }).click();

    // What was refused waits for a person, one link away.
    await page.getByRole('link', { name: 'Home' }).click();
    await page
      .getByRole('region', { name: 'Files that were refused' })
      .getByRole('link', { name: 'broken.jpg' })
      .click();
    await page.getByRole('dialog').getByText('no image that we can read').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Pictures and files' }).click();
    await page.getByLabel('State').selectOption('rejected');
    const grid = page.getByRole('list', { name: 'Pictures and files' });
    await grid.getByText('no image that we can read').waitFor();
    faults.library = await shortcomings(opened);
    await page.getByLabel('State').selectOption('');
    await page.getByLabel('Search in file names').fill('foto 196');
    await grid.getByRole('button', { name: 'foto-196.png' }).click();
    await page.getByRole('dialog').getByText('24 × 16').waitFor();
    faults.details = await shortcomings(opened);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('foto-196.png');
    await grid.getByLabel('Select foto-196.png').check();
    await page.getByRole('button', { name: 'Delete …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing matches.').waitFor();
    // One alone is deleted from its details. It is gone at once, whenever the list is answered.
    await page.getByLabel('Search in file names').fill('foto 195');
    await grid.getByRole('button', { name: 'foto-195.png' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete …' }).click();
    await page.route('**/v1/staff/uploads?*', () => {});
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing matches.').waitFor();
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(messages).toEqual([]);
    // The renditions of 196 pictures are made meanwhile, beside whatever else this machine does.
  }, 240_000);

  it('says who has sent a file, also somebody without a name', async () => {
    const { page } = await signedIn('editor', { path: '/uploads' });
    await page.route('**/v1/staff/uploads?*', async (route) => {
      const answer = await (await route.fetch()).json();
      const items = answer.items.map((one: object) => ({ ...one, createdBy: { id: 'unknown' } }));
      await route.fulfill({ json: { ...answer, items } });
    });
    await page.getByLabel('Choose files to upload').setInputFiles([await picture(1_100, 'by-somebody.png')]);
    await trayOf(page).getByText('1 of 1 ready').waitFor();
    await page.getByLabel('Search in file names').fill('by-somebody');
    const grid = page.getByRole('list', { name: 'Pictures and files' });
    await grid.getByRole('button', { name: 'by-somebody.png' }).click();
    await page
      .getByRole('dialog')
      .getByText(/, somebody without a name$/)
      .waitFor();
  });

  it('stops deleting at Escape, and says what is gone and what is left', async () => {
    const opened = await signedIn('admin', { path: '/uploads' });
    const { page } = opened;
    await page
      .getByLabel('Choose files to upload')
      .setInputFiles(await Promise.all([1, 2, 3].map((n) => picture(1_200 + n, `doomed-${n}.png`))));
    await trayOf(page).getByText('3 of 3 ready').waitFor();
    await page.getByLabel('Search in file names').fill('doomed');
    for (const n of [1, 2, 3]) await page.getByLabel(`Select doomed-${n}.png`).check();
    const sent = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await page.route('**/v1/staff/uploads/*', async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback();
      sent.resolve();
      await released.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Delete …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await sent.promise;
    // A browser closes a dialogue at the second one by itself.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Stop' }).waitFor();
    released.resolve();
    await dialog.getByText('Stopped: 1 deleted, 2 left as they were.').waitFor();
    expect(await page.evaluate('document.activeElement.role')).toBe('alert');
    expect(await shortcomings(opened)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel(/^Select doomed/).count()).toBe(2);
  });

  it('gives a file to the draft that it was dropped on, whatever else is begun meanwhile', async () => {
    const { page } = await signedIn('editor', { path: '/events/new' });
    const isLeft = Promise.withResolvers<void>();
    await page.route('**/v1/staff/uploads', async (route) => {
      await isLeft.promise;
      await route.continue();
    });
    const pictures = page.getByRole('region', { name: 'Pictures' }).getByRole('listitem');
    await page.getByLabel('Title').first().fill('Begun with a photograph');
    await drop(page, [await picture(1_101, 'of-the-first.png')]);
    await page.getByRole('link', { name: 'All events' }).click();
    // Of what is begun with nothing but a file nothing is kept: it is in the library.
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByLabel('Title').first().waitFor();
    await drop(page, [await picture(1_102, 'of-none.png')]);
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByRole('link', { name: 'New event' }).click();
    await page.getByLabel('Title').first().fill('Begun after it');
    await drop(page, [await picture(1_103, 'of-the-second.png')]);
    isLeft.resolve();
    await pictures.first().waitFor();
    await trayOf(page).getByText('3 of 3 ready').waitFor();
    expect(await pictures.count()).toBe(1);
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Begun with a photograph' }).click();
    await page.getByText('is here again').waitFor();
    await pictures.first().waitFor();
    expect(await pictures.count()).toBe(1);
  });

  it('illustrates an event by files that are dropped on it, and publishes them', async () => {
    const opened = await signedIn('editor', { path: '/events/new' });
    const { page, messages } = opened;
    await page.getByLabel('Title').first().fill('An evening with a programme');
    await page.getByLabel('Text', { exact: true }).fill('Come.');
    await page.getByLabel('Section').selectOption('news');
    await drop(page, [
      await picture(1_001, 'hall.png'),
      { name: 'programme.pdf', mimeType: 'application/pdf', buffer: await pdf(['The programme of the evening']) },
      await picture(1_002, 'stage.png'),
      { name: 'scan.pdf', mimeType: 'application/pdf', buffer: await pdf(['']) },
    ]);
    const pictures = page.getByRole('region', { name: 'Pictures' });
    const second = pictures.getByRole('listitem').nth(1);
    await second.waitFor();
    await page.getByText('2 pictures are not described in every language yet.').waitFor();
    // It goes out of the way by itself.
    await trayOf(page).getByText('4 of 4 ready').waitFor();
    await trayOf(page).getByRole('button', { name: 'Show each file' }).click();
    await trayOf(page).getByText('hall.png').waitFor();
    await trayOf(page).getByRole('button', { name: 'Close' }).click();

    // What people cannot see is written for all at once.
    await pictures.getByRole('button', { name: 'Edit several together …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Credit').fill('Aygün Əliyeva');
    await dialog.getByLabel('there is none yet (English)').fill('The hall, picture #');
    await dialog.getByRole('button', { name: 'Fill in below' }).click();
    await dialog.getByLabel('2. What it shows, for people who cannot see it (English)').fill('The stage');
    // What is typed is not lost by a key.
    await page.keyboard.press('Escape');
    await dialog.getByText('What you have written here is not saved.').waitFor();
    await dialog.getByRole('button', { name: 'Close without saving' }).waitFor();
    const faults: Record<string, string[]> = { together: await shortcomings(opened) };
    await dialog.getByRole('button', { name: 'Take over' }).click();

    // The order and the point that stays in sight, by keyboard.
    const forward = second.getByRole('button', { name: 'Forward: The stage' });
    await forward.focus();
    await page.keyboard.press('Enter');
    const stage = pictures.getByRole('listitem').nth(0);
    await page.getByText('Now at place 1 of 2.').waitFor();
    expect(await focused(page)).toBe('Back: The stage');
    await stage.getByText('Caption, credit, what stays in sight').click();
    await stage.getByLabel('Caption below the picture (English)').fill('Before it began');
    const point = stage.getByRole('slider', { name: 'What stays in sight' });
    await point.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect(await point.getAttribute('aria-valuetext')).toBe('60 % from the left, 48 % from the top');

    const files = page.getByRole('region', { name: 'Files' });
    const [programme, scan] = [files.getByRole('listitem').nth(0), files.getByRole('listitem').nth(1)];
    await programme.getByText('B, 1 page').waitFor();
    await programme.getByLabel('Title that readers see (English)').fill('The programme');
    await scan.getByLabel('Title that readers see (English)').fill('The plan of the hall');
    // What holds no text somebody has to read.
    await scan.getByText('Save first').waitFor();
    faults.editor = await shortcomings(opened);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Everything is saved').waitFor();
    await page.waitForURL(/events\/[0-9A-Z]{26}$/);
    // Also where the page is drawn by itself, and not upon an event of the browser.
    await page.reload();
    const address = await scan.getByRole('link', { name: 'Open the file' }).getAttribute('href');
    expect((await fetch(address ?? '')).headers.get('content-type')).toBe('application/pdf');
    await scan.getByRole('button', { name: 'I have read it: it may be published' }).click();
    await scan.getByText('✓ An editor has read this file').waitFor();

    await page.getByRole('button', { name: 'Publish …' }).click();
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('It is published.').waitFor();
    const id = page.url().split('/').at(-1);
    const answer = await fetch(`${inject('site')}/v1/events/${id}?locale=en`);
    const published = (await answer.json()) as { files: [{ url: string }] };
    expect(published).toMatchObject({
      pictures: [
        { alt: 'The stage', caption: 'Before it began', credit: 'Aygün Əliyeva', focalPoint: { x: 0.6, y: 0.48 } },
        { alt: 'The hall, picture 1', credit: 'Aygün Əliyeva' },
      ],
      files: [{ title: 'The programme', type: 'application/pdf', pages: 1 }, { title: 'The plan of the hall' }],
    });
    expect((await fetch(published.files[0].url)).headers.get('content-type')).toBe('application/pdf');

    // What is in the library is found there for another item, and says where it is used.
    const ask = await apiOf(page);
    const { pictures: shown } = await ask(`/events/${id}`);
    const exhibition = await ask('/exhibitions', {
      pictures: shown,
      translations: { en: { title: 'All the stages' } },
    });
    await page.goto(`${inject('site')}/console/uploads?q=stage`);
    await page.getByRole('button', { name: 'stage.png' }).click();
    await dialog.getByRole('link', { name: 'An evening with a programme' }).waitFor();
    const link = dialog.getByRole('link', { name: 'All the stages' });
    expect(await link.getAttribute('href')).toBe(`/console/exhibitions/${exhibition.id}`);
    // Its address opens it where it is not listed, and says why an editor finds no way to delete it.
    const { searchParams } = new URL(page.url());
    await page.goto(`${inject('site')}/console/uploads?q=nothing-has-this-name&upload=${searchParams.get('upload')}`);
    await dialog.getByText('24 × 16').waitFor();
    await dialog.getByText('Administrators can delete what nothing uses').waitFor();
    await page.goto(`${inject('site')}/console/events/new`);
    await page.getByRole('button', { name: 'Pictures from the library …' }).click();
    await dialog.getByLabel('Search in file names').fill('hall');
    await dialog.getByLabel('hall.png').check();
    faults.choose = await shortcomings(opened);
    await dialog.getByRole('button', { name: 'Add 1' }).click();
    await page.getByRole('region', { name: 'Pictures' }).getByRole('listitem').waitFor();
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('asks before what is typed for several pictures is given up, and gives up none by a key', async () => {
    const { page } = await signedIn('editor', { path: '/events/new' });
    await drop(page, [await picture(1_003, 'door.png'), await picture(1_004, 'roof.png')]);
    const pictures = page.getByRole('region', { name: 'Pictures' });
    await pictures.getByRole('listitem').nth(1).waitFor();
    const together = pictures.getByRole('button', { name: 'Edit several together …' });
    const dialog = page.getByRole('dialog');
    const question = dialog.getByText('What you have written here is not saved.');
    const description = (n: number) => dialog.getByLabel(`${n}. What it shows, for people who cannot see it (English)`);

    // Nothing is typed: there is nothing to ask.
    await together.click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await together.click();
    await description(1).fill('The door');
    for (const isAsked of [true, false, true, false, true]) {
      await page.keyboard.press('Escape');
      await question.waitFor({ state: isAsked ? 'visible' : 'detached' });
    }
    // The focus stays in the text, and who types goes on.
    expect(await page.evaluate('document.activeElement.labels[0].textContent')).toContain('1. What it shows');
    await page.keyboard.type(' of the hall');
    await question.waitFor({ state: 'detached' });
    expect(await description(1).inputValue()).toBe('The door of the hall');

    // It is in sight wherever the list is scrolled to.
    await page.setViewportSize({ width: 360, height: 640 });
    await description(1).scrollIntoViewIfNeeded();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor();
    const bottom = await question.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(640);
    await dialog.getByRole('button', { name: 'Close without saving' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('Edit several together');
    await together.click();
    expect(await description(1).inputValue()).toBe('');
  });

  it('puts a document that is named as a picture among the files, where its bytes are known', async () => {
    const { page } = await signedIn('editor', { path: '/uploads' });
    const rules = { mimeType: 'application/pdf', buffer: await pdf(['The rules of the hall']) };
    await drop(page, [{ ...rules, name: 'rules.pdf' }]);
    await trayOf(page).getByText('1 of 1 ready').waitFor();
    await page.goto(`${new URL(page.url()).origin}/console/events/new`);
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('With rules');
    await drop(page, [{ ...rules, name: 'rules.jpg', mimeType: 'image/jpeg' }]);
    await page.getByRole('region', { name: 'Files' }).getByRole('listitem').first().waitFor();
    expect(await page.getByRole('region', { name: 'Pictures' }).getByRole('listitem').count()).toBe(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Everything is saved').waitFor();
  });
});
