import { describe, expect, it } from 'vitest';
import { exhibitionPage } from '../../../../shared/public/pages/exhibition-page.ts';
import { base, exhibition, site, structuredData } from './page-samples.ts';

describe('the page of an exhibition', () => {
  const { body } = exhibitionPage(exhibition(), [], site);

  it('shows each artwork as a figure with an anchor, and names the artist as consent allows', () => {
    expect(body).toContain('<li id="artwork-01J00000000000000000000011"><figure class="work">');
    expect(body).toContain(
      '<h3>Günəş 1</h3></a><figcaption><p>Aysel M. · Yaş: 9</p><p>6 nömrəli məktəb</p><p>Akvarel · 2022</p></figcaption>',
    );
    expect(body).toContain('/exhibitions/sergi/artworks/01J00000000000000000000011"');
    expect(body).toContain('18 noyabr – 2 dekabr 2022');
  });

  it('tells search engines of its artworks, without a creator whose name is withheld', () => {
    const [node] = structuredData(body)['@graph'];
    expect(node).toMatchObject({
      '@type': 'ExhibitionEvent',
      startDate: '2022-11-18',
      endDate: '2022-12-02',
      organizer: [{ name: 'Nazirlik' }],
      contributor: [{ name: 'Səfirlik' }],
      workFeatured: [
        { '@type': 'VisualArtwork', creator: { '@type': 'Person', name: 'Aysel M.' }, artMedium: 'Akvarel' },
        { '@type': 'VisualArtwork' },
      ],
    });
    expect(node.workFeatured[1]).not.toHaveProperty('creator');
  });

  it('names its later pages in other languages by where they begin, unless another site has the exhibition', () => {
    const elsewhere = { locale: 'ru', slug: 'vystavka', url: 'https://museum.example/ru/vystavka' };
    const inEnglish = { locale: 'en', slug: 'drawings', url: `${base}/en/exhibitions/drawings` };
    const alternates = [...exhibition().alternates, inEnglish, elsewhere];
    const linksFrom = (from: number) => {
      const page = exhibitionPage(exhibition({ alternates, from }), [], site).body;
      expect(page).toContain(`<link rel="canonical" href="${exhibition().url}${from ? '?from=201' : ''}">`);
      expect(page).toMatch(new RegExp(`<a href="${inEnglish.url}${from ? '\\?from=201' : ''}" lang="en"`));
      return [...page.matchAll(/hreflang="[\w-]+" href="(.*?)">/g)].map(([, url]) => url);
    };
    const first = alternates.map(({ url }) => url);
    expect(linksFrom(0)).toEqual([...first, first[0]]);
    const later = [`${first[0]}?from=201`, `${first[1]}?from=201`, elsewhere.url];
    expect(linksFrom(200)).toEqual([...later, later[0]]);
  });

  it('can be booked until it has closed', () => {
    const bookingUrl = 'https://example.org/book';
    const on = (today: string) => exhibitionPage(exhibition({ bookingUrl, today }), [], site).body;
    expect(on('2022-12-02')).toContain(`href="${bookingUrl}"`);
    expect(structuredData(on('2022-12-02'))['@graph'][0].offers).toMatchObject({ url: bookingUrl });
    expect(on('2022-12-03')).not.toContain(bookingUrl);
    expect(exhibitionPage(exhibition({ bookingUrl, closesOn: undefined }), [], site).body).toContain(bookingUrl);
  });
});
