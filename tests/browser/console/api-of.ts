import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** Calls the API as the person whose console is open. */
export const apiOf = async (page: Page) => {
  const asked = page.waitForRequest(/\/v1\/staff\//);
  await page.reload();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  return async (path: string, body?: object, { method = body ? 'POST' : 'GET', version = 0 } = {}) => {
    const headers = {
      ...{ authorization, 'content-type': 'application/json' },
      ...(version > 0 && { 'if-match': `"${version}"` }),
    };
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${inject('site')}/v1/staff${path}`, sent);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    // biome-ignore lint/suspicious/noExplicitAny: the fields of an answer are taken as they come
    return (await response.json()) as any;
  };
};

/** What a guardian may agree to for years. */
export const consent = { guardian: 'Könül Ünvanlı', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true };
