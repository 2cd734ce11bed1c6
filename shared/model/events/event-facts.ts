import * as z from 'zod';
import { outdatedLocales } from '../languages/outdated-locales.ts';
import { termsOf } from '../text/search-terms.ts';
import { type Event, storedEventStatuses } from './event.ts';
import { byStart } from './showing.ts';

/** What a list of events filters and sorts by: a small part of each, kept beside it in the index. */
export const eventFactsSchema = z.strictObject({
  status: z.enum(storedEventStatuses),
  publishedAt: z.string().optional(),
  unpublishAt: z.string().optional(),
  startsAt: z.string().optional(),
  updatedAt: z.string(),
  createdBy: z.string(),
  category: z.string().optional(),
  campaign: z.string().optional(),
  /** The tags in all languages, as `foldedTag` gives them; absent where version 0.2.0 has entered the event. */
  tags: z.array(z.string()).optional(),
  /** The contributors that it was handed to; absent as `tags` is. */
  handedTo: z.array(z.string()).optional(),
  /** The languages that have a title. */
  locales: z.array(z.string()),
  /** The words of the titles in all languages, folded, each after a space. */
  terms: z.string(),
  /** The working copy differs from what is published. */
  isChanged: z.boolean(),
  /** The languages whose text is older than the original. */
  outdated: z.array(z.string()),
});

export type EventFacts = z.output<typeof eventFactsSchema>;

/** The words by which an event is found: those of its titles in all languages, folded. */
export const titleTerms = ({ translations }: Pick<Event, 'translations'>): string[] =>
  termsOf(...Object.values(translations).map(({ title = '' }) => title));

/** A tag as it is compared: its words, folded. */
export const foldedTag = (tag: string): string => termsOf(tag).join(' ');

/** The facts of an event. */
export const factsOfEvent = (event: Event): EventFacts => {
  const {
    status,
    publishedAt,
    unpublishAt,
    updatedAt,
    createdBy,
    category,
    campaign,
    published,
    handedTo = [],
  } = event;
  const startsAt = byStart(event.showings)[0]?.startsAt;
  return {
    // Version 0.1.0 stored a withdrawn event so.
    status: status === 'draft' && publishedAt !== undefined ? 'withdrawn' : status,
    ...(publishedAt && { publishedAt }),
    ...(unpublishAt && { unpublishAt }),
    ...(startsAt && { startsAt }),
    updatedAt,
    createdBy,
    ...(category && { category }),
    ...(campaign && { campaign }),
    tags: [...new Set(event.tags.flatMap((tag) => Object.values(tag).map(foldedTag)))],
    handedTo,
    locales: Object.entries(event.translations).flatMap(([locale, { title }]) => (title ? [locale] : [])),
    terms: titleTerms(event)
      .map((term) => ` ${term}`)
      .join(''),
    isChanged: published !== undefined && published.version !== event.version,
    outdated: outdatedLocales(event),
  };
};
