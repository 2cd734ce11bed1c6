import { describe, expect, it } from 'vitest';
import { ask, eventually } from '../support/clients/client.ts';
import { publishedPage } from '../support/published-page.ts';

describe('what leads search engines', () => {
  it('is named by robots.txt, which keeps them from what is the staff’s', async () => {
    const { headers, body } = await ask('/robots.txt');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(body).toMatch(
      /^User-agent: \*\nAllow: \/\nDisallow: \/v1\/staff\/\n\nSitemap: https?:\/\/\S+\/sitemap\.xml\n$/,
    );
  });

  it('has the pages of an event in every language in one of its files', async () => {
    const { slugs } = await publishedPage();
    const contains = async () => {
      const index = await ask('/sitemap.xml');
      const files = [...String(index.body).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
      for (const file of files) {
        const answer = await ask(file);
        if (String(answer.body).includes(`/az/events/${slugs.az}<`)) return answer;
      }
      return index;
    };
    const { headers, body } = await eventually(contains, ({ body }) => String(body).includes(`/${slugs.en}<`));
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const index = (await ask('/sitemap.xml?ref=x')).body;
    // A sitemap may name only what lies below its own folder.
    for (const [, file = ''] of index.matchAll(/<loc>(.*?)<\/loc>/g)) expect(file).toMatch(/^https?:\/\/[^/]+\/[^/]+$/);
    const lists = (await ask('/sitemap-lists.xml')).body;
    for (const path of ['/az', '/ru?category=events', '/en/events', '/az/exhibitions']) {
      expect(lists, path).toMatch(new RegExp(`<loc>https?://[^/<]+${path.replace('?', '\\?')}</loc>`));
    }
    expect(body).toMatch(
      new RegExp(
        `<loc>[^<]*/az/events/${slugs.az}</loc><lastmod>[^<]*</lastmod><xhtml:link [^>]*/az/events/${slugs.az}"/><xhtml:link [^>]*/en/events/${slugs.en}"/>`,
      ),
    );
  });
});
