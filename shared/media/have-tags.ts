import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { hasTag } from './edge-headers.ts';
import { headOfPublic } from './head-of-public.ts';

/** How many files are looked at at the same time. */
const concurrency = 64;

/** True where the CDN knows each of these public files by a tag, but for those that are missing. */
export const haveTags = async (keys: readonly string[]): Promise<boolean> => {
  const heads = await mapWithConcurrency(keys, concurrency, headOfPublic);
  return heads.every((head) => head === undefined || hasTag(head));
};
