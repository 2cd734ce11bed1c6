import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Reads what is kept in the database of the browser. */
const readDrafts = `new Promise((resolve) => {
  const opening = indexedDB.open('sergi');
  opening.onsuccess = () => {
    const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
    all.onsuccess = () => {
      opening.result.close();
      resolve(JSON.stringify(all.result));
    };
  };
})`;

/**
 * Waits until a text is kept in the database of the browser. `waitForFunction` takes a promise for true, whatever it
 * resolves to.
 */
export const kept = (page: Page, written: string) => expect.poll(() => page.evaluate(readDrafts)).toContain(written);

/** Holds what a page saves of events: `arrived` once it has been sent, until `release` lets the API have it. */
export const hold = async (page: Page) => {
  const sent = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const saves: string[] = [];
  await page.route(/\/v1\/staff\/events(\/\w+)?$/, async (route) => {
    const method = route.request().method();
    if (method === 'GET') return route.fallback();
    saves.push(method);
    sent.resolve();
    await released.promise;
    await route.continue();
  });
  return { arrived: sent.promise, release: () => released.resolve(), saves };
};
