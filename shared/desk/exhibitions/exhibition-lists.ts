import { type Exhibition, exhibitionSchema } from '../../model/exhibition.ts';
import { type ExhibitionStatus, exhibitionStatusAt } from '../../model/exhibition-status.ts';
import { type ListPage, readSegment, readSegments } from '../store/list-segments.ts';
import { readScheduledPage } from '../store/start-entries.ts';
import { exhibitionListKey, exhibitionStartsList, readExhibition } from './exhibitions.ts';

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
