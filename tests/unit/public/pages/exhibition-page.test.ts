import { describe, expect, it } from 'vitest';
import { exhibitionPage } from '../../../../shared/public/pages/exhibition-page.ts';
import { exhibition, site, structuredData } from './page-samples.ts';

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
});
