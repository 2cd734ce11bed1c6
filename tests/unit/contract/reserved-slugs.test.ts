import { expect, it } from 'vitest';
import { ownAddress } from '../../../shared/contract/own-address.ts';
import { reservedSlugs } from '../../../shared/contract/reserved-slugs.ts';
import { routesByFunction } from '../../../shared/contract/routes.ts';
import { slugSchema } from '../../../shared/model/text/slug.ts';

const paths = Object.values(routesByFunction).flatMap((routes) => Object.values(routes).map(({ path }) => path));

it("no editors' page may have the address of a route, or be called as the first part of one", () => {
  const words = paths.flatMap((path) => {
    const [first = '', second = ''] = path.split('/').slice(1);
    return first === '{locale}' ? [second] : [first];
  });
  const names = words.map((word) => word.split('.')[0] ?? '').filter((word) => slugSchema.safeParse(word).success);
  expect(names.filter((name) => !reservedSlugs.has(name))).toEqual([]);
  expect([...reservedSlugs].filter((slug) => !slugSchema.safeParse(slug).success)).toEqual([]);
});

it("every address of two parts that is none of ours may be an editors' page", () => {
  expect(ownAddress('/az/haqqimizda', ['az'])).toEqual({ kind: 'page', locale: 'az', slug: 'haqqimizda' });
  expect(ownAddress('/az/calendar', ['az'])).toBe('own');
  expect(ownAddress('/az/events/sergi', ['az'])).toEqual({ kind: 'event', locale: 'az', slug: 'sergi' });
  expect(ownAddress('/old/haqqimizda', ['az'])).toBeUndefined();
});
