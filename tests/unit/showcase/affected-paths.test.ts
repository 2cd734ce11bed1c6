import { describe, expect, it } from 'vitest';
import { affectedPaths } from '../../../shared/showcase/changes/affected-paths.ts';
import type { PublicChange, PublicSummary } from '../../../shared/showcase/store/public-summary.ts';

const now = Date.parse('2026-03-01T00:00:00Z');
const [past, future] = ['2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'];

const face = (publication?: Partial<NonNullable<PublicSummary['publication']>>): PublicSummary => ({
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
    expect(affectedPaths([change(undefined, face({}))], now)).toEqual(
      sorted(...lists, '/az/events/sergi*', '/v1/events/01HZX*', '/v1/events/sergi*'),
    );
  });

  it('are those of the old slug too, and the media that are public no longer', () => {
    const before = face({ slugs: { az: 'kohne' }, media: 'abc' });
    const withdrawn = affectedPaths([change(before, face())], now);
    expect(withdrawn).toEqual(sorted('/az/events/kohne*', '/media/abc/*', '/sitemap*', '/v1/*'));
    expect(affectedPaths([change(before, face({ media: 'abc' }))], now)).toEqual(
      sorted('/az/events/kohne*', '/az/events/sergi*', '/sitemap*', '/v1/*'),
    );
  });

  it('are the media of every exhibition where one that was public changes, since any artwork may have left it', () => {
    const exhibition = { kind: 'exhibition' as const };
    const first = affectedPaths([change(undefined, face({}), exhibition)], now);
    expect(first).toEqual(sorted(...lists, '/az/exhibitions/sergi*', '/v1/exhibitions*', '/v1/iiif/*'));
    expect(affectedPaths([change(face({}), face({}), exhibition)], now)).toEqual(
      sorted('/az/exhibitions/sergi*', '/iiif/3/*', '/media/*', '/sitemap*', '/v1/*'),
    );
  });

  it.each([
    ['is scheduled', undefined, face({ publishedAt: future })],
    ['is scheduled for another time', face({ publishedAt: future }), face({ publishedAt: '2026-05-01T00:00:00.000Z' })],
    ['was scheduled and is taken back', face({ publishedAt: future }), undefined],
    ['is over already', undefined, face({ unpublishAt: past })],
    ['was withdrawn and is made anew', face(), face()],
  ])('are none of what %s', (_name, before, after) => {
    expect(affectedPaths([change(before, after)], now)).toEqual([]);
  });

  it('are those of a withdrawal where what is public is put off', () => {
    expect(affectedPaths([change(face({}), face({ publishedAt: future }))], now)).toContain('/az/events/sergi*');
  });

  it('grow wider instead of more than seven, and are the whole site in the end', () => {
    const slugs = { az: 'sergi', en: 'exhibition', ru: 'vystavka' };
    const three = change(undefined, face({ slugs }));
    const wide = ['/az/events/sergi*', '/en/events/exhibition*', '/ru/events/vystavka*', '/sitemap*', '/v1/*'];
    expect(affectedPaths([three], now)).toEqual(wide);
    const many = Array.from({ length: 30 }, (_, i) => change(undefined, face({ slugs: { az: `sergi-${i}` } })));
    expect(affectedPaths([...many, three], now)).toEqual(['/az/*', '/en/*', '/ru/*', '/sitemap*', '/v1/*']);
    const withMedia = many.map((one, i) => ({ ...one, before: face({ media: `m${i}` }) }));
    expect(affectedPaths(withMedia, now)).toEqual(['/*']);
  });
});
