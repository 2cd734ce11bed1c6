import type { Occasion } from '../../model/events/showing.ts';
import { addDays } from '../../model/time/add-days.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { cardKind, cardShowings, type StoredCard } from '../store/card.ts';

/** The first and the last day of something, as a search by days compares them. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** The last day of what has no end yet. */
const openEnd = '9999-12-31';

/** One that ends as a day begins does not touch that day. */
const lastDayOf = ({ startsAt, endsAt = startsAt }: Occasion, timeZone: string): string =>
  dayOf(endsAt.length > 10 && endsAt > startsAt ? new Date(Date.parse(endsAt) - 1).toISOString() : endsAt, timeZone);

/**
 * The days of what a card stands for, each time that it takes place: of an exhibition until it closes; of news, and of
 * what has no date, the day of publication.
 */
const daysOf = (card: StoredCard, publishedAt: string, timeZone: string): Days[] => {
  const kind = cardKind(card);
  const showings = kind === 'news' ? [] : cardShowings(card);
  const occasions: readonly Occasion[] = showings.length > 0 ? showings : [{ startsAt: publishedAt }];
  return occasions.map((occasion) => ({
    first: dayOf(occasion.startsAt, timeZone),
    last:
      kind === 'exhibition' && showings.length > 0 && occasion.endsAt === undefined
        ? openEnd
        : lastDayOf(occasion, timeZone),
  }));
};

/** The first and the last day in UTC, which the index keeps: they are a day off in some zones. */
export const indexedDays = (card: StoredCard, publishedAt: string): Days => {
  const days = daysOf(card, publishedAt, 'UTC');
  return {
    first: days.map(({ first }) => first).reduce((one, other) => (other < one ? other : one)),
    last: days.map(({ last }) => last).reduce((one, other) => (other > one ? other : one)),
  };
};

/** Days from one on and up to another, both included. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** True where something takes place, or news were published, on any of the days in a time zone. */
export const isWithin = (
  card: StoredCard,
  publishedAt: string,
  { from = '', to = openEnd }: DayRange,
  timeZone: string,
) => daysOf(card, publishedAt, timeZone).some(({ first, last }) => first <= to && last >= from);

/** The days among which the index is to be asked, for some days in any time zone. */
export const inAnyZone = ({ from, to }: DayRange): DayRange => ({
  ...(from && { from: addDays(from, -1) }),
  ...(to && { to: addDays(to, 1) }),
});
