import { describe, expect, it } from 'vitest';
import { itemsWithinBytes } from '../../../../shared/http/page-by-size.ts';
import {
  exhibitionPage,
  maxArtworkBytesPerPage,
  maxArtworksPerPage,
} from '../../../../shared/public/pages/exhibition-page.ts';
import { renderMarkdown } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { exhibition, site } from './page-samples.ts';

/** What Lambda gives back of a page, in bytes. */
const payload = (body: string): number => Buffer.byteLength(JSON.stringify({ statusCode: 200, headers: {}, body }));

/** Most bytes that Lambda answers. */
const lambdaBytes = 6 * 1024 * 1024;

describe('the page of a large exhibition', () => {
  const [sample] = exhibition().artworks;

  it.each(['a', '<', '&', '"', "'", '\\', '🎨'])('of texts of nothing but %s is less than Lambda answers', (sign) => {
    if (!sample) throw new Error('There is no sample.');
    const artworks = Array.from({ length: maxArtworksPerPage }, (_, n) => ({
      ...sample,
      ...{ id: String(n).padStart(26, '0'), title: sign.repeat(300), description: sign.repeat(5_000) },
      ...{ medium: sign.repeat(300), image: { ...sample.image, alt: sign.repeat(1_000) } },
      artist: { name: sign.repeat(300), ageAtEntry: 9, school: sign.repeat(300), region: sign.repeat(300) },
    }));
    const description = sign.repeat(100_000);
    const page = exhibitionPage(
      exhibition({
        artworks: itemsWithinBytes(artworks, maxArtworkBytesPerPage),
        ...{ artworkCount: 1_000, from: 200, next: 300, title: sign.repeat(300), place: { name: sign.repeat(300) } },
        description: { markdown: description, html: renderMarkdown(description) },
      }),
      [],
      site,
    );
    expect(payload(page.body)).toBeLessThan(lambdaBytes);
  });

  it('leads to the pages before and after it, and says which works it shows', () => {
    const { body } = exhibitionPage(exhibition({ artworkCount: 900, from: 200, next: 400 }), [], site);
    const url = 'https://sergi.example/az/exhibitions/sergi';
    expect(body).toContain(`<link rel="canonical" href="${url}?from=201">`);
    expect(body).toContain(`<link rel="prev" href="${url}">`);
    expect(body).toContain(`<link rel="next" href="${url}?from=401">`);
    expect(body).toContain('Əsərlər (201–400 / 900)');
    expect(body).toContain('>Növbəti əsərlər</a>');
    const { body: whole } = exhibitionPage(exhibition(), [], site);
    expect(whole).toContain('Əsərlər (2)');
    expect(whole).not.toMatch(/rel="(next|prev)"/);
  });
});
