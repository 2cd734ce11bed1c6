/** What an event is: something to read, or something to go to. */
export const eventKinds = ['news', 'event'] as const;

type EventKind = (typeof eventKinds)[number];

/**
 * What staff write: an event, or what is in no feed and no calendar: a page of the site ("About us"), which has no
 * date, and a notice on every page ("closed today").
 */
export const contentKinds = [...eventKinds, 'page', 'notice'] as const;

export type ContentKind = (typeof contentKinds)[number];

/** What has an address in public: a notice has none. */
export type AddressKind = 'event' | 'exhibition' | 'page';

/** Which engine rooms something belongs to: those of events, of pages or of notices. */
export type ItemKind = 'event' | 'page' | 'notice';

/** Whether it takes place as it was planned (https://schema.org/EventStatusType). */
export const occurrences = ['planned', 'postponed', 'rescheduled', 'cancelled'] as const;

export type Occurrence = (typeof occurrences)[number];

/** Something with a kind: it stays what it is for good, as far as it is a page or a notice. */
interface OfKind {
  readonly kind?: ContentKind | undefined;
}

/** What something is: a page, a notice, or an event, be it news or not. */
export const itemKindOf = ({ kind }: OfKind): ItemKind => (kind === 'page' || kind === 'notice' ? kind : 'event');

/**
 * What staff have said that an event is; where they have not, it is an event if it takes place at some time, else news.
 */
export const kindOf = ({ kind, showings }: OfKind & { readonly showings: readonly unknown[] }): EventKind =>
  kind === 'news' || kind === 'event' ? kind : showings.length > 0 ? 'event' : 'news';
