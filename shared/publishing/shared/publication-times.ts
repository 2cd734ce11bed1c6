import { type Edition, type Publication, seenAtOf } from '../../model/publication/edition.ts';
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

/** What the times of a publication depend on, of an event or an exhibition. */
interface PublicationHistory {
  readonly item: Parameters<typeof seenAtOf>[0];
  /** What is public of it, or was. */
  readonly edition:
    | (Pick<Edition, 'earlierPublishedAt'> & {
        readonly publication?: Pick<Publication, 'publishedAt' | 'unpublishAt'> | undefined;
      })
    | undefined;
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
  { item, edition, kept = [], now }: PublicationHistory,
): { times: PublicationTimes; errors: FieldError[] } => {
  const time = now.toISOString();
  const before = edition?.publication;
  const isPublic = before !== undefined && isPublicAt(before, time);
  const planned = kept.length > 0 ? before?.publishedAt : undefined;
  const publishedAt = publishAt ?? planned ?? seenAtOf(item, edition, now) ?? time;
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
