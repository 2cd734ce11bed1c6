import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // Titles are as long as what editors write.
    'long-title': 'off',
    // The frame of a wide table is no section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // The style keeps a telephone number in one line; who copies it gets plain spaces.
    'tel-non-breaking': 'off',
  },
});

interface Answer {
  readonly status: number;
  /** The text of a page; nothing of what is no page. */
  readonly html?: string;
  readonly location?: string | undefined;
}

const ask = async (path: string): Promise<Answer> => {
  const response = await fetch(`${inject('site')}${path}`, { redirect: 'manual' });
  const isPage = response.ok && response.headers.get('content-type')?.startsWith('text/html');
  const text = await response.text();
  const location = response.headers.get('location') ?? undefined;
  return { status: response.status, ...(isPage && { html: text }), location };
};

/** The months of the calendar go on for ever: those beside the present one are enough. */
const isFar = ({ pathname, searchParams }: URL, present: string): boolean => {
  const month = pathname.endsWith('/calendar') && searchParams.get('month');
  return Boolean(month) && Math.abs(Date.parse(`${month}-15`) - Date.parse(`${present}-15`)) > 40 * 24 * 3_600_000;
};

const addresses = /\s(?:href|src|data-script|data-info|data-image)="([^"]+)"/g;

/**
 * Every page that the front pages lead to, and what each address on them answers; what lies elsewhere is not asked for.
 */
const crawl = async (): Promise<{ pages: Map<string, string>; broken: string[] }> => {
  const site = inject('site');
  const present = new Date().toISOString().slice(0, 7);
  const pages = new Map<string, string>();
  const broken: string[] = [];
  const seen = new Set<string>();
  const wanted = [{ path: '/', from: 'the start' }];
  for (let next = wanted.pop(); next; next = wanted.pop()) {
    const { path, from } = next;
    if (seen.has(path)) continue;
    seen.add(path);
    const { status, html, location } = await ask(path);
    if (status >= 400) broken.push(`${path} on ${from}: ${status}`);
    const found = html ? [...html.matchAll(addresses)].map(([, address = '']) => address.replaceAll('&amp;', '&')) : [];
    if (html) pages.set(path, html);
    for (const address of [...found, ...(location ? [location] : [])]) {
      const url = new URL(address, `${site}${path}`);
      if (url.origin !== site || isFar(url, present)) continue;
      wanted.push({ path: `${url.pathname}${url.search}`, from: path });
      const id = decodeURIComponent(url.hash.slice(1));
      if (id && address.startsWith('#') && !html?.includes(` id="${id}"`)) broken.push(`#${id} on ${path}`);
    }
  }
  return { pages, broken };
};

describe('all pages that can be reached', () => {
  it('lead to nothing that is not there, and have nothing that html-validate would mend', async () => {
    const { pages, broken } = await crawl();
    expect(pages.size).toBeGreaterThan(60);
    expect(broken).toEqual([]);
    const faults = new Set<string>();
    for (const [path, html] of pages) {
      const { results } = await validator.validateString(html);
      for (const { ruleId, message } of results.flatMap(({ messages }) => messages)) {
        faults.add(`${path}: ${ruleId}: ${message}`);
      }
    }
    expect([...faults]).toEqual([]);
  }, 300_000);
});
