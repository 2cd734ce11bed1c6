import { type ExhibitionSort, exhibitionSorts } from '../../../../shared/model/exhibitions/exhibition-filter.ts';
import { type ListFilter, useListFilter } from '../../events/list/use-list-filter.ts';

const names = ['q', 'status', 'category', 'campaign', 'missing', 'changed'] as const;

export type FilterName = (typeof names)[number];

/** Which exhibitions are listed. */
export type ExhibitionListFilter = ListFilter<FilterName, ExhibitionSort>;

export const useExhibitionFilter = (): ExhibitionListFilter =>
  useListFilter({ names, sorts: exhibitionSorts, soonFirst: ['ends'] }, 'changed');
