import type { PublicArtwork, PublicExhibition } from '../../contract/public.ts';
import { anonymousIn } from '../../model/public-name.ts';
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

/** Where an artwork stands on the page of its exhibition. */
export const artworkAnchor = (id: string): string => `artwork-${id}`;

const artworkNode = (artwork: PublicArtwork, page: PublicExhibition): Node => {
  const { title, artist, medium, year, image } = artwork;
  const isNamed = artist.name !== anonymousIn(page.locale);
  return {
    '@type': 'VisualArtwork',
    '@id': `${page.url}#${artworkAnchor(artwork.id)}`,
    url: `${page.url}#${artworkAnchor(artwork.id)}`,
    name: title,
    ...(isNamed && { creator: { '@type': 'Person', name: artist.name } }),
    ...optional('artMedium', medium),
    ...(year !== undefined && { dateCreated: String(year) }),
    ...optional('image', imageObject(image)),
    license: page.rights,
  };
};

/**
 * An exhibition for search engines: an ExhibitionEvent with its works, each a VisualArtwork whose creator is named as
 * far as consent allows.
 */
export const exhibitionData = (
  exhibition: PublicExhibition,
  description: string,
  publisher: PublisherOrganization,
): Node => {
  const { title, url, locale, opensOn, closesOn, venue, cover, artworks } = exhibition;
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
    workFeatured: artworks.map((artwork) => artworkNode(artwork, exhibition)),
  });
};
