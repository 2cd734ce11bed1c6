import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

const watched = new WeakMap<Page, { readonly open: Set<Request>; since: number }>();

/** Follows what a page asks for from now on, so that `quiet` can be waited for. */
export const watchRequests = (page: Page): void => {
  const state = { open: new Set<Request>(), since: Date.now() };
  watched.set(page, state);
  const ended = (request: Request) => {
    state.open.delete(request);
    state.since = Date.now();
  };
  page.on('request', (request) => {
    state.open.add(request);
    state.since = Date.now();
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
};

/**
 * Waits until a page that is watched has every answer that it has asked for, and has asked for nothing for half a
 * second. Playwright's `networkidle` does not come again now and then, though nothing is open: of 360 pages with
 * pictures below the screen, seven waited for ever.
 */
export const quiet = async (page: Page): Promise<void> => {
  const state = watched.get(page);
  if (!state) throw new Error('Nobody has watched this page');
  for (const end = Date.now() + 60_000; state.open.size > 0 || Date.now() - state.since < 500; await pause(50)) {
    if (Date.now() > end) throw new Error(`Not answered: ${[...state.open].map((one) => one.url()).join(' ')}`);
  }
};
