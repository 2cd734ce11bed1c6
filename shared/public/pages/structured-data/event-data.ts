import type { PublicEvent, PublicPlace, PublicShowing } from '../../../contract/public-schemas.ts';
import type { Occurrence } from '../../../model/events/event-kind.ts';
import { endOf } from '../../../model/events/showing.ts';
import type { Site } from '../../../model/site/site.ts';
import { withOffset } from '../../../model/time/local-time.ts';
import { canCome } from '../item/can-come.ts';
import {
  digitalDocument,
  graph,
  imageObject,
  type Node,
  optional,
  organisersOf,
  organization,
  type PublisherOrganization,
  schema,
} from './json-ld-nodes.ts';

const statuses: Readonly<Record<Occurrence, string>> = {
  planned: 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
};

const placeNode = ({ name, address, latitude, longitude, accessibility }: PublicPlace): Node | undefined => {
  const isOnMap = latitude !== undefined && longitude !== undefined;
  if (!name && !address && !isOnMap) return undefined;
  return {
    '@type': 'Place',
    ...optional('name', name ?? address),
    // A place without an address is not taken: its name says where it is.
    ...optional('address', address ?? name),
    ...(isOnMap && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...optional('description', accessibility),
  };
};

/** Where it takes place: there, on the web, or both. */
export const locationOf = (place: PublicPlace | undefined): Node => {
  const there = place && placeNode(place);
  const online = place?.onlineUrl && { '@type': 'VirtualLocation', url: place.onlineUrl };
  if (there && online) return { location: [there, online], eventAttendanceMode: schema('MixedEventAttendanceMode') };
  if (there) return { location: there, eventAttendanceMode: schema('OfflineEventAttendanceMode') };
  return online ? { location: online, eventAttendanceMode: schema('OnlineEventAttendanceMode') } : {};
};

/** What it costs, and whether there are places; for what people can still come to. */
export const offersOf = ({
  bookingUrl,
  price,
  soldOut,
  url,
}: Pick<PublicEvent, 'bookingUrl' | 'price' | 'url'> & Partial<Pick<PublicEvent, 'soldOut'>>): Node =>
  bookingUrl || price || soldOut
    ? {
        offers: {
          '@type': 'Offer',
          url: bookingUrl ?? url,
          ...optional('description', price),
          availability: schema(soldOut ? 'SoldOut' : 'InStock'),
        },
      }
    : {};

const timesOf = ({ startsAt, endsAt, doorsAt }: PublicShowing, { timeZone }: Site): Node => ({
  startDate: withOffset(startsAt, timeZone),
  ...(endsAt && { endDate: withOffset(endsAt, timeZone) }),
  ...(doorsAt && { doorTime: withOffset(doorsAt, timeZone) }),
});

/** What is said of an event in any case, and of each of its showings where there are several. */
const sharedNode = (event: PublicEvent): Node => ({
  '@type': 'Event',
  name: event.title,
  url: event.url,
  inLanguage: event.locale,
  eventStatus: schema(statuses[event.occurrence]),
  ...locationOf(event.place),
});

/** From the first showing to the last one, with each of them where there are several. */
const whenOf = (event: PublicEvent, site: Site): Node => {
  const { showings, url } = event;
  const [first] = showings;
  if (!first) return {};
  if (showings.length === 1) return timesOf(first, site);
  const last = showings.reduce((one, other) => (endOf(other) > endOf(one) ? other : one));
  return {
    startDate: withOffset(first.startsAt, site.timeZone),
    endDate: withOffset(last.endsAt ?? last.startsAt, site.timeZone),
    subEvent: showings.map((showing) => ({
      ...sharedNode(event),
      '@id': `${url}#${showing.startsAt}`,
      ...timesOf(showing, site),
    })),
  };
};

const imagesOf = ({ pictures }: PublicEvent): Node => {
  const images = pictures.flatMap((picture) => imageObject(picture) ?? []);
  return optional('image', images.length > 1 ? images : images[0]);
};

const eventNode = (event: PublicEvent, now: Date, site: Site, publisher: PublisherOrganization): Node => ({
  ...sharedNode(event),
  '@id': `${event.url}#event`,
  ...whenOf(event, site),
  ...optional('description', event.summary),
  ...imagesOf(event),
  ...organisersOf(event.organisers, publisher),
  ...(canCome(event, site.timeZone, now) && offersOf(event)),
  ...optional('keywords', event.tags.join(', ')),
});

/**
 * An event for search engines (JSON-LD, https://schema.org): a NewsArticle, and the Event that it is about where it has
 * a date. Times carry the offset of the site's zone. What is over offers no place.
 */
export const eventData = (
  event: PublicEvent,
  { description, now }: { readonly description: string; readonly now: Date },
  site: Site,
  publisher: PublisherOrganization,
): Node => {
  const { title, url, locale, category, views, showings } = event;
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
    ...imagesOf(event),
    ...(event.files.length > 0 && { hasPart: event.files.map(digitalDocument) }),
    ...(views !== undefined && {
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: { '@type': 'ViewAction' },
        userInteractionCount: views,
      },
    }),
    author: organization(publisher),
    publisher: organization(publisher),
    ...(showings.length > 0 && { about: { '@id': `${url}#event` } }),
  };
  return graph(article, ...(showings.length > 0 ? [eventNode(event, now, site, publisher)] : []));
};
