import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { atom } from '../../../../shared/public/feeds/atom.ts';
import { jsonFeed } from '../../../../shared/public/feeds/json-feed.ts';
import { rss } from '../../../../shared/public/feeds/rss.ts';
import { uuidUrnOf } from '../../../../shared/public/feeds/uuid-of-ulid.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';
import { cover, entry, feedOf, hostile, id } from './feed-samples.ts';
import { jsonFeedSchema } from './json-feed-schema.ts';

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '', htmlEntities: true, parseTagValue: false, trimValues: false },
  isArray: (name) => ['item', 'entry', 'link', 'category', 'atom:link'].includes(name),
});

const full = entry({
  cover,
  summary: 'A <b> & c',
  publishCount: 3,
  actedAt: '2022-12-01T00:00:00.000Z',
  campaign: 'spring',
});
const page = { query: 'locale=az&limit=1', nextCursor: 'next-page' };

describe('RSS', () => {
  const channel = parser.parse(rss(feedOf([full, entry({ locale: 'en' })], page))).rss.channel;
  const [item, other] = channel.item;

  it('names the address that it was fetched from, and the next page', () => {
    const base = 'https://sergi.example/v1/feed.rss?locale=az&limit=1';
    expect(channel['atom:link']).toEqual([
      { rel: 'self', type: 'application/rss+xml', href: base },
      { rel: 'next', type: 'application/rss+xml', href: `${base}&cursor=next-page` },
    ]);
    expect(channel).toMatchObject({ language: 'az', title: 'Sərgi: Tədbirlər', link: ['https://sergi.example/az'] });
  });

  it('dates an item with the right weekday, and calls it by an id that is no address', () => {
    expect(item.pubDate).toBe('Fri, 18 Nov 2022 08:00:00 GMT');
    expect(item.guid).toEqual({ '#text': id, isPermaLink: 'false' });
    expect(channel.lastBuildDate).toBe('Thu, 01 Dec 2022 00:00:00 GMT');
  });

  it('shows the image with its type, size and words', () => {
    expect(item['media:content']).toMatchObject({
      ...{ medium: 'image', type: 'image/jpeg', width: '1280', height: '1810' },
      'media:description': { type: 'plain', '#text': cover.alt },
    });
    expect(item['media:thumbnail'].url).toMatch(/^https:\/\/sergi\.example\/media\/.*\/320\.jpg$/);
  });

  it('writes a summary as the HTML that readers take it for, and says where the language is another', () => {
    expect(item.description).toBe('A &lt;b&gt; &amp; c');
    expect(item['dc:language']).toBeUndefined();
    expect(other['dc:language']).toBe('en');
    expect(item.category).toEqual(['Tədbirlər', 'spring']);
  });
});

describe('Atom', () => {
  const feed = parser.parse(atom(feedOf([full, entry({ locale: 'en' })], { ...page, format: 'atom' }))).feed;
  const [first, other] = feed.entry;

  it('pages as RFC 5005 says, under one id', () => {
    const base = 'https://sergi.example/v1/feed.atom';
    const links = Object.fromEntries(feed.link.map(({ rel, href }: { rel: string; href: string }) => [rel, href]));
    expect(links).toMatchObject({
      self: `${base}?locale=az&limit=1`,
      first: `${base}?locale=az&limit=1`,
      next: `${base}?locale=az&limit=1&cursor=next-page`,
    });
    expect(feed.id).toBe(`${base}?locale=az&category=events`);
    const last = atom(feedOf([full], { format: 'atom', query: 'limit=1&locale=az&cursor=next-page' }));
    const { id: same, link } = parser.parse(last).feed;
    expect(same).toBe(feed.id);
    expect(link.map(({ rel }: { rel: string }) => rel)).toEqual(['alternate', 'self', 'first']);
  });

  it('gives an entry one alternate, a name that outlives every address, and both of its times', () => {
    expect(first.link.filter(({ rel }: { rel: string }) => rel === 'alternate')).toHaveLength(1);
    expect(first).toMatchObject({
      id: uuidUrnOf(id),
      published: '2022-11-18T08:00:00.000Z',
      updated: '2022-12-01T00:00:00.000Z',
    });
    expect(feed).toMatchObject({ 'xml:lang': 'az', updated: first.updated });
    expect(first['xml:lang']).toBeUndefined();
    expect(other['xml:lang']).toBe('en');
  });

  it('is a feed where there is nothing in it, too', () => {
    expect(parser.parse(atom(feedOf([]))).feed.updated).toBe('1970-01-01T00:00:00.000Z');
    // An entry without a summary has its title for a text.
    const { summary: _, ...bare } = entry().card;
    const [text] = [atom(feedOf([{ ...entry(), card: bare }]))].map(
      (xml) => /<summary>(.*?)<\/summary>/.exec(xml)?.[1],
    );
    expect(text).toBe(bare.title);
  });
});

describe('JSON Feed', () => {
  it('is as its specification says, with its own address and that of the next page', () => {
    const feed = JSON.parse(
      jsonFeed(
        feedOf([full, entry({ startsAt: '2022-11-18' }, '01ARZ3NDEKTSV4RRFFQ69G5FAX')], {
          ...page,
          format: 'json',
        }),
      ),
    );
    expect(jsonFeedSchema.parse(feed)).toEqual(feed);
    expect(feed.feed_url).toBe('https://sergi.example/v1/feed.json?locale=az&limit=1');
    expect(feed.next_url).toBe(`${feed.feed_url}&cursor=next-page`);
    expect(feed.items[0]).toMatchObject({ id, date_modified: '2022-12-01T00:00:00.000Z', content_text: 'A <b> & c' });
    expect(feed.items[1]).not.toHaveProperty('date_modified');
    expect(feed.items[1]._sergi).toMatchObject({ kind: 'event', startsAt: '2022-11-18' });
  });

  it('says of nothing that it changed before it was published, where it was planned and acted on before', () => {
    const [planned] = [entry({ actedAt: '2022-11-01T00:00:00.000Z' })];
    const [item] = feedOf([planned]).items;
    expect(item?.updatedAt).toBe(item?.publishedAt);
  });
});

describe('an item in a language that is written from right to left', () => {
  const entries = [entry({ title: 'Sergi: معرض', locale: 'ar' })];

  it('says its language, and marks the direction of a title that begins with a word of another', () => {
    const title = '\u200FSergi: معرض';
    expect(parser.parse(rss(feedOf(entries))).rss.channel.item[0]).toMatchObject({ title, 'dc:language': 'ar' });
    expect(parser.parse(atom(feedOf(entries))).feed.entry[0]).toMatchObject({ title, 'xml:lang': 'ar' });
    expect(JSON.parse(jsonFeed(feedOf(entries))).items[0]).toMatchObject({ title, language: 'ar' });
  });
});

describe('every format', () => {
  const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom(...hostile));

  it('is a valid document whatever was written into a title, a summary or an alt text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, summary, alt) => {
        const entries = [entry({ title, summary, cover: { ...cover, alt } })];
        expect(XMLValidator.validate(rss(feedOf(entries)))).toBe(true);
        expect(XMLValidator.validate(atom(feedOf(entries, { format: 'atom' })))).toBe(true);
        const json = jsonFeed(feedOf(entries, { format: 'json' }));
        expect(json.isWellFormed()).toBe(true);
        expect(jsonFeedSchema.safeParse(JSON.parse(json)).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same bytes whenever it is written', () => {
    for (const write of [rss, atom, jsonFeed]) expect(write(feedOf([full]))).toBe(write(feedOf([full])));
  });
});

describe('a name made of an id', () => {
  it('is a URN with the same 128 bits', () => {
    expect(uuidUrnOf(id)).toBe('urn:uuid:01563e3a-b5d3-d676-4c61-efb99302bd5b');
    expect(uuidUrnOf('00000000000000000000000000')).toBe('urn:uuid:00000000-0000-0000-0000-000000000000');
  });
});

describe('the files of an item', () => {
  const base = { url: 'https://sergi.example/media/a/qaydalar.pdf', type: 'application/pdf' as const, bytes: 84_211 };
  const files = [
    { ...base, title: 'Qaydalar & "şərtlər"', pages: 3 },
    { ...base, url: 'https://sergi.example/media/b/siyahi.csv', type: 'text/csv' as const, title: 'Siyahı' },
  ];
  const texts = new Map([[full.sortKey, { html: '<p>Mətn</p>', pictures: [], files }]]);
  const link = (n: number) => files[n]?.url;

  it('are enclosed: the first by RSS, which allows one, all by Atom and JSON Feed, and named in the text', () => {
    const [item] = parser.parse(rss(feedOf([full], { texts }))).rss.channel.item;
    expect(item.enclosure).toEqual({ url: link(0), type: 'application/pdf', length: '84211' });
    expect(item['content:encoded']).toContain(link(1));
    const [found] = parser.parse(atom(feedOf([full], { format: 'atom', texts }))).feed.entry;
    expect(found.link.filter(({ rel }: { rel: string }) => rel === 'enclosure')).toEqual([
      { rel: 'enclosure', type: 'application/pdf', length: '84211', title: 'Qaydalar & "şərtlər"', href: link(0) },
      { rel: 'enclosure', type: 'text/csv', length: '84211', title: 'Siyahı', href: link(1) },
    ]);
    const { items } = JSON.parse(jsonFeed(feedOf([full], { format: 'json', texts })));
    expect(items[0].attachments[0]).toEqual({
      ...{ url: link(0), mime_type: 'application/pdf', title: 'Qaydalar & "şərtlər"', size_in_bytes: 84_211 },
    });
    expect(rss(feedOf([full]))).not.toContain('enclosure');
  });
});
