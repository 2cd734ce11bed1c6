import { isWithin, type TimeRange } from '../../model/events/event-filter.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import {
  type ExhibitionFilter,
  type ExhibitionSort,
  exhibitionSortTime,
  matchesExhibitionFilter,
} from '../../model/exhibitions/exhibition-filter.ts';
import {
  type ExhibitionStatus,
  exhibitionStatusAt,
  exhibitionStatuses,
} from '../../model/exhibitions/exhibition-status.ts';
import type { ListPage } from '../store/list-segments.ts';
import { readAllExhibitions } from './all-exhibitions.ts';

/** Which exhibitions are wanted, in which order, and from which place on. */
interface ExhibitionsRequest {
  readonly filter: ExhibitionFilter;
  /** Between which times that time is by which they are sorted. */
  readonly range: TimeRange;
  readonly sort: ExhibitionSort;
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
  /** The place that the page before ended at. */
  readonly after: string | undefined;
  readonly now: Date;
}

/** A page of exhibitions, and how many have each status now, whatever the filter. */
interface FoundExhibitions extends ListPage<Exhibition> {
  readonly counts: Record<ExhibitionStatus, number>;
}

/**
 * A page of the exhibitions that a filter lets through, sorted by one of their times. It reads them all: a house has
 * hundreds, not thousands, and keeps no index of them (decision 0221).
 */
export const findExhibitions = async (request: ExhibitionsRequest): Promise<FoundExhibitions> => {
  const { filter, range, sort, order, limit, after, now } = request;
  const all = await readAllExhibitions();
  const direction = order === 'ascending' ? 1 : -1;
  const hits = all
    .filter((item) => matchesExhibitionFilter(item, filter, now))
    .flatMap((item) => {
      const time = exhibitionSortTime(item, sort);
      return time === undefined || !isWithin(time, range) ? [] : [{ item, place: `${time}#${item.id}` }];
    })
    .filter(({ place }) => after === undefined || (order === 'ascending' ? place > after : place < after))
    .sort((one, other) => (one.place < other.place ? -direction : direction));
  const items = hits.slice(0, limit);
  const last = hits.length > limit ? items.at(-1)?.place : undefined;
  const count = (status: ExhibitionStatus) => all.filter((item) => exhibitionStatusAt(item, now) === status).length;
  const counts = Object.fromEntries(exhibitionStatuses.map((status) => [status, count(status)]));
  return { items, ...(last !== undefined && { last }), counts: counts as FoundExhibitions['counts'] };
};
