/** What an event is: something to read, or something to go to. */
export const eventKinds = ['news', 'event'] as const;

export type EventKind = (typeof eventKinds)[number];

/** Whether it takes place as it was planned (https://schema.org/EventStatusType). */
export const occurrences = ['planned', 'postponed', 'rescheduled', 'cancelled'] as const;

export type Occurrence = (typeof occurrences)[number];

/** What staff have said that it is; where they have not, it is an event if it takes place at some time, else news. */
export const kindOf = ({
  kind,
  showings,
}: {
  readonly kind?: EventKind | undefined;
  readonly showings: readonly unknown[];
}): EventKind => kind ?? (showings.length > 0 ? 'event' : 'news');
