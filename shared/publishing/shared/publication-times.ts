import type { Publication } from '../../model/publication/edition.ts';
import { isPublicAt } from '../../model/publication/publication.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/** When a publication begins and ends. */
export interface PublicationTimes {
  readonly publishedAt: string;
  readonly unpublishAt?: string | undefined;
}

/** What a request says of it: `null` takes an end back. */
export interface RequestedTimes {
  readonly publishAt?: string | undefined;
  readonly unpublishAt?: string | null | undefined;
}

/** The previous publication, as far as its times depend on it. */
interface PublicationHistory {
  /** When the working copy says that it was published first. */
  readonly publishedAt: string | undefined;
  readonly before: Pick<Publication, 'publishedAt' | 'unpublishAt'> | undefined;
  /** The languages that stay as they were published. */
  readonly kept?: readonly string[];
  readonly now: Date;
}

/**
 * When a publication begins and ends, and what is wrong with that. Without a word on it, it begins now, or stays where
 * it was public already; a plan for later is given up, unless languages are `kept` as they were planned. An end that
 * was set stays.
 */
export const publicationTimes = (
  { publishAt, unpublishAt }: RequestedTimes,
  { publishedAt: firstAt, before, kept = [], now }: PublicationHistory,
): { times: PublicationTimes; errors: FieldError[] } => {
  const time = now.toISOString();
  const isPublic = before !== undefined && isPublicAt(before, time);
  const wasPublic = firstAt !== undefined && firstAt <= time;
  const stays = isPublic || wasPublic || kept.length > 0 ? (before?.publishedAt ?? firstAt) : undefined;
  const publishedAt = publishAt ?? stays ?? time;
  const end = unpublishAt === undefined ? before?.unpublishAt : (unpublishAt ?? undefined);
  const errors: FieldError[] = [];
  if (publishAt && publishAt > time && isPublic) {
    errors.push(fieldError('publishAt', 'publicAlready'));
  }
  const isKeptFromPast = !unpublishAt && end !== undefined && end <= time;
  if (isKeptFromPast) errors.push(fieldError('unpublishAt', 'endInThePast', { end }));
  else if (end && end <= seenFrom({ publishedAt }, now)) errors.push(fieldError('unpublishAt', 'endBeforePublication'));
  return { times: { publishedAt, ...(end && { unpublishAt: end }) }, errors };
};

/** When readers see a publication first that is made now. */
export const seenFrom = ({ publishedAt }: PublicationTimes, now: Date): string =>
  publishedAt > now.toISOString() ? publishedAt : now.toISOString();
