import type { Page } from 'playwright-core';

/** An answer that a browser has got: all of it. */
export interface Received {
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** What the pages of a browser get from now on. */
export interface Traffic {
  readonly received: readonly Received[];
  /** As if there were no network. */
  cut(): Promise<void>;
  restore(): Promise<void>;
}

/** Keeps every answer, its body as the page gets it, before the page gets it: none can be missed. */
export const recordTraffic = async (page: Page): Promise<Traffic> => {
  const received: Received[] = [];
  let isCut = false;
  await page.context().route('**/*', async (route) => {
    if (isCut) return route.abort('internetdisconnected');
    const response = await route.fetch({ maxRedirects: 0 });
    const body = await response.body();
    received.push({
      url: route.request().url(),
      status: response.status(),
      headers: response.headersArray().map(({ name, value }) => [name.toLowerCase(), value] as const),
      body,
    });
    await route.fulfill({ response, body });
  });
  return {
    received,
    cut: async () => {
      isCut = true;
      await page.context().setOffline(true);
    },
    restore: async () => {
      isCut = false;
      await page.context().setOffline(false);
    },
  };
};
