import { describe, expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { askAs } from '../competition.ts';
import { signInWith } from '../sign-in.ts';

const signedIn = signInWith(useBrowser());

describe('the entries of an exhibition', () => {
  it('show and send of a consent what its boxes say, and keep what an adult has agreed to', async () => {
    const opened = await signedIn('editor');
    const { page, messages } = opened;
    const ask = await askAs(page);
    const { id } = await ask('/exhibitions', { translations: { en: { title: 'Drawings of the sea' } } });
    const entries = `${inject('site')}/console/exhibitions/${id}/entries`;
    const entryOf = async (n: number) => {
      const { items } = await ask(`/exhibitions/${id}/artworks`);
      return items.find(({ entryNumber }: { entryNumber: number }) => entryNumber === n);
    };
    const faults: Record<string, string[]> = {};

    // A child: the boxes are left as they are.
    await page.goto(`${entries}/new`);
    const details = { Artist: 'Lalə Əhmədova', Age: '9', School: 'School 6', Region: 'Gəncə' };
    for (const [label, text] of Object.entries(details)) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('Who has agreed').fill('Könül Əhmədova');
    await page.getByLabel('Agreed on').fill('2026-01-01');
    await page.getByLabel('Holds until').fill('2099-01-01');
    await page.getByLabel('The picture may be shown').check();
    await page.getByLabel('The name may be shown').selectOption('In full');
    const shownAs = page.getByText('How the artist will stand beside the work:').locator('strong');
    expect(await shownAs.textContent()).toBe('Lalə Əhmədova');
    await page.getByLabel('the region').check();
    expect(await shownAs.textContent()).toBe('Lalə Əhmədova, Gəncə');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('The work is entered, with the number 1').first().waitFor();
    const { artist, publicName, publicDetails } = await entryOf(1);
    expect(artist.consent).toMatchObject({ name: 'full', school: false, region: true, age: false });
    expect([publicName.en, publicDetails]).toEqual(['Lalə Əhmədova', { region: 'Gəncə' }]);

    // An adult who wants no name: what is missing is said at its field.
    await page.getByLabel('Artist', { exact: true }).fill('Kamal Orucov');
    await page.getByLabel('Is a minor').uncheck();
    await page.getByText('None is needed: the artist is of age').waitFor();
    faults.adult = await shortcomings(opened);
    await page.getByRole('button', { name: 'Enter a consent' }).press('Enter');
    await page.getByRole('button', { name: 'Leave the consent out' }).press('Enter');
    await page.getByRole('button', { name: 'Enter a consent' }).press('Enter');
    await page.getByLabel('The name may be shown').selectOption('Not at all');
    expect(await shownAs.textContent()).not.toContain('Kamal');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    const guardian = page.getByLabel('Who has agreed');
    await page.locator('.field').filter({ has: guardian }).getByText('may not be empty').waitFor();
    expect(await page.getByLabel('The name may be shown').inputValue()).toBe('none');
    faults.refused = await shortcomings(opened);
    await guardian.fill('Kamal Orucov');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('The work is entered, with the number 2').first().waitFor();
    expect((await entryOf(2)).artist.consent).toMatchObject({ name: 'none', image: true });

    // As a sheet with empty columns has entered them: nothing is said of the details.
    const said = { guardian: 'Rəna', grantedOn: '2026-01-01', expiresOn: '2099-01-01', image: true, name: 'full' };
    const child = { name: 'Nigar Səfərova', ageAtEntry: 9, school: 'School 7', isMinor: true, consent: said };
    const adult = { name: 'Rauf Səfərov', isMinor: false };
    const grown = { name: 'Elvin Nəbiyev', school: 'School 7', isMinor: true, consent: { ...said, name: 'first' } };
    for (const artist of [child, adult, grown])
      await ask(`/exhibitions/${id}/artworks`, { translations: { en: { title: 'Waves' } }, artist });
    await ask(`/exhibitions/${id}/artworks`, { translations: { en: { title: 'Sand' } } });
    await page.goto(entries);
    const dialog = page.getByRole('dialog');
    const open = async (n: number) => {
      await page
        .getByRole('button', { name: `Open entry ${n}`, exact: true })
        .first()
        .click();
      await dialog.getByRole('group', { name: 'Consent' }).waitFor();
    };
    const box = (name: string) => dialog.getByLabel(`the ${name}`);
    await open(3);
    for (const name of ['school', 'region', 'age']) expect(await box(name).isChecked()).toBe(true);
    expect(await dialog.locator('strong').textContent()).toBe('Nigar Səfərova, Age: 9, School 7');
    await dialog.getByLabel('The name may be shown').selectOption('First name only');
    for (const name of ['school', 'region', 'age']) expect(await box(name).isChecked()).toBe(false);
    await box('age').check();
    expect(await dialog.locator('strong').textContent()).toBe('Nigar, Age: 9');
    faults.dialog = await shortcomings(opened);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await entryOf(3)).artist.consent)
      .toMatchObject({ name: 'first', school: false, region: false, age: true });

    // An adult without a consent.
    await open(4);
    await dialog.getByText('None is needed: the artist is of age').waitFor();
    expect(await dialog.locator('strong').textContent()).toBe('Rauf Səfərov');
    await dialog.getByRole('button', { name: 'Enter a consent' }).click();
    await dialog.getByLabel('The name may be shown').selectOption('First name only');
    expect(await dialog.getByLabel('The name may be shown').inputValue()).toBe('first');
    expect(await dialog.getByLabel('The picture may be shown').isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Who has agreed: may not be empty').waitFor();
    await open(4);
    expect(await dialog.getByLabel('The name may be shown').inputValue()).toBe('first');
    await dialog.locator('.field').filter({ hasText: 'Who has agreed' }).getByText('may not be empty').waitFor();
    faults.again = await shortcomings(opened);
    await dialog.getByLabel('Who has agreed').fill('Rauf Səfərov');
    await dialog.getByLabel('Agreed on').fill('2026-01-01');
    await dialog.getByLabel('Holds until').fill('2099-01-01');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await entryOf(4)).publicName).toMatchObject({ en: 'Rauf' });

    // Who is no minor after all: the same silence would let everything be seen from now on.
    await open(5);
    await dialog.getByLabel('Is a minor').uncheck();
    expect(await box('school').isChecked()).toBe(false);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await entryOf(5)).artist.isMinor).toBe(false);
    expect((await entryOf(5)).publicDetails).toEqual({});

    // A picture alone: with the guardian all is sent again that was refused for want of one.
    await page.getByRole('button', { name: 'Open entry 6', exact: true }).first().click();
    await dialog.getByLabel('Artist', { exact: true }).fill('Aydan Səfərova');
    await dialog.getByLabel('Age', { exact: true }).fill('9');
    await dialog.getByLabel('The name may be shown').selectOption('First name only');
    await dialog.getByLabel('The picture may be shown').check();
    await dialog.getByLabel('Agreed on').fill('2026-01-01');
    await dialog.getByLabel('Holds until').fill('2099-01-01');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Who has agreed: may not be empty').waitFor();
    await open(6);
    expect(await dialog.getByLabel('Artist', { exact: true }).inputValue()).toBe('Aydan Səfərova');
    await dialog.getByLabel('Who has agreed').fill('Rəna Səfərova');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await entryOf(6)).publicName).toMatchObject({ en: 'Aydan' });
    expect((await entryOf(6)).artist).toMatchObject({ ageAtEntry: 9, consent: { guardian: 'Rəna Səfərova' } });
    expect(await page.getByText('may not be empty').count()).toBe(0);

    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((screen) => [screen, []])));
    // What the API has refused.
    expect(messages.filter((message) => !message.includes('400'))).toEqual([]);
  });
});
