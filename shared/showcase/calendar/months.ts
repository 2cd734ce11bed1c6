import type { Occasion } from '../../model/events/showing.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { shiftMonth } from '../../model/time/shift-month.ts';
import { startOfDay } from '../../model/time/start-of-day.ts';

const hour = 3_600_000;

/** How far clocks on Earth are behind and ahead of UTC, in milliseconds. */
const [behind, ahead] = [12 * hour, 14 * hour];

/** Most months of one occurrence: a hundred years. */
export const mostMonths = 1_200;

const monthOf = (instant: number): string => new Date(instant).toISOString().slice(0, 7);

const isDay = (occasion: string): boolean => occasion.length === 10;

/**
 * The last moment of an occurrence, where its days are in UTC; one that ends as a day begins does not touch that day.
 */
const lastMoment = ({ startsAt, endsAt = startsAt }: Occasion): number =>
  isDay(endsAt) ? Date.parse(endsAt) : endsAt > startsAt ? Date.parse(endsAt) - 1 : Date.parse(startsAt);

/**
 * The months (`2026-11`) that an occurrence touches, wherever on Earth the site is: a time near the end of a month is
 * in two. So a site that moves to another zone needs no other list. At most `mostMonths`, the first ones.
 */
export const monthsTouched = (occasion: Occasion): string[] => {
  const first = isDay(occasion.startsAt)
    ? occasion.startsAt.slice(0, 7)
    : monthOf(Date.parse(occasion.startsAt) - behind);
  const last = monthOf(lastMoment(occasion) + (isDay(occasion.endsAt ?? occasion.startsAt) ? 0 : ahead));
  const months = [first];
  while (months.length < mostMonths && (months.at(-1) ?? last) < last)
    months.push(shiftMonth(months.at(-1) ?? last, 1));
  return months;
};

/** True where an occurrence touches a month in a time zone. */
export const touchesMonth = (occasion: Occasion, month: string, timeZone: string): boolean => {
  const { startsAt, endsAt = startsAt } = occasion;
  const last = isDay(endsAt) ? endsAt : dayOf(new Date(lastMoment(occasion)).toISOString(), timeZone);
  return dayOf(startsAt, timeZone).slice(0, 7) <= month && last.slice(0, 7) >= month;
};

/** When an occurrence begins in a time zone, in milliseconds since 1970: a day with its first instant. */
export const beginningOf = ({ startsAt }: Occasion, timeZone: string): number =>
  isDay(startsAt) ? startOfDay(startsAt, timeZone).getTime() : Date.parse(startsAt);
