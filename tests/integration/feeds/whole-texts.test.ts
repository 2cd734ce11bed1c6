import { BatchGetItemCommand, DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getAtom, getJsonFeed, getRss } from '../../../functions/syndication/get-feed-in-format.ts';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { syndicatedQuery } from '../../../shared/contract/syndication.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { unescapeText } from '../../../shared/public/unescape-text.ts';
import { pageKey } from '../../../shared/showcase/store/page.ts';
import { xmlClients } from '../../support/clients/feed-clients.ts';
import { edition } from '../../support/tables/search-showcase.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';
import { jsonFeedSchema } from '../../unit/public/feeds/json-feed-schema.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());
afterEach(() => showcase.beforeCalls(undefined));

const formats = { rss: getRss, atom: getAtom, json: getJsonFeed };

/** A feed in a format, as text, with the calls of the table that it took. */
const read = async (format: keyof typeof formats, query: Record<string, string>) => {
  let calls = 0;
  dynamodb.middlewareStack.add(
    (next) => (args) => {
      calls += 1;
      return next(args);
    },
    { step: 'initialize', name: 'counted', override: true },
  );
  const rawQuery = String(new URLSearchParams(query));
  const call = { now: new Date('2026-01-01T00:00:00Z'), rawQuery } as Parameters<typeof getRss>[1];
  const { body } = await formats[format]({ query: syndicatedQuery.parse(query) } as never, call);
  dynamodb.middlewareStack.remove('counted');
  return { body, calls };
};

const jsonFeed = async (query: Record<string, string>) => {
  const { body, calls } = await read('json', query);
  return { feed: jsonFeedSchema.parse(JSON.parse(body)), bytes: Buffer.byteLength(body), calls };
};

let campaigns = 0;
const nextCampaign = (): string => {
  campaigns += 1;
  return `c${campaigns}`;
};

const publish = async (
  campaign: string,
  text: { readonly summary?: string; readonly body: string },
  publishedAt = '2022-11-18T08:00:00.000Z',
): Promise<{ id: string; slug: string }> => {
  const id = ulid();
  const slug = `s-${id.toLowerCase()}`;
  const base = edition({}, { publishedAt });
  if (!base.publication) throw new Error('It is published.');
  Object.assign(base.publication.content, { campaign, translations: { az: { title: 'Başlıq', slug, ...text } } });
  await showcase.layEvent(id, base);
  return { id, slug };
};

describe('a feed with whole texts', () => {
  const summary = `Xülasə: ${'uzun cümlə '.repeat(30)}sonu`;
  const body = 'Mətn *burada* `]]>` & <b> 🎨\n\n[buraya](/az) ![plan](plan.png)';

  it('has each text and its whole summary, by one more call than without them', async () => {
    const campaign = nextCampaign();
    const { slug } = await publish(campaign, { summary, body });
    const html =
      '<p>Mətn <em>burada</em> <code>]]&gt;</code> &amp; &lt;b&gt; 🎨</p>\n' +
      `<p><a href="https://example.org/az">buraya</a> <img src="https://example.org/az/events/plan.png" alt="plan" /></p>`;
    // The settings of the site are kept for a while: they are read before it counts.
    await jsonFeed({ campaign });
    const { feed, calls } = await jsonFeed({ campaign });
    expect(feed.items).toMatchObject([{ content_html: html, summary, url: `https://example.org/az/events/${slug}` }]);
    expect(feed.items[0]).not.toHaveProperty('content_text');
    for (const format of ['rss', 'atom'] as const)
      for (const [name, client] of Object.entries(xmlClients)) {
        const { items } = await client((await read(format, { campaign })).body);
        // One of them takes references in texts for those of XML.
        expect(items[0]?.content, `${format}, ${name}`).toBe(name === 'feed-parser' ? unescapeText(html) : html);
      }

    const less = await jsonFeed({ campaign, content: 'summary' });
    expect(less.feed.items).toMatchObject([{ content_text: expect.stringMatching(/^Xülasə: .*…$/) }]);
    expect(less.feed.items[0]).not.toHaveProperty('content_html');
    expect(calls - less.calls).toBe(1);
    expect(less.feed.feed_url).toBe(`https://example.org/v1/feed.json?campaign=${campaign}&content=summary`);
    for (const format of ['rss', 'atom'] as const)
      expect((await read(format, { campaign, content: 'summary' })).body).not.toContain('burada');
  });

  it('has the texts of exhibitions', async () => {
    const campaign = nextCampaign();
    const translations = { az: { title: 'Sərgi', summary, description: '**Təsvir**', slug: 'sergi' } };
    await showcase.layExhibition(ulid(), {
      ...{ number: 1, artworkSetVersion: 1, slugHistory: {}, wasPublic: false },
      publication: {
        content: {
          ...{ category: 'exhibitions', campaign, translations, organisers: [], eventIds: [], pictures: [], files: [] },
          rights: 'http://rightsstatements.org/vocab/InC/1.0/',
        },
        ...{ publishedAt: '2022-11-18T10:00:00.000Z', feedLocales: defaultSite.locales, artworkIds: [] },
      },
    });
    const { feed } = await jsonFeed({ campaign });
    expect(feed.items).toMatchObject([{ content_html: '<p><strong>Təsvir</strong></p>', summary }]);
  });

  it('leaves a text that is gone between the two reads to its summary', async () => {
    const campaign = nextCampaign();
    const { slug } = await publish(campaign, { summary: 'Qısa', body });
    await publish(campaign, { body: 'Qalan' });
    let calls = 0;
    showcase.beforeCalls(async () => {
      calls += 1;
      // The site, the feed, the texts.
      if (calls !== 3) return;
      showcase.beforeCalls(undefined);
      await dynamodb.send(new DeleteItemCommand({ TableName: 'showcase', Key: pageKey('az', slug) }));
    });
    // The settings of a site are kept for a while: they are read once.
    await jsonFeed({ campaign: nextCampaign() }).catch(() => {});
    calls = 1;
    const { feed } = await jsonFeed({ campaign });
    // RSS has the beginning of the text in place of a summary that nobody wrote.
    expect((await read('rss', { campaign })).body).toContain('<description>Qalan</description>');
    expect(feed.items.map(({ content_html, content_text }) => content_html ?? content_text)).toEqual([
      '<p>Qalan</p>',
      'Qısa',
    ]);
  });

  it('has at most 2 MB in each format, and the other items on the next pages', async () => {
    const campaign = nextCampaign();
    const long = 'Uzun abzas, "dırnaq" & <işarə>. '.repeat(8).concat('\n\n').repeat(240);
    const ids: string[] = [];
    for (let n = 0; n < 32; n += 1) {
      const publishedAt = new Date(Date.UTC(2022, 0, 1, n)).toISOString();
      ids.unshift((await publish(campaign, { body: long }, publishedAt)).id);
    }
    const seen: string[] = [];
    let query: Record<string, string> | undefined = { campaign, limit: '100' };
    let pages = 0;
    while (query) {
      const { feed, bytes }: Awaited<ReturnType<typeof jsonFeed>> = await jsonFeed(query);
      expect(bytes).toBeLessThanOrEqual(2_000_000);
      expect(feed.items[0]?.content_html).toMatch(/<\/p><p><a href="[^"]*">Davamını oxu<\/a><\/p>$/);
      seen.push(...feed.items.map(({ _sergi }) => String((_sergi as { id: string }).id)));
      query = feed.next_url ? Object.fromEntries(new URL(feed.next_url).searchParams) : undefined;
      pages += 1;
    }
    expect(seen).toEqual(ids);
    expect(pages).toBeGreaterThan(1);
    for (const format of ['rss', 'atom'] as const) {
      const { body: text } = await read(format, { campaign, limit: '100' });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000_000);
      expect(text).toContain('rel="next"');
    }
    // What DynamoDB could not read is on the next page too.
    dynamodb.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          if (commandName !== BatchGetItemCommand.name) return answer;
          const { showcase: keys } = (args.input as BatchGetItemCommand['input']).RequestItems ?? {};
          Object.assign(answer.output as object, { UnprocessedKeys: { showcase: { Keys: keys?.Keys?.slice(2) } } });
          return answer;
        },
      { step: 'initialize', name: 'full' },
    );
    const { feed } = await jsonFeed({ campaign, limit: '100' });
    dynamodb.middlewareStack.remove('full');
    expect(feed.items).toHaveLength(2);
    expect(feed.next_url).toBeDefined();
  });
});
