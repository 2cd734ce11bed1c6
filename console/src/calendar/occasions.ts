import type { AnswerOf } from '../api/api.ts';
import { toLocal } from '../ui/dates.ts';

type StaffEvent = AnswerOf<'listStaffEvents'>['items'][number];

/** What happens on a day: something becomes public, leaves the public, or takes place. */
export const occasionKinds = ['starts', 'ends', 'takesPlace'] as const;

export type OccasionKind = (typeof occasionKinds)[number];

export interface Occasion {
  readonly kind: OccasionKind;
  readonly event: StaffEvent;
  /** By the clocks of the site. */
  readonly day: string;
  /** Absent where it is about whole days. */
  readonly time?: string;
}

const occasionAt = (kind: OccasionKind, event: StaffEvent, time: string, timeZone: string): Occasion => {
  const [day = '', clock] = toLocal(time, timeZone).split('T');
  return { kind, event, day, ...(clock && { time: clock }) };
};

/** What lists of events say of a day, by the day, earliest first. */
export const occasionsByDay = (
  lists: Readonly<Record<OccasionKind, readonly StaffEvent[]>>,
  timeZone: string,
): Map<string, Occasion[]> => {
  const at = (kind: OccasionKind, event: StaffEvent, time: string | undefined) =>
    time === undefined ? [] : [occasionAt(kind, event, time, timeZone)];
  const all = [
    ...lists.starts.flatMap((event) => at('starts', event, event.publishedAt)),
    ...lists.ends.flatMap((event) => at('ends', event, event.unpublishAt)),
    ...lists.takesPlace.flatMap((event) => event.showings.flatMap(({ startsAt }) => at('takesPlace', event, startsAt))),
  ];
  const isEarlier = (one: Occasion, other: Occasion) => ((one.time ?? '') < (other.time ?? '') ? -1 : 1);
  const byDay = new Map<string, Occasion[]>();
  for (const occasion of all.sort(isEarlier)) byDay.set(occasion.day, [...(byDay.get(occasion.day) ?? []), occasion]);
  return byDay;
};
