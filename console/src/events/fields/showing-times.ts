import type { Showing } from '../../../../shared/model/events/showing.ts';
import { addDays } from '../../../../shared/model/time/add-days.ts';
import { nextDay } from '../../../../shared/model/time/next-day.ts';
import { dayInWords, fromLocal, toLocal } from '../../ui/dates.ts';
import type { Language } from '../../words/words.ts';

/** True where a showing is, or is to be, on whole days. */
export const isOnDays = ({ startsAt, allDay }: Showing): boolean =>
  startsAt ? startsAt.length === 10 : allDay === true;

const asUtc = (local: string): number => Date.parse(local.length === 10 ? local : `${local}:00Z`);

/** The local time that is as far from another as two are from each other by the clocks. */
const movedAlong = (occasion: string, [from, to]: readonly [string, string], timeZone: string): string => {
  const local = toLocal(occasion, timeZone);
  const moved = new Date(asUtc(local) + asUtc(to) - asUtc(toLocal(from, timeZone))).toISOString();
  return local.length === 10 ? moved.slice(0, 10) : fromLocal(moved.slice(0, 16), timeZone);
};

/**
 * The showing at another time (`2026-12-04T18:30`, or a day): it lasts as long as before by the clocks, and its doors
 * open as long before it. Without a time it has none yet.
 */
export const movedTo = (showing: Showing, local: string, timeZone: string): Showing => {
  const { startsAt, endsAt, doorsAt, allDay: _, ...rest } = showing;
  const days = isOnDays(showing);
  if (!local)
    return {
      ...rest,
      startsAt: '',
      ...(days && { allDay: true }),
      ...(endsAt && { endsAt }),
      ...(doorsAt && { doorsAt }),
    };
  const began = days ? local : fromLocal(local, timeZone);
  const along = (occasion: string) => (startsAt ? movedAlong(occasion, [startsAt, local], timeZone) : occasion);
  return {
    ...rest,
    startsAt: began,
    ...(endsAt && { endsAt: along(endsAt) }),
    ...(doorsAt && { doorsAt: along(doorsAt) }),
  };
};

/** The showing on whole days, or at times of the day. */
export const onDays = (showing: Showing, isWanted: boolean, timeZone: string): Showing => {
  const turned = (occasion: string) =>
    isWanted ? toLocal(occasion, timeZone).slice(0, 10) : fromLocal(`${occasion}T00:00`, timeZone);
  const { startsAt, endsAt, doorsAt, allDay: _, ...rest } = showing;
  return {
    ...rest,
    startsAt: startsAt && turned(startsAt),
    ...(!startsAt && isWanted && { allDay: true }),
    ...(endsAt && { endsAt: turned(endsAt) }),
    ...(doorsAt && !isWanted && { doorsAt }),
  };
};

/**
 * The showing with doors that open at a time of the day (`18:00`): of the day before, where that is later than the
 * beginning.
 */
export const withDoors = (showing: Showing, time: string, timeZone: string): Showing => {
  const { doorsAt: _, ...rest } = showing;
  if (!time) return rest;
  const [day = '', begins = ''] = toLocal(showing.startsAt, timeZone).split('T');
  const on = time <= begins ? day : addDays(day, -1);
  return { ...rest, doorsAt: fromLocal(`${on}T${time}`, timeZone) };
};

/** The same on the first of the following days on which it does not take place yet. */
export const onNextDay = (showing: Showing, among: readonly Showing[], timeZone: string): Showing => {
  const [day = '', time] = toLocal(showing.startsAt, timeZone).split('T');
  const next = movedTo(showing, [nextDay(day), ...(time ? [time] : [])].join('T'), timeZone);
  return among.some(({ startsAt }) => startsAt === next.startsAt) ? onNextDay(next, among, timeZone) : next;
};

/** When something takes place, in words by the clocks of the site; empty where that is not said yet. */
export const showingInWords = ({ startsAt, endsAt }: Showing, language: Language, timeZone: string): string => {
  if (!startsAt) return '';
  const [day = '', time] = toLocal(startsAt, timeZone).split('T');
  const [lastDay = day, end] = endsAt ? toLocal(endsAt, timeZone).split('T') : [];
  const begins = [dayInWords(day, language), time].filter(Boolean).join(', ');
  const ends = [lastDay === day ? '' : dayInWords(lastDay, language), end].filter(Boolean).join(', ');
  if (!ends) return begins;
  return lastDay === day ? `${begins}–${ends}` : `${begins} – ${ends}`;
};
