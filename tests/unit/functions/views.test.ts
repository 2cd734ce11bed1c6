import { describe, expect, it } from 'vitest';
import { viewsIn } from '../../../functions/view-counter/views-in.ts';
import { isReader } from '../../../functions/views/is-reader.ts';

const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36';

describe('a view', () => {
  it.each([
    ['a browser', { 'user-agent': browser }, true],
    ['a browser that says why it asks', { 'user-agent': browser, 'sec-purpose': '' }, true],
    ['nobody who gives a name', {}, false],
    ['an empty name', { 'user-agent': ' ' }, false],
    ['a crawler', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, false],
    ['a program', { 'user-agent': 'curl/8.9.1' }, false],
    ['a distribution that hides who asks', { 'user-agent': 'Amazon CloudFront' }, false],
    ['a prefetch', { 'user-agent': browser, 'sec-purpose': 'prefetch' }, false],
    ['a prerendering', { 'user-agent': browser, 'sec-purpose': 'prefetch;prerender' }, false],
    ['an older prefetch', { 'user-agent': browser, purpose: 'prefetch' }, false],
    ['a preview', { 'user-agent': browser, 'x-purpose': 'preview' }, false],
    ['a prefetch of Firefox', { 'user-agent': browser, 'x-moz': 'prefetch' }, false],
  ])('by %s counts or does not', (_, headers, counts) => expect(isReader(headers)).toBe(counts));
});

describe('the views of a batch', () => {
  const [a, b] = ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01BX5ZZKBKACTAV9WEVGEMMVRZ'] as const;

  it('are those of each event, a message that comes twice counting once', () => {
    const { events, unreadable } = viewsIn([
      { messageId: '1', body: a },
      { messageId: '2', body: b },
      { messageId: '3', body: `${a} 10` },
      { messageId: '1', body: a },
      { messageId: '4', body: `${b} 0` },
    ]);
    expect([...events]).toEqual([
      [
        a,
        [
          { messageId: '1', weight: 1 },
          { messageId: '3', weight: 10 },
        ],
      ],
      [
        b,
        [
          { messageId: '2', weight: 1 },
          { messageId: '4', weight: 0 },
        ],
      ],
    ]);
    expect(unreadable).toEqual([]);
  });

  it.each(['x', `${a} 7`, `${a} 00`, `${a} -1`, `${a} 10 `, `${a} `, ` ${a}`, `${a} 1e1`, `${a} 100 100`])(
    'leave out %j',
    (body) => {
      expect(viewsIn([{ messageId: '1', body }])).toEqual({ events: new Map(), unreadable: ['1'] });
    },
  );
});
