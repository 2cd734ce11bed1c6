import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { prefixesWithSuffixes, prefixLengths } from '../../model/search-prefixes.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { feedSortKey } from '../store/feed-keys.ts';
import type { ShowcaseItem } from '../store/write.ts';

/** Stands for the readers of every language: a text that all of them see in the same words is listed once. */
export const allReaders = '*';

/**
 * Raised whenever the same words are listed differently, so that a rebuild lists them anew. (Other lengths and other
 * terms are noticed without it.)
 */
const indexVersion = 1;

/** What is listed of an event or an exhibition: enough to tell each of its postings. */
export const indexedContentSchema = z.strictObject({
  making: z.int(),
  /** The lengths of beginnings that were in use. */
  lengths: z.array(z.int()),
  publishedAt: instantSchema,
  /** When it leaves the public by itself. */
  unpublishAt: instantSchema.optional(),
  /** The words of each public text, and which readers see it: those of a language, or `allReaders`. */
  texts: z.array(z.strictObject({ readers: z.array(z.string()), terms: z.array(z.string()) })),
});

export type IndexedContent = z.output<typeof indexedContentSchema>;

/** What is to be listed, as it is listed now. */
export const toIndexedContent = (parts: Omit<IndexedContent, 'making' | 'lengths'>): IndexedContent => ({
  making: indexVersion,
  lengths: [...prefixLengths],
  ...parts,
});

/** True where it was listed in the way that is in use. */
export const isCurrentIndexVersion = (listed: IndexedContent): boolean => listed.making === indexVersion;

/** The partition of the postings of a beginning, newest first: `SEARCH#az#serg`. */
export const searchPartition = (readers: string, beginning: string): string => `SEARCH#${readers}#${beginning}`;

/** The attribute that tells how words go on after the beginning. */
export const suffixesAttribute = 'rest';

/** Every posting of what is listed, by its key. */
export const postingsOf = (id: string, listed: IndexedContent): Map<string, ShowcaseItem> => {
  const { lengths, publishedAt, unpublishAt, texts } = listed;
  const sk = { S: feedSortKey(publishedAt, id) };
  // As of a card: the table deletes it some time after.
  const expiry: Record<string, AttributeValue> = unpublishAt
    ? { expiresAt: { N: String(Math.ceil(Date.parse(unpublishAt) / 1000)) } }
    : {};
  const postings = new Map<string, ShowcaseItem>();
  for (const { readers, terms } of texts) {
    for (const [beginning, rest] of prefixesWithSuffixes(terms, lengths)) {
      for (const one of readers) {
        const pk = searchPartition(one, beginning);
        postings.set(`${pk} ${sk.S}`, {
          pk: { S: pk },
          sk,
          ...(rest !== undefined && { [suffixesAttribute]: { S: rest } }),
          ...expiry,
        });
      }
    }
  }
  return postings;
};
