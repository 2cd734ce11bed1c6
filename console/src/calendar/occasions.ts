import type { AnswerOf } from '../api/api.ts';
import { toLocal } from '../ui/dates.ts';

type StaffEvent = AnswerOf<'listStaffEvents'>['items'][number];
type StaffExhibition = AnswerOf<'listStaffExhibitions'>['items'][number];

/** What happens on a day: something becomes public, leaves the public, or takes place. */
export const occasionKinds = ['starts', 'ends', 'takesPlace'] as const;

export type OccasionKind = (typeof occasionKinds)[number];

/** Of an exhibition, the first or the last day on which it can be visited. */
type ExhibitionDay = 'opens' | 'closes';

export type Occasion = {
  readonly kind: OccasionKind;
  /** By the clocks of the site. */
  readonly day: string;
  /** Absent where it is about whole days. */
  readonly time?: string;
} & (
  | { readonly of: 'event'; readonly item: StaffEvent }
  | { readonly of: 'exhibition'; readonly item: StaffExhibition; readonly which?: ExhibitionDay }
);

/** What has been found of a month. */
export interface Found {
  readonly events: Readonly<Record<OccasionKind, readonly StaffEvent[]>>;
  readonly exhibitions: Readonly<Record<OccasionKind, readonly StaffExhibition[]>>;
}

/** What lists of events and exhibitions say of a day, by the day, earliest first. */
export const occasionsByDay = ({ events, exhibitions }: Found, timeZone: string): Map<string, Occasion[]> => {
  const at = (time: string | undefined, make: (at: Pick<Occasion, 'day' | 'time'>) => Occasion): Occasion[] => {
    if (time === undefined) return [];
    const [day = '', clock] = toLocal(time, timeZone).split('T');
    return [make({ day, ...(clock && { time: clock }) })];
  };
  const ofEvent = (kind: OccasionKind, item: StaffEvent, time: string | undefined) =>
    at(time, (when) => ({ kind, of: 'event', item, ...when }));
  const ofExhibition = (kind: OccasionKind, item: StaffExhibition, time: string | undefined, which?: ExhibitionDay) =>
    at(time, (when) => ({ kind, of: 'exhibition', item, ...(which && { which }), ...when }));
  const all = [
    ...events.starts.flatMap((event) => ofEvent('starts', event, event.publishedAt)),
    ...events.ends.flatMap((event) => ofEvent('ends', event, event.unpublishAt)),
    ...events.takesPlace.flatMap((event) =>
      event.showings.flatMap(({ startsAt }) => ofEvent('takesPlace', event, startsAt)),
    ),
    ...exhibitions.starts.flatMap((one) => ofExhibition('starts', one, one.publishedAt)),
    ...exhibitions.ends.flatMap((one) => ofExhibition('ends', one, one.unpublishAt)),
    ...exhibitions.takesPlace.flatMap((one) => [
      ...ofExhibition('takesPlace', one, one.opensOn, 'opens'),
      ...ofExhibition('takesPlace', one, one.closesOn, 'closes'),
    ]),
  ];
  const isEarlier = (one: Occasion, other: Occasion) => ((one.time ?? '') < (other.time ?? '') ? -1 : 1);
  const byDay = new Map<string, Occasion[]>();
  for (const occasion of all.sort(isEarlier)) byDay.set(occasion.day, [...(byDay.get(occasion.day) ?? []), occasion]);
  return byDay;
};
