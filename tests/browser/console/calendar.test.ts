import { expect, inject, it } from 'vitest';
import { shortcomings, useBrowser } from '../browser.ts';
import { signInWith } from '../sign-in.ts';

const open = useBrowser();

it('shows what comes and goes in a month, moves by keys, and leads to the editor', async () => {
  const opened = await signInWith(open)('editor', { path: '/events/new' });
  const { page, messages } = opened;
  await page.getByLabel('Title').fill('A day in spring');
  await page.getByLabel('Text', { exact: true }).fill('Come and see.');
  await page.getByLabel('Section').selectOption('news');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Publish …' }).click();
  // Midnight in Baku is the evening before on the clocks of the device.
  await page.getByLabel('At a time').check();
  await page.getByLabel('Time of publication').fill('2090-05-01T00:30');
  await page.getByLabel('Leaves the public at').fill('2090-05-31T18:00');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Scheduled').first().waitFor();
  const editor = page.url();

  await page.goto(`${inject('site')}/console/calendar?month=2090-05`);
  const first = page.getByRole('gridcell', { name: /^Monday,? 1 May 2090/ });
  // Other tests plan something for that day too.
  const planned = first.getByRole('listitem').filter({ hasText: 'A day in spring' });
  await planned.getByText('Becomes public').waitFor({ state: 'attached' });
  const last = page.getByRole('gridcell', { name: /^Wednesday,? 31 May 2090.*A day in spring/ });
  await last.waitFor();
  expect(await shortcomings(opened)).toEqual([]);
  await first.focus();
  for (const [key, day] of [
    ['ArrowLeft', '2090-04-30'],
    ['PageDown', '2090-05-30'],
    ['ArrowRight', '2090-05-31'],
    ['ArrowUp', '2090-05-24'],
    ['PageUp', '2090-04-24'],
    ['PageDown', '2090-05-24'],
    ['ArrowDown', '2090-05-31'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => page.evaluate<string>('document.activeElement.dataset.day')).toBe(day);
  }
  await last.getByText('Leaves the public: ').waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(editor);

  const phone = await signInWith(open)('editor', {
    ...{ path: '/calendar?month=2090-05', locale: 'az-AZ', viewport: { width: 360, height: 740 } },
  });
  await phone.page.getByText('1 may 2090, bazar ertəsi').waitFor();
  expect(await phone.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  expect(await shortcomings(phone)).toEqual([]);
  expect(messages).toEqual([]);
});
