import type { EventContent } from '../../model/events/event.ts';
import { kindOf } from '../../model/events/event-kind.ts';
import type { Place } from '../../model/events/place.ts';
import { byStart } from '../../model/events/showing.ts';
import { visitIn } from '../../model/events/visit-in.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import type { StoredCard } from '../../showcase/store/card.ts';
import { packShowings } from '../../showcase/store/card-times.ts';
import type { StoredPage } from '../../showcase/store/page.ts';

type Details = Omit<EventContent, 'translations' | 'pictures' | 'files'>;

/** When, where and by whom an event is held, with its words as readers of a language get them. */
export const eventDetails = (content: Details, locale: Locale, site: Site) => {
  const { showings, occurrence, soldOut, tags } = content;
  return {
    kind: kindOf(content),
    showings: byStart(showings),
    ...visitIn(content, locale, site),
    ...(occurrence && { occurrence }),
    ...(soldOut && { soldOut }),
    tags: tags.flatMap((words) => textIn(words, locale, site) ?? []),
  } satisfies Partial<StoredPage>;
};

/** Where it is, as a card says it. */
export const cardPlace = (place: Place | undefined, locale: Locale, site: Site): Pick<StoredCard, 'venue' | 'geo'> => {
  const { latitude, longitude } = place ?? {};
  const name = textIn(place?.name, locale, site);
  return {
    ...(name && { venue: name }),
    ...(latitude !== undefined && longitude !== undefined && { geo: [latitude, longitude] }),
  };
};

/** The same in a card, in short. */
export const cardDetails = (content: Details, locale: Locale, site: Site): Partial<StoredCard> => {
  const { kind, occurrence, soldOut } = content;
  const showings = byStart(content.showings);
  const [first] = showings;
  return {
    ...(kind && kindOf(content) !== kindOf({ showings }) && { eventKind: kindOf(content) }),
    ...(first && { startsAt: first.startsAt, ...(first.endsAt && { endsAt: first.endsAt }) }),
    ...(showings.length > 1 && { times: packShowings(showings) }),
    ...cardPlace(content.place, locale, site),
    ...(occurrence && occurrence !== 'planned' && { occurrence }),
    ...(soldOut && { soldOut }),
  };
};
