import type { PublicExhibition } from '../../contract/public.ts';
import type { Site } from '../../model/site.ts';
import { pageUrlOfArtwork } from '../../showcase/store/page-urls.ts';
import { artworkNode } from './artwork-data.ts';
import { locationOf, offersOf } from './event-data.ts';
import {
  graph,
  imageObject,
  type Node,
  optional,
  organisersOf,
  type PublisherOrganization,
  schema,
} from './json-ld-nodes.ts';

/**
 * An exhibition for search engines: an ExhibitionEvent with its works, each a VisualArtwork whose creator is named as
 * far as consent allows.
 */
export const exhibitionData = (
  exhibition: PublicExhibition,
  description: string,
  site: Site,
  publisher: PublisherOrganization,
): Node => {
  const { title, url, locale, slug, rights, opensOn, closesOn, cover, artworks } = exhibition;
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
    ...optional('image', cover && imageObject(cover)),
    ...organisersOf(exhibition.organisers, publisher),
    ...offersOf(exhibition),
    workFeatured: artworks.map((artwork) =>
      artworkNode(artwork, { locale, rights, url: pageUrlOfArtwork(site, locale, slug, artwork.id) }),
    ),
  });
};
