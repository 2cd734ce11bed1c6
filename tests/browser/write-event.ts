import type { Page } from 'playwright-core';

/** Saves what the editor shows. */
export const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Everything is saved').waitFor();
};

/** Begins an event and saves it. */
export const begun = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: 'New event' }).click();
  // The list, which has titles too, is there until the editor has come.
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await page.getByLabel('Text', { exact: true }).fill('Come and **see**.');
  await page.getByLabel('Section').selectOption('news');
  await save(page);
  await page.waitForURL(/events\/[0-9A-Z]{26}$/);
};
