import type { EventContent } from '../../model/event.ts';
import { kindOf } from '../../model/event-kind.ts';
import { textIn } from '../../model/in-languages.ts';
import type { Locale } from '../../model/locale.ts';
import { byStart } from '../../model/showing.ts';
import type { Site } from '../../model/site.ts';
import type { StoredCard } from '../../showcase/store/card.ts';
import { packShowings } from '../../showcase/store/card-times.ts';
import type { StoredPage } from '../../showcase/store/page.ts';

type Details = Omit<EventContent, 'translations' | 'pictures' | 'files'>;

/** The fields of an object that have a value. */
const known = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as never;

const placeIn = ({ place }: Details, locale: Locale, site: Site): Pick<StoredPage, 'place'> => {
  const { name, address, accessibility, latitude, longitude, onlineUrl } = place ?? {};
  const found = known({
    name: textIn(name, locale, site),
    address: textIn(address, locale, site),
    ...{ latitude, longitude, onlineUrl },
    accessibility: textIn(accessibility, locale, site),
  });
  return Object.keys(found).length > 0 ? { place: found } : {};
};

/** When, where and by whom an event is held, with its words as readers of a language get them. */
export const eventDetails = (content: Details, locale: Locale, site: Site) => {
  const { showings, occurrence, soldOut, bookingUrl, price, contact, organisers, tags } = content;
  return {
    kind: kindOf(content),
    showings: byStart(showings),
    ...placeIn(content, locale, site),
    ...(occurrence && { occurrence }),
    ...(soldOut && { soldOut }),
    ...known({ bookingUrl, price: textIn(price, locale, site), contact: textIn(contact, locale, site) }),
    organisers: organisers.map(({ name, role }) => ({ name: textIn(name, locale, site) ?? '', role })),
    tags: tags.flatMap((words) => textIn(words, locale, site) ?? []),
  } satisfies Partial<StoredPage>;
};

/** The same in a card, in short. */
export const cardDetails = (content: Details, locale: Locale, site: Site): Partial<StoredCard> => {
  const { kind, occurrence, soldOut } = content;
  const { latitude, longitude } = content.place ?? {};
  const showings = byStart(content.showings);
  const [first] = showings;
  const name = textIn(content.place?.name, locale, site);
  return {
    ...(kind && kind !== kindOf({ showings }) && { eventKind: kind }),
    ...(first && { startsAt: first.startsAt, ...(first.endsAt && { endsAt: first.endsAt }) }),
    ...(showings.length > 1 && { times: packShowings(showings) }),
    ...(name && { venue: name }),
    ...(latitude !== undefined && longitude !== undefined && { geo: [latitude, longitude] }),
    ...(occurrence && occurrence !== 'planned' && { occurrence }),
    ...(soldOut && { soldOut }),
  };
};
