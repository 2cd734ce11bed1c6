import type { PublishedArtwork } from '../../../../shared/model/exhibitions/artwork.ts';
import { publishedExhibitionSchema } from '../../../../shared/model/exhibitions/exhibition-edition.ts';
import { tilesFor } from '../../../../shared/model/files/image-tiles.ts';
import { widthsFor } from '../../../../shared/model/files/picture.ts';

export const exhibitionId = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

const size = { width: 3508, height: 4961 };

/** An image as publication leaves it. */
export const image = {
  ...size,
  widths: widthsFor(size.width, size.height),
  placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A',
  color: '#a48c6e',
  media: 'AbCdEfGhIjKlMnOpQrStUv',
};

/** An exhibition in three languages, with everything that it can have. */
export const exhibition = {
  id: exhibitionId,
  content: publishedExhibitionSchema.parse({
    place: { name: { az: 'Bakı, Nazirlik, 1-ci mərtəbə' } },
    opensOn: '2022-11-18',
    closesOn: '2022-12-02',
    organisers: [
      { role: 'host', name: { az: 'Nazirlik', en: 'The Ministry', ru: 'Министерство' } },
      { role: 'partner', name: { en: 'The Embassy' } },
    ],
    rights: 'http://creativecommons.org/licenses/by-nc/4.0/',
    translations: {
      az: { title: 'Rəsm sərgisi', slug: 'resm-sergisi', summary: 'On rəsm.', description: 'Sərgi **açıldı**.' },
      en: { title: 'Drawings', slug: 'drawings', description: 'It is **open**.' },
      ru: { title: 'Рисунки', slug: 'risunki', summary: 'Десять рисунков.', description: 'Открыта.' },
    },
  }),
};

/** An artwork with everything that it can have, in two of the languages. */
export const artwork: PublishedArtwork = {
  id: '01BX5ZZKBKACTAV9WEVGEMMVRZ',
  position: 0,
  translations: {
    az: { title: 'Günəş', alt: 'Uşaqlar günəşin altında', description: 'Dostluq haqqında.' },
    en: { title: 'The Sun', alt: 'Children under the sun' },
  },
  artist: {
    name: 'Aysel M.',
    ageAtEntry: 9,
    school: '6 nömrəli məktəb',
    region: 'Gəncə',
    shows: ['school', 'region', 'age'],
  },
  medium: 'Akvarel',
  year: 2022,
  image: { ...image, tiles: tilesFor(size) },
};

/** An artwork with nothing that it could lack. */
export const bareArtwork: PublishedArtwork = {
  id: '01BX5ZZKBKACTAV9WEVGEMMVS0',
  position: 1,
  translations: { az: { title: 'Adsız', alt: 'Bir ev' } },
  artist: {},
  image: { ...image, width: 200, height: 100, widths: [200], media: 'ZbCdEfGhIjKlMnOpQrStUv' },
};
