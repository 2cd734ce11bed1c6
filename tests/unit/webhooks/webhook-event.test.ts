import { describe, expect, it } from 'vitest';
import { idSchema } from '../../../shared/model/id.ts';
import { webhookPayloadSchema } from '../../../shared/model/staff/webhook.ts';
import type { PublicChange, PublicSummary } from '../../../shared/showcase/store/public-summary.ts';
import { hasTakenEffect, webhookEventSchema, webhookEventsOf } from '../../../shared/webhooks/events/webhook-event.ts';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const at = (hour: number) => `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`;
const now = new Date(at(20));

/** A summary that was acted on at an hour; public from `from` until `until`, or withdrawn where `from` is absent. */
const summaryOf = (actedAt: number, from?: number, until?: number): PublicSummary => ({
  edition: actedAt,
  actedAt: at(actedAt),
  ...(from !== undefined && {
    publication: {
      publishedAt: at(from),
      ...(until !== undefined && { unpublishAt: at(until) }),
      slugs: { az: 'sergi', en: 'exhibition' },
      category: 'events',
      media: 'secretAddressOfMedia00',
    },
  }),
});

const said = (
  before: PublicSummary | undefined,
  after: PublicSummary | undefined,
  kind: PublicChange['kind'] = 'event',
) =>
  webhookEventsOf({ kind, id, before, after }, now).map(
    ({ type, at: when }) => `${type} ${Number(when.slice(11, 13))}`,
  );

describe('a change of the public side', () => {
  it.each<[string, PublicSummary | undefined, PublicSummary | undefined, string[]]>([
    ['a first publication', undefined, summaryOf(5, 5), ['event.published 5']],
    ['one dated back', undefined, summaryOf(5, 1), ['event.published 5']],
    ['one that is planned', undefined, summaryOf(5, 9), ['event.published 9']],
    ['one that ends', undefined, summaryOf(5, 5, 9), ['event.published 5', 'event.unpublished 9']],
    ['one that is planned and ends', undefined, summaryOf(5, 7, 9), ['event.published 7', 'event.unpublished 9']],
    ['another edition of what is public', summaryOf(2, 2), summaryOf(5, 2), ['event.updated 5']],
    ['an end for what is public', summaryOf(2, 2), summaryOf(5, 2, 9), ['event.updated 5', 'event.unpublished 9']],
    ['another edition of what is planned', summaryOf(2, 9), summaryOf(5, 9), ['event.published 9']],
    ['another time for what is planned', summaryOf(2, 9), summaryOf(5, 12), ['event.published 12']],
    ['a publication of what was planned', summaryOf(2, 9), summaryOf(5, 5), ['event.published 5']],
    ['a withdrawal', summaryOf(2, 2), summaryOf(5), ['event.unpublished 5']],
    ['a withdrawal of what had ended', summaryOf(2, 2, 4), summaryOf(5), []],
    ['a withdrawal of what was planned', summaryOf(2, 9), undefined, []],
    ['a withdrawal of what was planned, heard of late', summaryOf(2, 6), undefined, []],
    ['a publication of what was withdrawn', summaryOf(2), summaryOf(5, 1), ['event.published 5']],
    ['a publication of what had ended', summaryOf(2, 2, 4), summaryOf(5, 2), ['event.published 5']],
    ['a rebuild', summaryOf(2, 2), { ...summaryOf(2, 2), edition: 9 }, []],
    ['a rebuild of what was withdrawn', summaryOf(2), { ...summaryOf(2), edition: 9 }, []],
    [
      'a plan in place of what is public',
      summaryOf(2, 2),
      summaryOf(5, 9),
      ['event.unpublished 5', 'event.published 9'],
    ],
  ])('that is %s is said as it is', (_, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
    expect(said(before, after, 'exhibition')).toEqual(expected.map((text) => text.replace('event.', 'exhibition.')));
  });

  it('leads to the pages of the institution, where it has its own', () => {
    const frontend = { events: 'https://example.org/{locale}/e/{slug}' };
    const [one] = webhookEventsOf({ kind: 'event', id, after: summaryOf(5, 5) }, now, { frontend });
    expect(JSON.parse(one?.body ?? '').data.urls).toEqual({
      az: 'https://example.org/az/e/sergi',
      en: 'https://example.org/en/e/exhibition',
    });
  });

  it('that leaves everything as it was is not said, but a planned end is said again', () => {
    const same = (hour: number, until?: number, digest = 'a'): PublicSummary => {
      const { publication, ...rest } = summaryOf(hour, 2, until);
      return { ...rest, ...(publication && { publication: { ...publication, digest } }) };
    };
    expect(said(same(2), same(5))).toEqual([]);
    expect(said(same(2, 9), same(5, 9))).toEqual(['event.unpublished 9']);
    expect(said(same(2), same(5, undefined, 'b'))).toEqual(['event.updated 5']);
    expect(said(summaryOf(2, 2), same(5))).toEqual(['event.updated 5']);
    // What was planned and has not begun is announced anew: the earlier plan is void.
    const planned = (hour: number) => {
      const { publication, ...rest } = summaryOf(hour, 9);
      return { ...rest, ...(publication && { publication: { ...publication, digest: 'a' } }) };
    };
    expect(said(planned(2), planned(5))).toEqual(['event.published 9']);
  });

  it.each(['event', 'exhibition'] as const)('of an %s names the addresses and languages that went', (kind) => {
    const of = (hour: number, slugs: Record<string, string>): PublicSummary => {
      const { publication, ...rest } = summaryOf(hour, 2);
      return { ...rest, ...(publication && { publication: { ...publication, slugs } }) };
    };
    const removed = (before: Record<string, string>, after: Record<string, string>) => {
      const [one] = webhookEventsOf({ kind, id, before: of(2, before), after: of(5, after) }, now);
      const { data } = webhookPayloadSchema.parse(JSON.parse(one?.body ?? ''));
      return data.removed;
    };
    const url = (locale: string, slug: string) => expect.stringMatching(new RegExp(`/${locale}/${kind}s/${slug}$`));
    expect(removed({ az: 'a', en: 'e' }, { az: 'a', en: 'e' })).toBeUndefined();
    expect(removed({ az: 'a' }, { az: 'a', en: 'e' })).toBeUndefined();
    expect(removed({ az: 'a', en: 'e' }, { az: 'b', en: 'e' })).toEqual({ locales: [], urls: { az: url('az', 'a') } });
    expect(removed({ az: 'a', en: 'e', ru: 'r' }, { az: 'b', en: 'e' })).toEqual({
      locales: ['ru'],
      urls: { az: url('az', 'a'), ru: url('ru', 'r') },
    });
  });

  it('of a notice names languages that went, and no address, since it has no page', () => {
    const of = (hour: number, slugs: Record<string, string>): PublicSummary => {
      const { publication, ...rest } = summaryOf(hour, 2);
      return { ...rest, ...(publication && { publication: { ...publication, slugs } }) };
    };
    const change = { kind: 'notice', id, before: of(2, { az: 'a', en: 'e' }), after: of(5, { az: 'a' }) } as const;
    const [one] = webhookEventsOf(change, now);
    expect(JSON.parse(one?.body ?? '').data).toMatchObject({ urls: {}, removed: { locales: ['en'], urls: {} } });
  });

  it('that was acted long ago comes from a rebuild of what was lost, and is not said', () => {
    const later = new Date('2026-11-28T00:00:00Z');
    expect(webhookEventsOf({ kind: 'event', id, after: summaryOf(5, 5) }, later)).toEqual([]);
  });

  it('from before acts were noted is not said', () => {
    const { actedAt: _, ...old } = summaryOf(5, 5);
    expect(said(undefined, old)).toEqual([]);
    expect(said(old, old)).toEqual([]);
  });

  it('has one id however often it is heard of, and another for each thing that it says', () => {
    const change = { kind: 'event', id, before: summaryOf(2, 2), after: summaryOf(5, 9, 12) } as const;
    const first = webhookEventsOf(change, now);
    expect(webhookEventsOf(change, new Date(at(21)))).toEqual(first);
    expect(new Set(first.map((one) => one.id)).size).toBe(3);
    for (const one of first) {
      expect(idSchema.parse(one.id)).toBe(one.id);
      expect(webhookEventSchema.parse(one)).toEqual(one);
    }
    const [other] = webhookEventsOf({ ...change, kind: 'exhibition' }, now);
    expect(other?.id).not.toBe(first[0]?.id);
  });

  it('tells what the public can read, and nothing else', () => {
    const [one] = webhookEventsOf({ kind: 'event', id, after: summaryOf(5, 5) }, now);
    const payload = JSON.parse(one?.body ?? '');
    expect(webhookPayloadSchema.parse(payload)).toEqual(payload);
    expect(payload).toEqual({
      type: 'event.published',
      timestamp: at(5),
      data: {
        id,
        kind: 'event',
        locales: ['az', 'en'],
        urls: {
          az: 'https://sergi.example/az/events/sergi',
          en: 'https://sergi.example/en/events/exhibition',
        },
        category: 'events',
        publishedAt: at(5),
      },
    });
  });
});

describe('a plan', () => {
  const plan = { actedAt: at(5), at: at(9) };

  it.each<[string, PublicSummary | undefined, boolean]>([
    ['nothing has happened since', summaryOf(5, 9), true],
    ['it was made again from the desk since', { ...summaryOf(5, 9), edition: 40 }, true],
    ['it was taken back without a trace', undefined, false],
    ['it was withdrawn before', summaryOf(7), false],
    ['it was put off before', summaryOf(7, 12), false],
    ['it was changed before, and has its own announcement now', summaryOf(7, 9), false],
    ['it was changed after it had come true', summaryOf(10, 9), true],
    ['it was withdrawn after it had come true', summaryOf(10), true],
  ])('has come true or not where %s', (_, current, expected) => expect(hasTakenEffect(plan, current)).toBe(expected));

  it('is none where it happens with the act', () => {
    expect(hasTakenEffect({ actedAt: at(5), at: at(5) }, undefined)).toBe(true);
  });
});
