import * as z from 'zod';
import { instantSchema } from '../time/instant.ts';
import { occasionSchema } from '../time/occasion.ts';

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

/** Of showings by their start the first that is not over at a time, or the last; `undefined` where there is none. */
export const nextShowing = <S extends Occasion>(showings: readonly S[], now: Date): S | undefined =>
  showings.find((showing) => endOf(showing) > now.toISOString()) ?? showings.at(-1);
