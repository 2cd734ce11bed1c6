import { type EventSort, eventSorts } from '../../../../shared/model/events/event-filter.ts';
import { type ListFilter, useListFilter } from './use-list-filter.ts';

const names = [
  ...(['q', 'status', 'category', 'campaign', 'tag', 'kind', 'author', 'handedTo'] as const),
  ...(['missing', 'outdated', 'changed', 'from', 'to'] as const),
] as const;

export type FilterName = (typeof names)[number];

/** Which events are listed. */
export type Filter = ListFilter<FilterName, EventSort>;

export const useFilter = (): Filter =>
  useListFilter({ names, sorts: eventSorts, soonFirst: ['starts', 'ends'] }, 'changed');
