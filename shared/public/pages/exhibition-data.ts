import type { PublicExhibition } from '../../contract/public.ts';
import { artworkPageUrl } from '../../showcase/store/urls.ts';
import { artworkNode } from './artwork-data.ts';
import {
  graph,
  imageObject,
  type Node,
  optional,
  organisersOf,
  type PublisherOrganization,
  schema,
} from './json-ld-nodes.ts';

/** A venue is one line, which serves as name and address. */
const venueNode = (venue: string | undefined): Node =>
  venue
    ? {
        location: { '@type': 'Place', name: venue, address: venue },
        eventAttendanceMode: schema('OfflineEventAttendanceMode'),
      }
    : {};

/**
 * An exhibition for search engines: an ExhibitionEvent with its works, each a VisualArtwork whose creator is named as
 * far as consent allows.
 */
export const exhibitionData = (
  exhibition: PublicExhibition,
  description: string,
  publisher: PublisherOrganization,
): Node => {
  const { title, url, locale, slug, rights, opensOn, closesOn, venue, cover, artworks } = exhibition;
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
    ...venueNode(venue),
    ...optional('image', cover && imageObject(cover)),
    ...organisersOf(exhibition.organisers, publisher),
    workFeatured: artworks.map((artwork) =>
      artworkNode(artwork, { locale, rights, url: artworkPageUrl(locale, slug, artwork.id) }),
    ),
  });
};
