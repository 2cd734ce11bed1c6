import { expect, it } from 'vitest';
import { addressTemplate, fillTemplate } from '../../../shared/model/site/address-template.ts';
import { holdsErasedSlug } from '../../../shared/webhooks/delivery/holds-erased-slug.ts';

const erased = 'aysel-memmedova';

const holds = (url: string, current: readonly string[] = []): boolean =>
  holdsErasedSlug(url, (slug) => slug === erased, current);

it.each([
  'https://example.org/az/events/{slug}',
  'https://example.org/{locale}/{slug}.html',
  'https://example.org/{locale}/news-{slug}',
  'https://example.org/{locale}/news{slug}/index',
  'https://example.org/{locale}/{slug};jsessionid=1',
  'https://example.org/{locale},{slug},1',
  'https://example.org/?page={slug}_{locale}',
  'https://example.org/#!{slug}|{locale}',
  'https://example.org/~{slug}-{locale}',
])('finds an erased slug wherever the institution’s own site puts it: %s', (template) => {
  expect(addressTemplate(['slug'], ['locale']).safeParse(template).success).toBe(true);
  const filledWith = (slug: string) => fillTemplate(template, { locale: 'az', slug });
  expect(holds(filledWith(erased))).toBe(true);
  expect(holds(filledWith(erased), ['memmedova'])).toBe(true);
  expect(holds(filledWith('yaz-sergisi'))).toBe(false);
});

it('leaves an address that has what was erased only within a slug of now', () => {
  expect(holds(`https://example.org/az/${erased}-2`, [`${erased}-2`])).toBe(false);
  expect(holds(`https://example.org/az/${erased}`, [erased])).toBe(false);
  expect(holds(`https://example.org/${erased}/${erased}-2`, [`${erased}-2`])).toBe(true);
});

it('looks for no slug in the name of a host', () => {
  expect(holds(`https://${erased}.example.org/az/events/sergi`)).toBe(false);
});
