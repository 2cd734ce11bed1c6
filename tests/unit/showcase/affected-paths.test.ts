import { describe, expect, it } from 'vitest';
import { affectedPaths } from '../../../shared/showcase/changes/affected-paths.ts';
import type { PublicChange, PublicSummary } from '../../../shared/showcase/store/public-summary.ts';

const now = Date.parse('2026-03-01T00:00:00Z');
const [past, future] = ['2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'];

const summaryOf = (publication?: Partial<NonNullable<PublicSummary['publication']>>): PublicSummary => ({
  edition: 1,
  ...(publication && {
    publication: { publishedAt: past, slugs: { az: 'sergi' }, category: 'events', ...publication },
  }),
});

const change = (
  before: PublicSummary | undefined,
  after: PublicSummary | undefined,
  more: Partial<PublicChange> = {},
): PublicChange => ({
  kind: 'event',
  id: '01HZX',
  before,
  after,
  ...more,
});

const lists = ['/sitemap*', '/v1/calendar*', '/v1/feed*', '/v1/search*'];
const sorted = (...paths: string[]) => paths.sort();

describe('the paths that a change affects', () => {
  it('are the lists, the page and the answers of an event that is published', () => {
    expect(affectedPaths([change(undefined, summaryOf({}))], now)).toEqual(
      sorted(...lists, '/az/events/sergi*', '/v1/events/01HZX*', '/v1/events/sergi*'),
    );
  });

  it('are those of the old slug too, and the media that are public no longer', () => {
    const before = summaryOf({ slugs: { az: 'kohne' }, media: 'abc' });
    const withdrawn = affectedPaths([change(before, summaryOf())], now);
    expect(withdrawn).toEqual(sorted('/az/events/kohne*', '/media/abc/*', '/sitemap*', '/v1/*'));
    expect(affectedPaths([change(before, summaryOf({ media: 'abc' }))], now)).toEqual(
      sorted('/az/events/kohne*', '/az/events/sergi*', '/sitemap*', '/v1/*'),
    );
  });

  it('are the media of every exhibition where one that was public changes, since any artwork may have left it', () => {
    const exhibition = { kind: 'exhibition' as const };
    const first = affectedPaths([change(undefined, summaryOf({}), exhibition)], now);
    expect(first).toEqual(sorted(...lists, '/az/exhibitions/sergi*', '/v1/exhibitions*', '/v1/iiif/*'));
    expect(affectedPaths([change(summaryOf({}), summaryOf({}), exhibition)], now)).toEqual(
      sorted('/az/exhibitions/sergi*', '/iiif/3/*', '/media/*', '/sitemap*', '/v1/*'),
    );
  });

  it.each([
    ['is scheduled', undefined, summaryOf({ publishedAt: future })],
    [
      'is scheduled for another time',
      summaryOf({ publishedAt: future }),
      summaryOf({ publishedAt: '2026-05-01T00:00:00.000Z' }),
    ],
    ['was scheduled and is taken back', summaryOf({ publishedAt: future }), undefined],
    ['is over already', undefined, summaryOf({ unpublishAt: past })],
    ['was withdrawn and is made anew', summaryOf(), summaryOf()],
  ])('are none of what %s', (_name, before, after) => {
    expect(affectedPaths([change(before, after)], now)).toEqual([]);
  });

  it('are the calendars where the title of something withdrawn is hidden or erased', () => {
    const withdrawn = { ...summaryOf(), actedAt: '2026-02-02T00:00:00.000Z' };
    const hidden = { ...withdrawn, edition: 2, actedAt: '2026-02-03T00:00:00.000Z' };
    for (const kind of ['event', 'exhibition'] as const) {
      expect(affectedPaths([change(withdrawn, hidden, { kind })], now)).toEqual(['/v1/calendar*', '/v1/feed*']);
    }
    expect(affectedPaths([change(withdrawn, undefined)], now)).toEqual(['/v1/calendar*', '/v1/feed*']);
    expect(affectedPaths([change(withdrawn, { ...withdrawn, edition: 2 })], now)).toEqual([]);
  });

  it('are those of a withdrawal where what is public is put off', () => {
    expect(affectedPaths([change(summaryOf({}), summaryOf({ publishedAt: future }))], now)).toContain(
      '/az/events/sergi*',
    );
  });

  it('grow wider instead of more than seven, and are the whole site in the end', () => {
    const slugs = { az: 'sergi', en: 'exhibition', ru: 'vystavka' };
    const three = change(undefined, summaryOf({ slugs }));
    const wide = ['/az/events/sergi*', '/en/events/exhibition*', '/ru/events/vystavka*', '/sitemap*', '/v1/*'];
    expect(affectedPaths([three], now)).toEqual(wide);
    const many = Array.from({ length: 30 }, (_, i) => change(undefined, summaryOf({ slugs: { az: `sergi-${i}` } })));
    expect(affectedPaths([...many, three], now)).toEqual(['/az/*', '/en/*', '/ru/*', '/sitemap*', '/v1/*']);
    const withMedia = many.map((one, i) => ({ ...one, before: summaryOf({ media: `m${i}` }) }));
    expect(affectedPaths(withMedia, now)).toEqual(['/*']);
  });
});
