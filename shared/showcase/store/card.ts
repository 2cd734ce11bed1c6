import * as z from 'zod';
import type { ExhibitionCard, FeedCard } from '../../contract/public-schemas.ts';
import { noteBoundary, noteEnd } from '../../freshness/answer-facts.ts';
import { eventKinds, kindOf, occurrences } from '../../model/events/event-kind.ts';
import { nextShowing, type Occasion, overAt } from '../../model/events/showing.ts';
import { pictureAt, publishedImageSchema } from '../../model/files/picture.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { unpackShowings } from './card-times.ts';
import { eventPageUrl, exhibitionPageUrl } from './page-urls.ts';
import { mediaUrl } from './urls.ts';

/**
 * A feed card as it is stored, as the JSON in one attribute (decoding many attributes costs more than the Query
 * itself). What its keys say is not repeated in it; labels and addresses are added when it is sent.
 */
export const storedCardSchema = z.strictObject({
  /** An event, where absent. */
  kind: z.literal('exhibition').optional(),
  title: z.string(),
  locale: localeSchema,
  slug: slugSchema,
  category: slugSchema,
  campaign: slugSchema.optional(),
  /** Where an event is not what `kindOf` says of one with its times: releases up to 0.2.0 know `kind` as above. */
  eventKind: z.enum(eventKinds).optional(),
  /** When it takes place first, two days or two points in time, and where. */
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  /** Every time, the first included, where there are several: see `packShowings`. */
  times: z.string().optional(),
  venue: z.string().optional(),
  /** Its latitude and longitude. */
  geo: z.array(z.number()).length(2).optional(),
  occurrence: z.enum(occurrences).optional(),
  soldOut: z.boolean().optional(),
  /** How often it was published or withdrawn, and when that was last: absent where it was published once. */
  publishCount: z.int().min(2).optional(),
  actedAt: instantSchema.optional(),
  /**
   * The slugs of the other languages that it is published in; cards from before they were recorded have none: see
   * `withSlugs`.
   */
  slugs: z.record(localeSchema, slugSchema).optional(),
  /** Set where feeds of this language do not name it by its id alone. */
  ownGuid: z.literal(true).optional(),
  /** Set where JSON Feeds of this language do not either. */
  ownJsonId: z.literal(true).optional(),
  /** Cut to `maxCardSummaryLength`. */
  summary: z.string().optional(),
  cover: publishedImageSchema
    .extend({
      alt: z.string(),
      /** When consent to show it ends. */
      until: instantSchema.optional(),
      /** The point that a crop keeps, in hundredths of the width and the height. */
      focus: z.array(z.int()).length(2).optional(),
    })
    .optional(),
});

export type StoredCard = z.output<typeof storedCardSchema>;

/** When what a card stands for takes place, by start. */
export const cardShowings = ({
  startsAt,
  endsAt,
  times,
}: Pick<StoredCard, 'startsAt' | 'endsAt' | 'times'>): Occasion[] => {
  if (times !== undefined) return unpackShowings(times);
  return startsAt === undefined ? [] : [{ startsAt, ...(endsAt !== undefined && { endsAt }) }];
};

/** What a card stands for. */
export const cardKind = (card: StoredCard): FeedCard['kind'] =>
  card.kind ?? kindOf({ kind: card.eventKind, showings: cardShowings(card) });

/** How often it was published or withdrawn. Feeds are read without their schema, and 0.1.0 has stored it as `acts`. */
export const cardPublishCount = (card: StoredCard & { readonly acts?: number }): number =>
  card.publishCount ?? card.acts ?? 1;

/** True while the consent to show a picture lasts. */
export const isPictureVisibleAt = ({ until }: { readonly until?: string | undefined }, now: Date): boolean => {
  noteEnd(until);
  return until === undefined || until > now.toISOString();
};

/**
 * The SEQUENCE of an edition in calendars (RFC 5545, section 3.8.7.4). Odd numbers are for planned ends between two
 * publications.
 */
export const sequenceOf = (publishCount: number): number => 2 * (publishCount - 1);

/** Longest summary in a card, in characters: the event itself carries the whole text. */
export const maxCardSummaryLength = 120;

/** A summary as a card carries it: whole where it is short, else cut at a word, with an ellipsis. */
export const cardSummary = (summary: string): string => {
  const characters = [...summary];
  if (characters.length <= maxCardSummaryLength) return summary;
  const cut = characters.slice(0, maxCardSummaryLength - 1).join('');
  const atWord = cut.replace(/\s+\S*$/u, '');
  return `${atWord}…`;
};

/** A point as a card has it: in hundredths of the width and the height. */
export const focusOf = ({ x, y }: { readonly x: number; readonly y: number }): number[] =>
  [x, y].map((part) => Math.round(part * 100));

const cardPicture = (cover: NonNullable<StoredCard['cover']>) => {
  const [x, y] = cover.focus ?? [];
  const focalPoint = x !== undefined && y !== undefined && { x: x / 100, y: y / 100 };
  return { ...pictureAt(mediaUrl(cover.media), cover, cover.alt), ...(focalPoint && { focalPoint }) };
};

/** A card as it is stored, in a feed or in the list of exhibitions. */
type AnyStoredCard = StoredCard & { readonly opensOn?: string | undefined; readonly closesOn?: string | undefined };

/** A card as a feed holds it, with the sort key of its item. */
interface CardEntry {
  readonly card: AnyStoredCard;
  readonly sortKey: string;
}

/**
 * The card as it is sent to a reader of `locale`. Each field is named, since a later release may have stored more of
 * them, and checking them all by the schema would use up the time that the Query leaves.
 */
export const toFeedCard = (
  { card: stored, sortKey }: CardEntry,
  { locale, site, now }: { readonly locale: string; readonly site: Site; readonly now: Date },
) => {
  const [publishedAt = '', id = ''] = sortKey.split('#');
  const { slug, category, cover } = stored;
  const showings = cardShowings(stored);
  const next = nextShowing(showings, site.timeZone, now);
  // After it another one is next.
  if (next && next !== showings.at(-1)) noteBoundary(overAt(next, site.timeZone));
  const kind = stored.kind ?? kindOf({ kind: stored.eventKind, showings });
  const pageUrl = kind === 'exhibition' ? exhibitionPageUrl : eventPageUrl;
  const slugs = { ...stored.slugs, [stored.locale]: slug };
  return {
    id,
    kind,
    title: stored.title,
    locale: stored.locale,
    slug,
    campaign: stored.campaign,
    startsAt: next?.startsAt,
    endsAt: next?.endsAt,
    placeName: stored.venue,
    occurrence: stored.occurrence,
    soldOut: stored.soldOut,
    summary: stored.summary,
    opensOn: stored.opensOn,
    closesOn: stored.closesOn,
    category: { slug: category, label: categoryLabel(site, category, locale) },
    publishedAt,
    url: pageUrl(site, stored.locale, slug),
    alternates: site.locales.flatMap((other) => {
      const its = slugs[other];
      return its === undefined ? [] : [{ locale: other, slug: its, url: pageUrl(site, other, its) }];
    }),
    ...(cover && isPictureVisibleAt(cover, now) && { picture: cardPicture(cover) }),
  } satisfies FeedCard & ExhibitionCard;
};
