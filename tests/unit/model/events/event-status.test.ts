import { describe, expect, it } from 'vitest';
import { eventStatusAt, eventStatuses } from '../../../../shared/model/events/event-status.ts';
import { exhibitionStatusAt, exhibitionStatuses } from '../../../../shared/model/exhibitions/exhibition-status.ts';

const before = '2026-11-28T09:59:59.999Z';
const now = '2026-11-28T10:00:00.000Z';
const after = '2026-11-28T10:00:00.001Z';
const later = '2026-11-28T10:00:00.002Z';

describe('the status of an event', () => {
  it.each([
    // stored, publishedAt, unpublishAt, status
    ['draft', undefined, undefined, 'draft'],
    ['inReview', undefined, undefined, 'inReview'],
    ['inReview', before, undefined, 'inReview'],
    ['withdrawn', before, undefined, 'withdrawn'],
    ['withdrawn', undefined, undefined, 'withdrawn'],
    ['archived', undefined, undefined, 'archived'],
    ['archived', before, undefined, 'archived'],
    ['published', before, undefined, 'published'],
    ['published', now, undefined, 'published'],
    ['published', after, undefined, 'scheduled'],
    ['published', before, after, 'published'],
    ['published', before, now, 'withdrawn'],
    ['published', now, after, 'published'],
    ['published', after, later, 'scheduled'],
    ['published', '2020-01-01T00:00:00.000Z', before, 'withdrawn'],
    // As version 0.1.0 has stored what was withdrawn.
    ['draft', before, undefined, 'withdrawn'],
  ] as const)('that is stored as %s, public from %s to %s, is %s', (status, publishedAt, unpublishAt, expected) => {
    expect(eventStatusAt({ status, publishedAt, unpublishAt }, new Date(now))).toBe(expected);
    expect(eventStatuses).toContain(expected);
  });

  it('goes from scheduled to published to withdrawn at the milliseconds that were planned', () => {
    const event = { status: 'published', publishedAt: now, unpublishAt: later } as const;
    const statuses = [before, now, after, later].map((time) => eventStatusAt(event, new Date(time)));
    expect(statuses).toEqual(['scheduled', 'published', 'published', 'withdrawn']);
  });
});

describe('the status of an exhibition', () => {
  it.each([
    ['draft', undefined, 'draft'],
    ['open', undefined, 'open'],
    ['selection', undefined, 'selection'],
    ['published', before, 'published'],
    ['published', now, 'published'],
    ['published', after, 'scheduled'],
    ['withdrawn', before, 'withdrawn'],
    // Withdrawn before its time, and not opened anew.
    ['withdrawn', after, 'withdrawn'],
    ['selection', after, 'selection'],
  ] as const)('that is stored as %s, public from %s, is %s', (status, publishedAt, expected) => {
    expect(exhibitionStatusAt({ status, publishedAt }, new Date(now))).toBe(expected);
    expect(exhibitionStatuses).toContain(expected);
  });
});
