import type { PublicArtwork, PublicEvent, PublicExhibition } from '../../contract/public.ts';
import type { Picture } from '../../model/picture.ts';
import { anonymousIn } from '../../model/public-name.ts';
import type { Site } from '../../model/site.ts';
import { withOffset } from '../../model/time/local-time.ts';

/** The publisher: the institution, by its name and address. */
interface PublisherOrganization {
  readonly name: string;
  readonly url: string;
}

type Node = Readonly<Record<string, unknown>>;

/** An address of a schema.org term. */
const schema = (term: string): string => `https://schema.org/${term}`;

const organization = ({ name, url }: PublisherOrganization): Node => ({ '@type': 'Organization', name, url });

const imageObject = ({ renditions, alt }: Picture): Node | undefined => {
  const largest = renditions.findLast(({ type }) => type === 'image/jpeg');
  return (
    largest && { '@type': 'ImageObject', url: largest.url, width: largest.width, height: largest.height, caption: alt }
  );
};

/** A venue is one line, which serves as name and address. */
const place = (venue: string | undefined): Node =>
  venue
    ? {
        location: { '@type': 'Place', name: venue, address: venue },
        eventAttendanceMode: schema('OfflineEventAttendanceMode'),
      }
    : {};

const graph = (...nodes: readonly Node[]): Node => ({ '@context': 'https://schema.org', '@graph': nodes });

const optional = (name: string, value: unknown): Node => (value === undefined || value === '' ? {} : { [name]: value });

const eventNode = (event: PublicEvent, startsAt: string, site: Site, publisher: PublisherOrganization): Node => ({
  '@type': 'Event',
  '@id': `${event.url}#event`,
  name: event.title,
  url: event.url,
  inLanguage: event.locale,
  startDate: withOffset(startsAt, site.timeZone),
  ...(event.endsAt && { endDate: withOffset(event.endsAt, site.timeZone) }),
  eventStatus: schema('EventScheduled'),
  ...place(event.venue),
  ...optional('description', event.summary),
  ...optional('image', event.cover && imageObject(event.cover)),
  organizer: organization(publisher),
});

/**
 * An event for search engines (JSON-LD, https://schema.org): a NewsArticle, and the Event that it is about where it has
 * a date. Times carry the offset of the site's zone.
 */
export const eventData = (
  event: PublicEvent,
  description: string,
  site: Site,
  publisher: PublisherOrganization,
): Node => {
  const { title, url, locale, category, cover, views, startsAt } = event;
  const article: Node = {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: url,
    url,
    headline: title,
    ...optional('description', description),
    inLanguage: locale,
    datePublished: withOffset(event.publishedAt, site.timeZone),
    articleSection: category.label,
    isAccessibleForFree: true,
    ...optional('image', cover && imageObject(cover)),
    ...(views !== undefined && {
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: { '@type': 'ViewAction' },
        userInteractionCount: views,
      },
    }),
    author: organization(publisher),
    publisher: organization(publisher),
    ...(startsAt && { about: { '@id': `${url}#event` } }),
  };
  return graph(article, ...(startsAt ? [eventNode(event, startsAt, site, publisher)] : []));
};

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

/** The schema.org property for the role of an organiser. */
const roleProperties = { host: 'organizer', partner: 'contributor', sponsor: 'sponsor' } as const;

const organisersOf = ({ organisers }: PublicExhibition, publisher: PublisherOrganization): Node => {
  const entries = Object.entries(roleProperties).map(([role, property]): [string, Node[]] => [
    property,
    organisers.filter((one) => one.role === role).map(({ name }) => ({ '@type': 'Organization', name })),
  ]);
  const named = Object.fromEntries(entries.filter(([, nodes]) => nodes.length > 0));
  return { organizer: organization(publisher), ...named };
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
    ...place(venue),
    ...optional('image', cover && imageObject(cover)),
    ...organisersOf(exhibition, publisher),
    workFeatured: artworks.map((artwork) => artworkNode(artwork, exhibition)),
  });
};
