import * as z from 'zod';
import { instantSchema } from '../time/instant.ts';
import { dayOf } from '../time/local-time.ts';
import { nextDay } from '../time/next-day.ts';
import { occasionSchema } from '../time/occasion.ts';
import { startOfDay } from '../time/start-of-day.ts';

/** When something takes place: two days, or two points in time. */
export interface Occasion {
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
}

/**
 * The instant by which it has ended, wherever on Earth its reader is: a day ends last in the zone that is twelve hours
 * behind.
 */
export const endOf = ({ startsAt, endsAt = startsAt }: Occasion): string =>
  endsAt.length > 10 ? endsAt : new Date(Date.parse(endsAt) + 36 * 3_600_000).toISOString();

/**
 * When readers are told that it is over, in milliseconds since 1970: a day when it is over everywhere on Earth, what
 * has a start and no end with the day of the site on which it starts.
 */
export const overAt = (occasion: Occasion, timeZone: string): number => {
  const { startsAt, endsAt = startsAt } = occasion;
  if (endsAt.length === 10 || endsAt > startsAt) return Date.parse(endOf(occasion));
  return startOfDay(nextDay(dayOf(startsAt, timeZone)), timeZone).getTime();
};

/** One time at which an event takes place: two days, or two points in time. */
export const showingSchema = z.strictObject({
  startsAt: occasionSchema,
  endsAt: occasionSchema.optional(),
  /** When the doors open. */
  doorsAt: instantSchema.optional(),
  /** True for days, false for points in time; it follows from `startsAt`, where absent. */
  allDay: z.boolean().optional(),
});

export type Showing = z.output<typeof showingSchema>;

/** Most showings of an event. */
export const maxShowings = 100;

/** True where something takes place on whole days. */
export const isAllDay = ({ startsAt }: Pick<Occasion, 'startsAt'>): boolean => startsAt.length === 10;

/** Showings by their start. A day comes before the times of that day. */
export const byStart = <S extends Pick<Occasion, 'startsAt'>>(showings: readonly S[]): S[] =>
  showings.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : 0));

/** For how many milliseconds something without an end can be ahead after its start, in any zone: a day at most. */
export const longestWithoutEnd = 36 * 3_600_000;

/** True where readers are told that something is over. Of what began long ago no zone is asked, which takes time. */
const isOver = (occasion: Occasion, timeZone: string, now: number): boolean =>
  Date.parse(endOf(occasion)) + longestWithoutEnd <= now || overAt(occasion, timeZone) <= now;

/** Of showings by their start the first that is not over at a time, or the last; `undefined` where there is none. */
export const nextShowing = <S extends Occasion>(showings: readonly S[], timeZone: string, now: Date): S | undefined =>
  showings.slice(0, -1).find((showing) => !isOver(showing, timeZone, now.getTime())) ?? showings.at(-1);
