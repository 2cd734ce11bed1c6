import { type Exhibition, exhibitionSchema } from '../../model/exhibitions/exhibition.ts';
import { type ExhibitionStatus, exhibitionStatusAt } from '../../model/exhibitions/exhibition-status.ts';
import { type ListPage, readSegment, readSegments } from '../store/list-segments.ts';
import { readEnded, readScheduledPage } from '../store/start-entries.ts';
import { exhibitionEndsList, exhibitionListKey, exhibitionStartsList, readExhibition } from './exhibitions.ts';

interface PageRequest {
  readonly now: Date;
  readonly limit: number;
  /** The place of the last item of the previous page. */
  readonly after: string | undefined;
}

/**
 * A page of the exhibitions that have a status now: of scheduled ones the soonest first, of the others those that were
 * changed last.
 */
export const readExhibitionsPage = (status: ExhibitionStatus, request: PageRequest): Promise<ListPage<Exhibition>> => {
  const { now, limit, after } = request;
  if (status === 'scheduled') return readScheduled(request);
  if (status === 'withdrawn') return readWithdrawn(request);
  const list = exhibitionListKey(status);
  if (status !== 'published') return readSegment({ list, from: after }, exhibitionSchema, limit);
  const isListed = (exhibition: Exhibition) => exhibitionStatusAt(exhibition, now) === 'published';
  return readSegments([{ list }], exhibitionSchema, { limit, after, isListed });
};

const readScheduled = (request: PageRequest): Promise<ListPage<Exhibition>> =>
  readScheduledPage(
    exhibitionStartsList,
    request,
    readExhibition,
    (item) => exhibitionStatusAt(item, request.now) === 'scheduled',
  );

/**
 * Most exhibitions at a time whose planned end has come, and which the publisher has not withdrawn yet: it does so in a
 * minute.
 */
const mostEnding = 20;

/** Sorts behind every place in a list that is sorted by time. */
const behindAll = '~';

const readWithdrawn = async ({ now, limit, after }: PageRequest): Promise<ListPage<Exhibition>> => {
  const ids = after === undefined ? await readEnded(exhibitionEndsList, now, Math.min(limit, mostEnding)) : [];
  const found = await Promise.all(ids.map((id) => readExhibition(id)));
  const ended = found
    .filter((item) => item !== undefined)
    .filter((item) => item.status === 'published' && exhibitionStatusAt(item, now) === 'withdrawn');
  const items = ended.map((item) => ({ item, place: behindAll }));
  if (items.length === limit) return { items, last: behindAll };
  const list = exhibitionListKey('withdrawn');
  const page = await readSegment({ list, from: after }, exhibitionSchema, limit - items.length);
  return { ...page, items: [...items, ...page.items] };
};
