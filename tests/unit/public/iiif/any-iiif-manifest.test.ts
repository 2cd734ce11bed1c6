import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedArtwork } from '../../../../shared/model/exhibitions/artwork.ts';
import { publishedExhibitionSchema } from '../../../../shared/model/exhibitions/exhibition-edition.ts';
import { tilesFor } from '../../../../shared/model/files/image-tiles.ts';
import { renditionsOf, widthsFor } from '../../../../shared/model/files/picture.ts';
import { defaultSite } from '../../../../shared/model/site/site.ts';
import { exhibitionManifest } from '../../../../shared/public/iiif/iiif-manifest.ts';
import { artwork, bareArtwork, exhibition, exhibitionId, image } from './iiif-samples.ts';
import { hasSchema, schemaErrors } from './iiif-schema.ts';

const manifestOf = (content: object, artworks: readonly PublishedArtwork[] = [artwork, bareArtwork]) =>
  exhibitionManifest({ id: exhibitionId, content: publishedExhibitionSchema.parse(content) }, artworks, defaultSite);

const manifest = exhibitionManifest(exhibition, [artwork, bareArtwork], defaultSite);

/** An exhibition in one language with nothing that it could lack. */
const bare = { translations: { az: { title: 'Sərgi', slug: 'sergi', description: 'Sərgi.' } } };

/** Every object of a value that has languages for keys, with where it stands. */
const languageMaps = (value: unknown, path = ''): [path: string, Record<string, string[]>][] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${path}/${key}`;
    const isMap = ['label', 'summary', 'value'].includes(key);
    return isMap ? [[at, inner as Record<string, string[]>]] : languageMaps(inner, at);
  });
};

const addressesOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [inner] : addressesOf(inner)));
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '<p>x</p>',
    ']]>&amp;<!--',
    'مرحبا بالعالم',
    '\u202eabc\u202c',
    '👩‍👩‍👧‍👦🎨',
    'ə'.repeat(300),
    '__proto__',
    '"\\',
  ),
);
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const locales = fc.subarray([...defaultSite.locales], { minLength: 1 });
const translated = <T>(texts: fc.Arbitrary<T>) =>
  locales
    .chain((some) => fc.tuple(...some.map((locale) => texts.map((one) => [locale, one] as const))))
    .map(Object.fromEntries);
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });

const anyContent = fc.record(
  {
    place: fc.record({ name: translated(fc.oneof(text, fc.constant(''))) }),
    opensOn: day.map((date) => date.toISOString().slice(0, 10)),
    closesOn: day.map((date) => date.toISOString().slice(0, 10)),
    organisers: fc.array(
      fc.record({
        name: translated(fc.oneof(text, fc.constant(''))),
        role: fc.constantFrom('host', 'partner', 'sponsor'),
      }),
      { maxLength: 3 },
    ),
    translations: translated(
      fc.record(
        { title: text, slug: fc.constant('slug'), description: text, summary: fc.oneof(text, fc.constant('')) },
        { requiredKeys: ['title', 'slug', 'description'] },
      ),
    ),
  },
  { requiredKeys: ['translations'] },
);

const anyArtwork = fc
  .record({
    id: fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
    translations: translated(
      fc.record({ title: text, alt: text, description: text }, { requiredKeys: ['title', 'alt'] }),
    ),
    artist: fc.record(
      { name: text, ageAtEntry: fc.integer({ min: 1, max: 120 }), school: text, region: text },
      { requiredKeys: [] },
    ),
    medium: perhaps(text),
    year: perhaps(fc.integer({ min: 1000, max: 2999 })),
    width: fc.integer({ min: 1, max: 20_000 }),
    height: fc.integer({ min: 1, max: 16_000 }),
    hasTiles: fc.boolean(),
  })
  .map(
    ({ width, height, hasTiles, ...rest }): PublishedArtwork => ({
      ...rest,
      position: 0,
      image: {
        ...image,
        width,
        height,
        widths: widthsFor(width, height),
        ...(hasTiles && { tiles: tilesFor({ width, height }) }),
      },
    }),
  )
  .filter(({ image: { widths } }) => widths.length > 0);

const anything = fc.tuple(anyContent, fc.uniqueArray(anyArtwork, { maxLength: 3, selector: ({ id }) => id }));

describe('the manifest of any exhibition', () => {
  const acceptable = (content: object) => publishedExhibitionSchema.safeParse(content).success;

  it('has texts in every language map, and no tags of anybody in them', () => {
    fc.assert(
      fc.property(anything, ([content, artworks]) => {
        fc.pre(acceptable(content));
        for (const [path, texts] of languageMaps(manifestOf(content, artworks))) {
          expect(Object.keys(texts), path).not.toEqual([]);
          for (const [language, values] of Object.entries(texts)) {
            expect(['az', 'en', 'ru', 'none'], path).toContain(language);
            expect(values, path).not.toEqual([]);
            for (const value of values) {
              expect(value, path).not.toBe('');
              if (!path.endsWith('label')) expect(value, path).not.toMatch(/<(?!\/?span>)[a-z/!?]|^<(?!span>).*>$/is);
            }
          }
        }
      }),
    );
  });

  it('names files that exist, in their size', () => {
    fc.assert(
      fc.property(anyArtwork, (one) => {
        const [painted] = manifestOf(bare, [one]).items;
        const body = painted?.items?.[0]?.items?.[0]?.body;
        const jpegs = renditionsOf(one.image).filter(({ type }) => type === 'image/jpeg');
        expect(body).toMatchObject({ width: jpegs.at(-1)?.width, height: jpegs.at(-1)?.height });
        expect(painted?.thumbnail?.[0]).toMatchObject({ id: expect.stringContaining(`/${jpegs[0]?.file}`) });
      }),
    );
  });

  it('gives every resource an address', () => {
    for (const id of addressesOf(manifest)) expect(URL.canParse(id), id).toBe(true);
  });

  it.runIf(hasSchema)('is valid by the official schema', () => {
    expect(schemaErrors(manifest, 'manifest')).toEqual([]);
    expect(schemaErrors(manifestOf(bare, []), 'manifest')).toEqual([]);
    expect(
      schemaErrors({ ...manifest, rights: 'https://creativecommons.org/licenses/by/4.0/' }, 'manifest'),
    ).not.toEqual([]);
    fc.assert(
      fc.property(anything, ([content, artworks]) => {
        fc.pre(acceptable(content));
        expect(schemaErrors(manifestOf(content, artworks), 'manifest')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
