import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { expiry } from '../../aws/expiry.ts';
import { idSchema } from '../../model/id.ts';
import { artworkPrefixLengths, prefixesWithSuffixes, prefixLengths } from '../../model/text/search-prefixes.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { feedSortKey } from '../store/feed-keys.ts';
import type { ShowcaseItem } from '../store/write.ts';
import { tagKey } from '../tags/tag-items.ts';

/** Stands for the readers of every language: a text that all of them see in the same words is listed once. */
export const allReaders = '*';

/**
 * Raised whenever the same words are listed differently, so that a rebuild lists them anew. (Other lengths and other
 * terms are noticed without it.)
 */
const indexVersion = 1;

/**
 * Raised whenever more is listed: the maintenance then lets a rebuild list all of it. What an earlier release has
 * listed still answers meanwhile.
 */
export const searchVersion = 1;

/** What is listed of an event or an exhibition, or of the artworks of one: enough to tell each of its postings. */
export const indexedContentSchema = z.strictObject({
  making: z.int(),
  /** The lengths of beginnings that were in use. */
  lengths: z.array(z.int()),
  publishedAt: instantSchema,
  /** When it leaves the public by itself. */
  unpublishAt: instantSchema.optional(),
  /** Its first and its last day, in UTC. */
  days: z.strictObject({ first: z.string(), last: z.string() }).optional(),
  /** The words of each public text, and which readers see it: those of a language, or `allReaders`. */
  texts: z.array(
    z.strictObject({
      readers: z.array(z.string()),
      terms: z.array(z.string()),
      /** What it is listed as beside its words: see `searchMarks`. */
      marks: z.array(z.string()).optional(),
      /** The artwork whose text it is. */
      artwork: idSchema.optional(),
    }),
  ),
});

export type IndexedContent = z.output<typeof indexedContentSchema>;

/** What is to be listed, as it is listed now. */
export const toIndexedContent = (parts: Omit<IndexedContent, 'making' | 'lengths'>): IndexedContent => ({
  making: indexVersion,
  lengths: [...prefixLengths],
  ...parts,
});

/** The same of the artworks of an exhibition. */
export const toIndexedArtworks = (parts: Omit<IndexedContent, 'making' | 'lengths'>): IndexedContent => ({
  ...toIndexedContent(parts),
  lengths: [...artworkPrefixLengths],
});

/** True where it was listed in the way that is in use. */
export const isCurrentIndexVersion = (listed: IndexedContent): boolean => listed.making === indexVersion;

/** The partition of the postings of a beginning, newest first: `SEARCH#az#serg`. */
export const searchPartition = (readers: string, beginning: string): string => `SEARCH#${readers}#${beginning}`;

/** The partition of the artworks that a beginning leads to, those of the newest exhibition first. */
export const artworkSearchPartition = (readers: string, beginning: string): string =>
  `SEARCH-ARTWORKS#${readers}#${beginning}`;

/**
 * The partition of everything with a mark, newest first: no word has such a sign. A filter is joined with the words as
 * another word would be.
 */
export const markPartition = (readers: string, mark: string): string => searchPartition(readers, `=${mark}`);

/** What something is listed as beside its words: as everything, and by its kind, category and tags. */
export const searchMarks = {
  all: 'all',
  kind: (kind: string): string => `kind:${kind}`,
  category: (category: string): string => `category:${category}`,
  tag: (tag: string): string => `tag:${tagKey(tag)}`,
} as const;

/** The attribute that tells how words go on after the beginning. */
export const suffixesAttribute = 'rest';

/** The attributes of what is listed by a mark that tell its first and its last day. */
export const daysAttributes = { first: 'firstDay', last: 'lastDay' } as const;

/** The place of an artwork: right before its exhibition, from the newest to the oldest. */
const artworkSortKey = (exhibition: string, artwork: string): string => `${exhibition}#${artwork}`;

/** The place of the exhibition of an artwork by the place of that; `undefined` where it is that of something else. */
export const exhibitionPlaceOf = (place: string): string | undefined => /^([^#]+#[^#]+)#/.exec(place)?.[1];

/** The artwork at a place. */
export const artworkIn = (place: string): string => place.split('#')[2] ?? '';

/** Every posting of what is listed, by its key. */
export const postingsOf = (id: string, listed: IndexedContent): Map<string, ShowcaseItem> => {
  const { lengths, publishedAt, unpublishAt, days, texts } = listed;
  const place = feedSortKey(publishedAt, id);
  // As of a card: the table deletes it some time after.
  const end: Record<string, AttributeValue> = unpublishAt ? expiry(unpublishAt) : {};
  const span: Record<string, AttributeValue> = days
    ? { [daysAttributes.first]: { S: days.first }, [daysAttributes.last]: { S: days.last } }
    : {};
  const postings = new Map<string, ShowcaseItem>();
  for (const { readers, terms, marks = [], artwork } of texts) {
    const sk = { S: artwork === undefined ? place : artworkSortKey(place, artwork) };
    const add = (pk: string, attributes: Record<string, AttributeValue>): void => {
      postings.set(`${pk} ${sk.S}`, { pk: { S: pk }, sk, ...attributes, ...end });
    };
    const partition = artwork === undefined ? searchPartition : artworkSearchPartition;
    for (const [beginning, rest] of prefixesWithSuffixes(terms, lengths)) {
      for (const one of readers)
        add(partition(one, beginning), rest === undefined ? {} : { [suffixesAttribute]: { S: rest } });
    }
    for (const mark of marks) for (const one of readers) add(markPartition(one, mark), span);
  }
  return postings;
};
