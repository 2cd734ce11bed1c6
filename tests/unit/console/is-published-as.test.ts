import { describe, expect, it } from 'vitest';
import type { StaffEvent } from '../../../console/src/events/content.ts';
import { isPublishedAs } from '../../../console/src/publication/is-published-as.ts';

const published = {
  ...{ status: 'scheduled', publishedLocales: ['az', 'en'], hasUnpublishedChanges: false },
  ...{ publishedAt: '2030-01-01T08:00:00Z', unpublishAt: '2030-02-01T08:00:00Z' },
} as StaffEvent;

const asked = { locales: ['en'], publishAt: '2030-01-01T12:00:00+04:00', unpublishAt: '2030-02-01T12:00:00+04:00' };

describe('an event', () => {
  it('is as its publication was asked for, in whichever time zone that was said', () => {
    expect(isPublishedAs(asked, published)).toBe(true);
    // At once: the API says when that was.
    const { publishAt: _, ...now } = asked;
    expect(isPublishedAs(now, { ...published, status: 'published' })).toBe(true);
  });

  it.each([
    ['is public no more', { status: 'unpublished' }],
    ['was changed since', { hasUnpublishedChanges: true }],
    ['lacks a language', { publishedLocales: ['az'] }],
    ['has another plan', { publishedAt: '2030-01-02T08:00:00Z' }],
    ['has no end', { unpublishAt: undefined }],
  ])('is not as it was asked for where it %s', (_, change) => {
    expect(isPublishedAs(asked, { ...published, ...change } as StaffEvent)).toBe(false);
  });
});
