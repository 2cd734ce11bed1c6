import {
  type Exhibition,
  exhibitionSchema,
  type StoredExhibitionStatus,
  storedExhibitionStatuses,
} from '../../model/exhibitions/exhibition.ts';
import { indexLagMs, readSegment } from '../store/list-segments.ts';
import { exhibitionListKey } from './exhibitions.ts';

/** Of those that were changed lately there are few. */
const [pageSize, changedPageSize] = [100, 10];

/** Every exhibition that is stored with a status, or those that were changed at a time or later. */
const readExhibitionsIn = async (status: StoredExhibitionStatus, since: string): Promise<Exhibition[]> => {
  const all: Exhibition[] = [];
  let from: string | undefined;
  do {
    const limit = since === '' ? pageSize : changedPageSize;
    const { items, last } = await readSegment({ list: exhibitionListKey(status), from }, exhibitionSchema, limit);
    const changed = items.filter(({ item }) => item.updatedAt >= since);
    all.push(...changed.map(({ item }) => item));
    // The last to be changed comes first.
    from = changed.length < items.length ? undefined : last;
  } while (from !== undefined);
  return all;
};

/**
 * Every exhibition, or those that were changed at a time or later, state by state. There may be hundreds. One that gets
 * another status while the lists are read may be in none of them: those that were changed lately are read again.
 */
export const readAllExhibitions = async (since = ''): Promise<Exhibition[]> => {
  const lately = new Date(Date.now() - indexLagMs).toISOString();
  const read = async (from: string): Promise<Exhibition[]> =>
    (await Promise.all(storedExhibitionStatuses.map((status) => readExhibitionsIn(status, from)))).flat();
  const all = [...(await read(since)), ...(await read(lately > since ? lately : since))];
  // One that has another status by now may have been read in both lists.
  return [...new Map(all.map((exhibition) => [exhibition.id, exhibition])).values()];
};
