import type { Locale } from '../../model/languages/locale.ts';
import { fold } from '../../model/text/search-terms.ts';
import { feedSortKey } from '../store/feed-keys.ts';
import { endAttributes, type ShowcaseItem } from '../store/write.ts';

/** A tag as lists know it: in whatever case and with whatever accents somebody has written it, it is the same one. */
export const tagKey = (tag: string): string => fold(tag).trim().replace(/\s+/g, ' ');

/** The partition of what has a tag in a language, by time of publication: `TAG#az#muzey`. */
export const tagPartition = (locale: Locale, tag: string): string => `TAG#${locale}#${tagKey(tag)}`;

/** What has tags, in each language that it is published in. */
interface Tagged {
  readonly publishedAt: string;
  readonly unpublishAt?: string | undefined;
  readonly tags?: Readonly<Record<Locale, readonly string[]>> | undefined;
}

/** The items that list an event or an exhibition under its tags. They hold no text of it. */
export const tagItems = (id: string, { publishedAt, unpublishAt, tags = {} }: Tagged): ShowcaseItem[] =>
  Object.entries(tags).flatMap(([locale, its]) =>
    [...new Set(its.map((tag) => tagPartition(locale, tag)))].map((partition) => ({
      pk: { S: partition },
      sk: { S: feedSortKey(publishedAt, id) },
      ...endAttributes(unpublishAt),
    })),
  );
