import { type EventSort, eventSorts } from '../../../../shared/model/event-filter.ts';
import { useAddress } from '../../ui/use-address.ts';

/** What the address of the list may say, in the words of the API. */
const names = [
  ...(['q', 'status', 'category', 'campaign', 'tag', 'kind', 'author', 'handedTo'] as const),
  ...(['missing', 'outdated', 'changed', 'from', 'to', 'sort', 'order'] as const),
] as const;

export type FilterName = (typeof names)[number];

type Values = Readonly<Partial<Record<FilterName, string>>>;

/** Which events are listed, as the address says. */
export interface Filter {
  /** What is given, and nothing else. */
  readonly values: Values;
  readonly sort: EventSort;
  readonly order: 'ascending' | 'descending';
  /** Changes some of it; an empty text takes it away. */
  readonly set: (changes: Values) => void;
  /** Shows everything again, in the same order. */
  readonly clear: () => void;
}

/** The order in which a sort is asked for first: what comes soon, or what is new. */
export const firstOrder = (sort: EventSort): Filter['order'] =>
  sort === 'starts' || sort === 'ends' ? 'ascending' : 'descending';

export const useFilter = (): Filter => {
  const [search, set] = useAddress();
  const values = Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
  const sort = eventSorts.find((one) => one === values.sort) ?? 'changed';
  const order = values.order === 'ascending' || values.order === 'descending' ? values.order : firstOrder(sort);
  const clear = () =>
    set(Object.fromEntries(names.filter((name) => name !== 'sort' && name !== 'order').map((name) => [name, ''])));
  return { values, sort, order, set, clear };
};
