import { describe, expect, it } from 'vitest';
import { ownQuery } from '../../../functions/syndication/own-query.ts';

describe('the query by which a feed names itself', () => {
  it.each([
    ['', ''],
    ['campaign=a&locale=az', 'campaign=a&locale=az'],
    ['locale=AZ', 'locale=az'],
    ['locale=az-AZ&limit=5', 'locale=az&limit=5'],
    ['_=123&limit=5&utm_source=x&ref', 'limit=5'],
    ['loc%61le=az-AZ', 'locale=az'],
    ['category=a%2Db', 'category=a%2Db'],
    ['__proto__=1&constructor=2&%zz=3', ''],
  ])('is for %s "%s"', (query, expected) => {
    expect(ownQuery(query, 'az')).toBe(expected);
  });
});
