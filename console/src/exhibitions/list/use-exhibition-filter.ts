import { type ExhibitionSort, exhibitionSorts } from '../../../../shared/model/exhibition-filter.ts';
import { useAddress } from '../../ui/use-address.ts';

/** What the address of the list may say, in the words of the API. */
const names = ['q', 'status', 'category', 'campaign', 'missing', 'changed', 'sort', 'order'] as const;

export type FilterName = (typeof names)[number];

type Values = Readonly<Partial<Record<FilterName, string>>>;

/** Which exhibitions are listed, as the address says. */
export interface ExhibitionListFilter {
  /** What is given, and nothing else. */
  readonly values: Values;
  readonly sort: ExhibitionSort;
  readonly order: 'ascending' | 'descending';
  /** Changes some of it; an empty text takes it away. */
  readonly set: (changes: Values) => void;
  /** Shows everything again, in the same order. */
  readonly clear: () => void;
}

/** The order in which a sort is asked for first: what ends soon, or what is new. */
export const firstOrder = (sort: ExhibitionSort): ExhibitionListFilter['order'] =>
  sort === 'ends' ? 'ascending' : 'descending';

export const useExhibitionFilter = (): ExhibitionListFilter => {
  const [search, set] = useAddress();
  const values = Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
  const sort = exhibitionSorts.find((one) => one === values.sort) ?? 'changed';
  const order = values.order === 'ascending' || values.order === 'descending' ? values.order : firstOrder(sort);
  const clear = () =>
    set(Object.fromEntries(names.filter((name) => name !== 'sort' && name !== 'order').map((name) => [name, ''])));
  return { values, sort, order, set, clear };
};
