import type { PublicExhibition, PublicPicture } from '../../../contract/public-schemas.ts';
import type { Site } from '../../../model/site/site.ts';
import { pageUrlOfArtwork } from '../../../showcase/store/page-urls.ts';
import { canVisit } from '../item/can-come.ts';
import { artworkNode } from './artwork-data.ts';
import { locationOf, offersOf } from './event-data.ts';
import {
  digitalDocument,
  graph,
  imageObject,
  type Node,
  optional,
  organisersOf,
  type PublisherOrganization,
  schema,
} from './json-ld-nodes.ts';

/** What stands for it, and its photographs. */
const imagesOf = ({ cover, pictures }: PublicExhibition): Node => {
  const isCover = ({ renditions: [first] }: PublicPicture) => first?.url === cover?.renditions[0]?.url;
  const all = [...(cover ? [cover] : []), ...pictures.filter((picture) => !isCover(picture))];
  const images = all.flatMap((picture) => imageObject(picture) ?? []);
  return optional('image', images.length > 1 ? images : images[0]);
};

/**
 * An exhibition for search engines: an ExhibitionEvent with its works, each a VisualArtwork whose creator is named as
 * far as consent allows. One that has closed offers no place.
 */
export const exhibitionData = (
  exhibition: PublicExhibition,
  { description, today }: { readonly description: string; readonly today: string },
  site: Site,
  publisher: PublisherOrganization,
): Node => {
  const { title, url, locale, slug, rights, opensOn, closesOn, artworks } = exhibition;
  return graph({
    '@type': 'ExhibitionEvent',
    '@id': `${url}#exhibition`,
    mainEntityOfPage: url,
    url,
    name: title,
    ...optional('description', description),
    inLanguage: locale,
    ...optional('startDate', opensOn),
    ...optional('endDate', closesOn),
    eventStatus: schema('EventScheduled'),
    ...locationOf(exhibition.place),
    ...imagesOf(exhibition),
    ...(exhibition.files.length > 0 && { subjectOf: exhibition.files.map(digitalDocument) }),
    ...organisersOf(exhibition.organisers, publisher),
    ...(canVisit(exhibition, today) && offersOf(exhibition)),
    workFeatured: artworks.map((artwork) =>
      artworkNode(artwork, { locale, rights, url: pageUrlOfArtwork(site, locale, slug, artwork.id) }),
    ),
  });
};
