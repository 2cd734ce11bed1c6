import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { findPlanted, metadataOf } from '../../support/entries/find-planted.ts';
import { rankCorrelation } from '../../support/entries/rank-correlation.ts';
import { shortcomings, useBrowser } from '../browser.ts';
import { type Ask, askAs, blindCompetition, type PlantedEntry, tokenOf } from '../competition.ts';
import { quiet } from '../quiet.ts';
import { type Received, recordTraffic } from '../record-traffic.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();
const signedIn = signInWith(open);

const count = 30;

const phone = { viewport: { width: 360, height: 740 } };

/** The number of the work that is shown. */
const shownNumber = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.getByRole('heading', { level: 2, name: /^Work \d/ }).textContent()) ?? '')?.[0]);

const say = (text: string) => ({ name: text, exact: true });

/** Every word that would tell whose a work is. */
const tellingWords = (entries: readonly PlantedEntry[]): string[] =>
  entries.flatMap(({ artworkId, uploadId, secrets }) => [artworkId, uploadId, ...Object.values(secrets)]);

/** What of an answer tells whose a work is. */
const tellsIn = async ({ url, headers, body }: Received, entries: readonly PlantedEntry[]): Promise<string[]> => {
  const words = tellingWords(entries);
  const around = `${url} ${JSON.stringify(headers)}`;
  const numbers = entries.filter(({ entryNumber }) => {
    // Such a number may stand in a signature by chance, in no place of its own; and it may be a length.
    const alone = new RegExp(`(?<![\\w-])${entryNumber}(?![\\w-])`);
    const lengths = /"content-length","\d+"/;
    return alone.test(around.replace(lengths, '')) || alone.test(body.toString('latin1'));
  });
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const said = type.startsWith('image/') && body.length > 0 ? await metadataOf(body) : [];
  return [
    ...findPlanted(around, words),
    ...findPlanted(body, words),
    ...numbers.map((entry) => String(entry.entryNumber)),
    ...said,
  ].map((word) => `${word} in ${url}`);
};

/** What tells in which order the entries came: of each kind of answer what a juror could sort works by. */
const ordersIn = (works: readonly Work[], received: readonly Received[]): Record<string, (string | number)[]> => {
  const files = works.map(({ folder }) => received.find(({ url }) => url.includes(`/${folder}/`)));
  const headerOf = (name: string) => files.map((file) => file?.headers.find((one) => one[0] === name)?.[1] ?? '');
  return {
    number: works.map(({ number }) => number),
    mark: works.map(({ mark }) => mark),
    folder: works.map(({ folder }) => folder),
    lastModified: headerOf('last-modified').map((date) => Date.parse(date)),
    etag: headerOf('etag'),
    version: headerOf('x-amz-version-id'),
  };
};

interface Work {
  readonly number: number;
  readonly mark: string;
  readonly title: string;
  readonly folder: string;
}

const worksIn = (received: readonly Received[], id: string): Work[] => {
  const list = received.find(({ url, status }) => status === 200 && url.includes(`/juries/${id}/works?`));
  const { items } = JSON.parse(String(list?.body));
  return items.map(
    ({
      number,
      mark,
      translations,
      image,
    }: {
      number: number;
      mark: string;
      translations: { en: { title: string } };
      image: { renditions: { url: string }[] };
    }) => ({
      ...{ number, mark, title: translations.en.title },
      folder: /\/jury\/([^/]+)\//.exec(image.renditions[0]?.url ?? '')?.[1] ?? '',
    }),
  );
};

/** Asks every route that answers with something as the juror, by the page itself, as somebody who is curious would. */
const askEverything = async (page: Page, id: string, { artworkId, uploadId }: PlantedEntry): Promise<string[]> => {
  const token = await tokenOf(page);
  const paths = Object.values(staffRoutes)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) =>
      path
        .replace('uploads/{id}', `uploads/${uploadId}`)
        .replace('{artworkId}', artworkId)
        .replace('{number}', '1')
        .replace('{version}', '1')
        .replace('{id}', id)
        .replace(/\{\w+\}/g, 'x'),
    );
  return page.evaluate(
    async ([paths, authorization]) => {
      const open: string[] = [];
      for (const path of paths) {
        const { status } = await fetch(path, { headers: { authorization } });
        if (status === 200) open.push(path);
      }
      return open;
    },
    [paths, token] as const,
  );
};

describe('the tab of a jury', () => {
  it('comes after the list of entries without a new page, and names whoever may be put on juries', async () => {
    const { page } = await signedIn('editor');
    const ask: Ask = await askAs(page);
    const { id } = await ask('/exhibitions', { translations: { en: { title: 'Drawings of the lake' } } });
    await page.goto(`${inject('site')}/console/exhibitions/${id}/entries`);
    // The list has asked how often each was rated.
    await page.getByText('0 entries.').waitFor();
    await quiet(page);
    await page.getByRole('link', say('Jury')).click();
    await page.getByText('Nobody is on the jury yet.').waitFor();
    // The juror has written nothing yet.
    const known: { items: readonly { name: string }[] } = await ask('/jurors');
    const named = page.getByLabel('Person', { exact: true }).locator('option');
    expect(known.items.length).toBeGreaterThan(0);
    await expect
      .poll(() => named.allTextContents())
      .toEqual(expect.arrayContaining(known.items.map(({ name }) => name)));
  });
});

describe('a jury that rates in the console', () => {
  it('gives no points to a work that has come to the number of another', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const ask: Ask = await askAs(page);
    const { id } = await ask('/exhibitions', { translations: { en: { title: 'Drawings of the hills' } } });
    await ask(`/exhibitions/${id}/status`, { status: 'open' });
    const enter = (title: string) => ask(`/exhibitions/${id}/artworks`, { translations: { en: { title } } });
    await enter('Rain');
    const erased = [await enter('Snow'), await enter('Hail')];
    await ask(`/exhibitions/${id}/status`, { status: 'selection' });
    const comment = page.getByLabel('Comment', { exact: true });
    await page.goto(`${inject('site')}/console/juries/${id}?work=3`);
    await page.getByText('Hail').waitFor();
    await comment.fill('Cold, and loud.');
    await page.getByRole('button', say('Previous')).click();
    await page.getByText('Snow').waitFor();
    await comment.fill('So white!\nAnd a sledge.');
    await comment.blur();
    for (const entry of erased) await ask(`/exhibitions/${id}/artworks/${entry.id}`, undefined, 'DELETE');
    await enter('Wind');
    await page.keyboard.press('9');
    await page.getByText('One rating was not taken. Your jury’s page says why.').waitFor();
    const refused = page.getByRole('alert').filter({ hasText: 'The number 2 means another work now' });
    await refused.waitFor();
    // What the juror has thought is there to be read, whatever became of the works.
    await refused.getByText('9 points').waitFor();
    expect(await refused.locator('blockquote').textContent()).toBe('So white!\nAnd a sledge.');
    const neverSent = page.getByRole('alert').filter({ hasText: 'since you had given no points' });
    expect(await neverSent.locator('strong').textContent()).toBe('Work 3');
    expect(await neverSent.locator('blockquote').textContent()).toBe('Cold, and loud.');
    await page.getByText('Wind').waitFor();
    await page.getByText('Not rated yet').waitFor();
    expect(await ask(`/juries/${id}/works/2`)).not.toHaveProperty('myScore');
    expect(await shortcomings(opened)).toEqual([]);
    await refused.getByRole('button', say('Discard it')).click();
    await refused.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await neverSent.getByRole('button', say('Discard it')).click();
    await neverSent.waitFor({ state: 'detached' });
    await page.keyboard.press('8');
    await page.getByText('8 points. Saved.').waitFor();
    expect(await ask(`/juries/${id}/works/2`)).toMatchObject({ myScore: 8 });
    expect(messages.filter((message) => !message.includes('status of 409'))).toEqual([]);
  });
});

describe('a jury that rates blind in the console', () => {
  it('rates by keys, by touch and without a network, and gets no byte that tells whose a work is', async () => {
    const faults: Record<string, string[]> = {};
    const opened = await signedIn('juror', phone);
    const { page, messages } = opened;
    // Nobody is on a jury at first: the console says by which number an editor puts them on one.
    const jurorId = (await page.locator('main code').textContent()) ?? '';
    faults.none = await shortcomings(opened);
    const editor = await signedIn('editor');
    const ask: Ask = await askAs(editor.page);
    const { id, entries } = await blindCompetition(ask, { count, title: 'Drawings of the sea' });
    await editor.page.goto(`${inject('site')}/console/exhibitions/${id}/jury`);
    await editor.page.getByLabel('Number of the person').fill(jurorId);
    await editor.page.getByRole('button', say('Put on the jury')).click();
    await editor.page.getByText('is on the jury.').waitFor();
    await editor.page.getByText('0 of 30 rated').waitFor();
    faults.jury = await shortcomings(editor);
    const rateAsEditor = (number: number, score: number, comment: string) =>
      ask(`/juries/${id}/works/${number}/rating`, { score, comment }, 'PUT');

    const traffic = await recordTraffic(page);
    await page.goto(`${inject('site')}/console/juries`);
    await page.getByText('0 of 30 rated').waitFor();
    faults.juries = await shortcomings(opened);
    await page.getByRole('link', say('Drawings of the sea')).click();
    await page.getByRole('button', say('Look closer')).waitFor();
    faults.work = await shortcomings(opened);
    for (const language of ['ru', 'az', 'en']) {
      await page.setViewportSize({ width: 1280, height: 740 });
      await page.locator('.account select').selectOption(language);
      await page.setViewportSize({ width: 320, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), language).toBe(320);
    }
    await page.setViewportSize(phone.viewport);

    const number = await shownNumber(page);
    await rateAsEditor(number, 3, 'Too dark.');
    await page.keyboard.press('7');
    await page.getByText('7 points. Saved.').waitFor();
    await page.getByText('Too dark.').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('1 sun and 2 houses');
    // In the field a number is text.
    expect(await page.getByRole('button', say('7')).getAttribute('aria-pressed')).toBe('true');
    await page.getByText('7 points. Saved.').waitFor();

    await page.getByRole('button', say('Look closer')).click();
    const stage = page.locator('.jury-stage canvas').first();
    await stage.waitFor();
    faults.zoom = await shortcomings(opened);
    const before = await stage.screenshot();
    await page.getByRole('button', say('Larger')).click();
    await expect.poll(async () => before.equals(await stage.screenshot())).toBe(false);
    // In the dialogue a key rates nothing, also where nothing in it has the focus.
    await page.locator('.jury-zoom-bar h2').click();
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Look closer');
    expect(await page.getByRole('button', say('7')).getAttribute('aria-pressed')).toBe('true');

    // Without a network: the next work is there already, and its points are kept, whatever becomes of the page.
    await quiet(page);
    await traffic.cut();
    await page.getByRole('button', say('Next not rated')).click();
    const second = await shownNumber(page);
    expect(second).not.toBe(number);
    await page
      .getByRole('button', say('10'))
      .tap()
      .catch(() => page.getByRole('button', say('10')).click());
    await page.getByText('Your points are kept on this device').waitFor();
    await traffic.restore();
    await page.reload();
    await page.getByText('10 points. Saved.').waitFor();
    expect((await ask(`/juries/${id}/works/${second}`)).opinions[0]).toMatchObject({ score: 10, jurorId });
    expect((await ask(`/juries/${id}/works/${number}`)).opinions[0]).toMatchObject({ comment: '1 sun and 2 houses' });

    // What the juror has written on another device stays, though this page does not know it.
    const elsewhere: Ask = await askAs(page);
    await page.getByText('10 points. Saved.').waitFor();
    await elsewhere(`/juries/${id}/works/${second}/rating`, { comment: 'Written elsewhere' }, 'PATCH');
    await page.keyboard.press('9');
    await page.getByText('9 points. Saved.').waitFor();
    const given = async () => (await ask(`/juries/${id}/works/${second}`)).opinions[0];
    await expect.poll(given).toMatchObject({ score: 9, comment: 'Written elsewhere' });

    // All the others, by keys.
    for (let n = 2; n < count; n += 1) {
      await page.keyboard.press('n');
      await page.getByText('Not rated yet').waitFor();
      await page.keyboard.press(String(n % 10));
      await page.getByText(`${n + 1} of 30 rated`).waitFor();
    }
    await page.getByText('You have rated all works.').waitFor();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', say('All works')).click();
    await page.getByLabel('Show').selectOption('My best first');
    await page.getByRole('listitem').first().getByText('10 points').waitFor();
    faults.all = await shortcomings(opened);
    await page.evaluate('document.querySelectorAll("img").forEach((image) => { image.loading = "eager"; })');
    await quiet(page);

    const allowed = await askEverything(page, id, entries[0] as PlantedEntry);
    expect(allowed.map((path) => path.replace(id, '{id}'))).toEqual([
      '/v1/staff/juries',
      '/v1/staff/juries/{id}/works',
      '/v1/staff/me',
    ]);
    // What the curious person has typed is not what Sergi has told.
    const told = traffic.received.filter(({ url }) => !tellingWords(entries).some((word) => url.includes(word)));
    const tells = (await Promise.all(told.map((one) => tellsIn(one, entries)))).flat();
    expect([...new Set(tells)]).toEqual([]);
    const images = told.filter(({ url, status }) => status === 200 && url.includes('/jury/'));
    expect(images.length).toBeGreaterThan(count);

    const works = worksIn(told, id);
    const placeOf = (title: string) => entries.findIndex((entry) => entry.title === title);
    const byEntry = works.toSorted((one, other) => placeOf(one.title) - placeOf(other.title));
    expect(byEntry.map(({ title }) => title)).toEqual(entries.map(({ title }) => title));
    for (const [what, values] of Object.entries(ordersIn(byEntry, images))) {
      expect(Math.abs(rankCorrelation(values)), what).toBeLessThan(0.9);
    }

    // Editors see what each has given, by the numbers of the jury; and a juror who leaves keeps the points.
    await editor.page.reload();
    const rated = editor.page.getByRole('listitem').filter({ hasText: `Work ${number}` });
    await rated.getByText('5, from 2 ratings (from 3 to 7)').waitFor();
    await rated.getByText('Each juror, 2 comments').click();
    await rated.getByText('1 sun and 2 houses').waitFor();
    await editor.page.getByLabel('Order').selectOption('Where the jury differs most first');
    const list = editor.page.getByRole('list', { name: 'What the jury thinks' });
    expect(await list.getByRole('listitem').first().textContent()).toContain(`Work ${number}`);
    expect(await list.getByText(/^Tied with/).count()).toBeGreaterThan(10);
    faults.ratings = await shortcomings(editor);
    const seen = (await editor.page.locator('main').textContent()) ?? '';
    expect(findPlanted(seen, tellingWords(entries))).toEqual([]);
    await editor.page.getByRole('button', { name: /^Remove: / }).click();
    await editor.page.getByRole('dialog').getByRole('button', say('Remove')).click();
    await editor.page.getByText('is off the jury.').waitFor();
    await expect.poll(() => editor.page.evaluate('document.activeElement.textContent')).toBe('Jurors');
    await list.getByText('5, from 2 ratings (from 3 to 7)').waitFor();
    await page.reload();
    await page.getByText('You are on no jury of an exhibition').waitFor();
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
    const shownErrors = [...messages, ...editor.messages];
    expect(shownErrors.filter((message) => !/ERR_INTERNET_DISCONNECTED|status of 40[0349]/.test(message))).toEqual([]);

    // The same search finds all of it in what an editor gets once the artists are revealed.
    await ask(`/exhibitions/${id}/selection`, { numbers: [number] });
    await ask(`/exhibitions/${id}/reveal`, {});
    const names = entries.flatMap(({ secrets }) => [secrets.given, secrets.surname, secrets.guardian, secrets.school]);
    const shown = JSON.stringify(await ask(`/exhibitions/${id}/artworks?limit=100`));
    expect(findPlanted(shown, names)).toHaveLength(4 * count);
  }, 240_000);
});
