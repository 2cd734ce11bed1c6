import { maxShowings, type Showing } from '../../../../shared/model/events/showing.ts';
import { addDays } from '../../../../shared/model/time/add-days.ts';
import { nextDay } from '../../../../shared/model/time/next-day.ts';
import { fromLocal } from '../../ui/dates.ts';

/** In which weeks something takes place: in each, in every other from the first day on, or once a month. */
export const ruleWeeks = ['every', 'everyOther', 'first', 'second', 'third', 'fourth', 'last'] as const;

/** When something takes place again and again, by the clocks of the site. */
export interface Rule {
  readonly firstDay: string;
  /** Included. */
  readonly lastDay: string;
  /** Monday is 1, Sunday 7 (ISO 8601). */
  readonly weekdays: readonly number[];
  readonly weeks: (typeof ruleWeeks)[number];
  /** `18:30`; absent where it takes place on whole days. */
  readonly from?: string | undefined;
  /** Of the day after, where it is not later than `from`. */
  readonly until?: string | undefined;
  /** Of the day before, where it is later than `from`. */
  readonly doors?: string | undefined;
}

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay() || 7;

/** The number of the week that a day is in. Weeks begin on Monday. */
const weekOf = (day: string): number => Math.floor((at(day) / 86_400_000 + 3) / 7);

const isInWeek = (day: string, { weeks, firstDay }: Rule): boolean => {
  if (weeks === 'every') return true;
  if (weeks === 'everyOther') return (weekOf(day) - weekOf(firstDay)) % 2 === 0;
  const dayOfMonth = new Date(at(day)).getUTCDate();
  if (weeks === 'last') return new Date(at(day) + 7 * 86_400_000).getUTCDate() <= 7;
  return Math.ceil(dayOfMonth / 7) === ['first', 'second', 'third', 'fourth'].indexOf(weeks) + 1;
};

/** Longest time that a rule looks ahead, in days: ten years. */
const horizon = 3_653;

/** The days of a rule, in order: one more than an event can have at most, so that too many can be told. */
export const daysByRule = (rule: Rule, leftOut: ReadonlySet<string> = new Set()): string[] => {
  const days: string[] = [];
  const kept = () => days.filter((day) => !leftOut.has(day)).length;
  let day = rule.firstDay;
  for (let n = 0; n < horizon && day <= rule.lastDay && kept() <= maxShowings; n += 1) {
    if (rule.weekdays.includes(weekdayOf(day)) && isInWeek(day, rule)) days.push(day);
    day = nextDay(day);
  }
  return days;
};

/** What takes place on a day by a rule. */
export const showingByRule = (day: string, { from, until, doors }: Rule, timeZone: string): Showing => {
  if (from === undefined) return { startsAt: day };
  const moment = (on: string, time: string) => fromLocal(`${on}T${time}`, timeZone);
  const startsAt = moment(day, from);
  /** As far from the beginning as the clocks say on any other day. */
  const apart = (on: string, time: string) =>
    new Date(Date.parse(startsAt) + Date.parse(`${on}T${time}Z`) - Date.parse(`${day}T${from}Z`)).toISOString();
  const [endDay, doorsDay] = [
    until && until > from ? day : nextDay(day),
    doors && doors <= from ? day : addDays(day, -1),
  ];
  const [endsAt, doorsAt] = [until && moment(endDay, until), doors && moment(doorsDay, doors)];
  // Where the clocks leave out the one time, it would fall on the wrong side of the other.
  return {
    startsAt,
    ...(until && endsAt && { endsAt: endsAt > startsAt ? endsAt : apart(endDay, until) }),
    ...(doors && doorsAt && { doorsAt: doorsAt <= startsAt ? doorsAt : apart(doorsDay, doors) }),
  };
};
