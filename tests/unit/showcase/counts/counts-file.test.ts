import { describe, expect, it } from 'vitest';
import { parseCountsFile, secondsUntilWritable } from '../../../../shared/showcase/counts/counts-file.ts';
import { countsKey } from '../../../../shared/showcase/counts/counts-key.ts';

const countedAt = '2026-11-29T12:00:00.000Z';

describe('a file of counts', () => {
  it('is one of 256, the same for an id whenever it is asked for', () => {
    expect(countsKey('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(countsKey('01ARZ3NDEKTSV4RRFFQ69G5FAV'));
    const keys = Array.from({ length: 5_000 }, (_, n) =>
      countsKey(`01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, '0')}`),
    );
    expect(new Set(keys).size).toBe(256);
    for (const key of keys) expect(key).toMatch(/^counts\/[0-9a-f]{2}\.json$/);
  });

  it.each(['', '{', 'null', '{"views":{}}', `{"countedAt":"${countedAt}","views":{"events/x":"1"}}`])(
    'is none where it is %j',
    (text) => expect(parseCountsFile(text)).toBeUndefined(),
  );

  it.each([
    [0, 300],
    [0.5, 300],
    [299.5, 1],
    [300, 0],
    [86_400, 0],
    [-1, 0],
  ])('that was written %d seconds ago may be written in %d', (age, wait) => {
    const file = { countedAt, views: {} };
    expect(secondsUntilWritable(file, new Date(Date.parse(countedAt) + age * 1_000))).toBe(wait);
  });

  it('that is not there may be written', () => expect(secondsUntilWritable(undefined, new Date())).toBe(0));
});
