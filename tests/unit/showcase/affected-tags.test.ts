import { describe, expect, it } from 'vitest';
import { forgottenWith } from '../../../shared/showcase/changes/affected-tags.ts';
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

describe('what a change makes the CDN forget', () => {
  it('are the lists and the tag of an event that is published', () => {
    expect(forgottenWith([change(undefined, summaryOf({}))], now)).toEqual(['#event-01HZX', '#lists']);
  });

  it('are no files, which are forgotten once they are deleted', () => {
    const before = summaryOf({ media: 'abc', gallery: ['def'] });
    for (const kind of ['event', 'exhibition'] as const)
      expect(forgottenWith([change(before, summaryOf(), { kind })], now)).toEqual([`#${kind}-01HZX`, '#lists']);
  });

  it.each(['page', 'notice'] as const)(
    'is the whole site where a %s changes, since it stands on every page',
    (kind) => {
      expect(forgottenWith([change(undefined, summaryOf({}), { kind })], now)).toEqual(['#site']);
    },
  );

  it.each([
    ['was scheduled and is taken back', summaryOf({ publishedAt: future }), undefined],
    ['is over already', undefined, summaryOf({ unpublishAt: past })],
    ['was withdrawn and is made anew', summaryOf(), summaryOf()],
  ])('is nothing of what %s', (_name, before, after) => {
    expect(forgottenWith([change(before, after)], now)).toEqual([]);
  });

  it.each([
    ['is scheduled', undefined, summaryOf({ publishedAt: future })],
    [
      'is scheduled for another time',
      summaryOf({ publishedAt: future }),
      summaryOf({ publishedAt: '2026-05-01T00:00:00.000Z' }),
    ],
  ])('are the tags of what %s: answers made before do not know its moment', (_name, before, after) => {
    expect(forgottenWith([change(before, after)], now)).toEqual(['#event-01HZX', '#lists']);
    expect(forgottenWith([change(before, after, { kind: 'notice' })], now)).toEqual(['#site']);
  });

  it('are the lists where the title of something withdrawn is hidden or erased', () => {
    const withdrawn = { ...summaryOf(), actedAt: '2026-02-02T00:00:00.000Z' };
    const hidden = { ...withdrawn, edition: 2, actedAt: '2026-02-03T00:00:00.000Z' };
    for (const kind of ['event', 'exhibition'] as const) {
      expect(forgottenWith([change(withdrawn, hidden, { kind })], now)).toEqual(['#lists']);
    }
    expect(forgottenWith([change(withdrawn, undefined)], now)).toEqual(['#lists']);
    expect(forgottenWith([change(withdrawn, { ...withdrawn, edition: 2 })], now)).toEqual([]);
  });

  it('are the lists where something is withdrawn after its planned end, since which calendars call it cancelled', () => {
    const ended = { ...summaryOf({ unpublishAt: past }), actedAt: '2026-01-02T00:00:00.000Z' };
    const hidden = { ...summaryOf(), edition: 2, actedAt: '2026-02-03T00:00:00.000Z' };
    for (const kind of ['event', 'exhibition'] as const) {
      expect(forgottenWith([change(ended, hidden, { kind })], now)).toEqual(['#lists']);
    }
  });

  it('are those of a withdrawal where what is public is put off', () => {
    const changes = [change(summaryOf({}), summaryOf({ publishedAt: future }))];
    expect(forgottenWith(changes, now)).toContain('#event-01HZX');
  });

  it('is the whole site instead of more than thirty tags, and everything where nobody knows what was there', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => change(undefined, summaryOf({}), { id: `01HZ${n}` }));
    expect(forgottenWith(many(29), now)).toHaveLength(30);
    expect(forgottenWith(many(30), now)).toEqual(['#site']);
    expect(forgottenWith([...many(2), change(undefined, summaryOf({}), { isBeforeUnknown: true })], now)).toEqual([
      '/*',
    ]);
  });
});
