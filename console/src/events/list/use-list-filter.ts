import { useAddress } from '../../ui/use-address.ts';

type Order = 'ascending' | 'descending';

/** Which items are listed, and in which order, as the address says. */
export interface ListFilter<Name extends string = string, Sort extends string = string> {
  /** What is given, and nothing else. */
  readonly values: Readonly<Partial<Record<Name | 'sort' | 'order', string>>>;
  readonly sort: Sort;
  readonly order: Order;
  /** Changes some of it; an empty text takes it away. */
  readonly set: (changes: Readonly<Partial<Record<Name | 'sort' | 'order', string>>>) => void;
  /** Shows everything again, in the same order. */
  readonly clear: () => void;
  /** The order in which a sort is asked for first. */
  readonly firstOrder: (sort: Sort) => Order;
}

interface Filterable<Name extends string, Sort extends string> {
  /** What the address may say beside sort and order, in the words of the API. */
  readonly names: readonly Name[];
  readonly sorts: readonly Sort[];
  /** The sorts that begin with what comes soon; the others begin with what is new. */
  readonly soonFirst: readonly Sort[];
}

export const useListFilter = <Name extends string, Sort extends string>(
  { names, sorts, soonFirst }: Filterable<Name, Sort>,
  byDefault: Sort,
): ListFilter<Name, Sort> => {
  const [search, set] = useAddress();
  const given = [...names, 'sort', 'order'].flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value]] : [];
  });
  const values: ListFilter<Name, Sort>['values'] = Object.fromEntries(given);
  const firstOrder = (sort: Sort): Order => (soonFirst.includes(sort) ? 'ascending' : 'descending');
  const sort = sorts.find((one) => one === values.sort) ?? byDefault;
  const asked = search.get('order');
  const order = asked === 'ascending' || asked === 'descending' ? asked : firstOrder(sort);
  const clear = () => set(Object.fromEntries(names.map((name) => [name, ''])));
  return { values, sort, order, set, clear, firstOrder };
};
