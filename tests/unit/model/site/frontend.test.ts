import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../../shared/model/site/address-template.ts';
import { type Frontend, frontendSchema } from '../../../../shared/model/site/frontend.ts';
import { defaultSite, siteErrors, siteSchema } from '../../../../shared/model/site/site.ts';
import { issueErrors } from '../../../../shared/refusals/issue-errors.ts';
import {
  eventPageUrl,
  exhibitionPageUrl,
  homePageUrl,
  pageUrlOfArtwork,
} from '../../../../shared/showcase/store/page-urls.ts';

const refusalsOf = (frontend: object): string[] => {
  const { error } = frontendSchema.safeParse(frontend);
  return (error?.issues ?? []).flatMap(issueErrors).map(({ path, code }) => `${path} ${code}`);
};

const frontend: Frontend = {
  home: 'https://example.org/{locale}',
  events: 'https://example.org/{locale}/events/{slug}',
  exhibitions: 'https://{locale}.example.org/sergi?name={slug}',
  artworks: 'https://example.org/{locale}/sergi/{slug}/{id}',
  preview: 'https://example.org/preview?token={token}',
};

describe('where the institution has its pages', () => {
  it('is taken as addresses with placeholders', () => {
    expect(refusalsOf(frontend)).toEqual([]);
    expect(siteErrors(siteSchema.parse({ ...defaultSite, frontend }))).toEqual([]);
  });

  it.each([
    ['http://example.org/{locale}/{slug}', 'httpsRequired'],
    ['javascript:alert(1)//{locale}/{slug}', 'httpsRequired'],
    ['/{locale}/events/{slug}', 'httpsRequired'],
    ['https://', 'missingPlaceholder'],
    ['https://example.org/{locale}/events', 'missingPlaceholder'],
    ['https://example.org/{lang}/events/{slug}', 'unknownPlaceholder'],
    ['https://example.org/{locale}/{slug}/{token}', 'unknownPlaceholder'],
    ['https://example.org/{locale}/{{slug}}', 'unknownPlaceholder'],
    ['https://example.org/{locale}/{slug}/{', 'unknownPlaceholder'],
    ['https://example.org/{}/{slug}', 'unknownPlaceholder'],
    ['https://{slug}.example.org/{locale}', 'invalidUrl'],
    ['https://example.org:port/{locale}/{slug}', 'invalidUrl'],
    ['https://user:secret@example.org/{locale}/{slug}', 'invalidUrl'],
    ['https://example.org/{locale}/ events/{slug}', 'invalidUrl'],
    ['https:///{locale}/\\events/{slug}', 'invalidUrl'],
    [`https://example.org/${'a'.repeat(500)}/{locale}/{slug}`, 'tooLong'],
  ])('refuses %s as the address of events: %s', (events, code) => {
    expect(refusalsOf({ events })).toEqual([`events ${code}`]);
  });

  it('needs the id of an artwork, and may have the slug of its exhibition', () => {
    expect(refusalsOf({ artworks: 'https://example.org/{locale}/{slug}' })).toEqual(['artworks missingPlaceholder']);
    expect(refusalsOf({ artworks: 'https://example.org/{locale}/{id}' })).toEqual([]);
  });

  it('needs the language where the site has several, and not where it has one', () => {
    const events = 'https://example.org/events/{slug}';
    const site = siteSchema.parse({ ...defaultSite, frontend: { events } });
    expect(siteErrors(site)).toMatchObject([{ path: 'frontend.events', code: 'missingPlaceholder' }]);
    const inOne = (text: Record<string, string>) => ({ az: text.az ?? '' });
    const categories = defaultSite.categories.map(({ slug, label }) => ({ slug, label: inOne(label) }));
    expect(siteErrors({ ...site, locales: ['az'], title: { az: 'Sərgi' }, categories })).toEqual([]);
  });

  it('is where pages are, of each kind that it names', () => {
    expect(eventPageUrl({ frontend }, 'az', 'resm')).toBe('https://example.org/az/events/resm');
    expect(exhibitionPageUrl({ frontend }, 'en', 'resm')).toBe('https://en.example.org/sergi?name=resm');
    expect(homePageUrl({ frontend }, 'ru')).toBe('https://example.org/ru');
    expect(pageUrlOfArtwork({ frontend }, 'az', 'resm', '01J')).toBe('https://example.org/az/sergi/resm/01J');
    // As settings of 0.2.0 are, which know no pages of artworks.
    const { artworks: _, ...earlier } = frontend;
    expect(frontendSchema.parse(earlier)).toEqual(earlier);
    expect(pageUrlOfArtwork({ frontend: earlier }, 'az', 'resm', '01J')).toBe(
      'https://sergi.example/az/exhibitions/resm/artworks/01J',
    );
    expect(eventPageUrl({ frontend: { home: 'https://x.org/' } }, 'az', 'resm')).toBe(
      'https://sergi.example/az/events/resm',
    );
  });

  it('is an address whatever the template and the values hold', () => {
    expect(fillTemplate('https://example.org/tədbir/{slug}', { slug: 'a b/?#ə' })).toBe(
      'https://example.org/t%C9%99dbir/a%20b%2F%3F%23%C9%99',
    );
  });
});
