import type { Occasion } from '../../model/events/showing.ts';

/** The text of a number, in as few characters as may be. */
const short = (value: number): string => value.toString(36);

const numberOf = (text: string): number => Number.parseInt(text, 36);

/** A day, or a point in time, of milliseconds since 1970. */
const occasionAt = (time: number, isDay: boolean): string =>
  new Date(time).toISOString().slice(0, isDay ? 10 : undefined);

/**
 * The times of an event, by start, in a card: a page of a feed is paid for by its bytes. Of each its distance from the
 * one before and its length, in milliseconds to the base of 36; a `~` stands before days. A weekly talk takes 14 bytes.
 */
export const packShowings = (showings: readonly Occasion[]): string => {
  let before = 0;
  return showings
    .map(({ startsAt, endsAt }) => {
      const start = Date.parse(startsAt);
      const length = endsAt === undefined ? '' : `-${short(Date.parse(endsAt) - start)}`;
      const distance = short(start - before);
      before = start;
      return `${startsAt.length === 10 ? '~' : ''}${distance}${length}`;
    })
    .join(' ');
};

/** The times that `packShowings` has put into a text. */
export const unpackShowings = (text: string): Occasion[] => {
  let before = 0;
  return text.split(' ').map((part) => {
    const isDay = part.startsWith('~');
    // The distance may be negative: a day begins in UTC, and comes before the times of that day.
    const [, distance = '', length] = /^~?(-?[0-9a-z]+)(?:-([0-9a-z]+))?$/.exec(part) ?? [];
    const start = before + numberOf(distance);
    before = start;
    return {
      startsAt: occasionAt(start, isDay),
      ...(length !== undefined && { endsAt: occasionAt(start + numberOf(length), isDay) }),
    };
  });
};
