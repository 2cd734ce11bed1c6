import { useConsole, useWords } from '../../console-context.ts';
import { Choice } from '../../ui/field.tsx';
import type { ListFilter } from './use-list-filter.ts';
import { listWords } from './words.ts';

interface StatusFilterProps<Status extends string> {
  readonly filter: Pick<ListFilter<'status'>, 'values' | 'set'>;
  readonly statuses: readonly Status[];
  readonly legend: string;
  readonly help: string;
  readonly labels: Readonly<Record<Status, string>>;
  /** How many there are of each. */
  readonly counts: Readonly<Record<Status, number>> | undefined;
}

/** The statuses as boxes: several may be checked, and each says how many there are. */
export const StatusFilter = <Status extends string>(props: StatusFilterProps<Status>) => {
  const { filter, statuses, legend, help, labels, counts } = props;
  const chosen = new Set(filter.values.status?.split(','));
  const toggle = (status: Status) =>
    filter.set({ status: statuses.filter((one) => chosen.has(one) !== (one === status)).join(',') });
  return (
    <fieldset className="statuses" aria-describedby="status-help">
      <legend>{legend}</legend>
      {statuses.map((status) => (
        <label key={status}>
          <input type="checkbox" checked={chosen.has(status)} onChange={() => toggle(status)} />
          {labels[status]}
          {counts && <small>{counts[status]}</small>}
        </label>
      ))}
      <p className="help" id="status-help">
        {help}
      </p>
    </fieldset>
  );
};

interface OrderFilterProps<Sort extends string> {
  readonly filter: Omit<ListFilter<never, Sort>, 'values' | 'clear'>;
  readonly sorts: readonly Sort[];
  readonly labels: Readonly<Record<Sort, string>>;
}

/** Chooses by what the list is sorted, and in which direction. */
export const OrderFilter = <Sort extends string>({ filter, sorts, labels }: OrderFilterProps<Sort>) => {
  const { words } = useConsole();
  const texts = useWords(listWords);
  const { sort, order, set, firstOrder } = filter;
  const other = order === 'ascending' ? 'descending' : 'ascending';
  return (
    <>
      <Choice
        label={words.events.sort}
        value={sort}
        onChange={(chosen) => set({ sort: chosen, order: '' })}
        options={sorts.map((name) => [name, labels[name]] as const)}
      />
      <p className="direction">
        <button type="button" onClick={() => set({ order: other === firstOrder(sort) ? '' : other })}>
          {order === 'ascending' ? '↑' : '↓'} {texts.order[order]}
        </button>
      </p>
    </>
  );
};

/** Takes all filters away, where there are some. */
export const ClearFilters = ({
  filter: { values, clear },
}: {
  readonly filter: Pick<ListFilter, 'values' | 'clear'>;
}) => {
  const texts = useWords(listWords);
  if (!Object.keys(values).some((name) => name !== 'sort' && name !== 'order')) return null;
  return (
    <p>
      <button type="button" onClick={clear}>
        {texts.clear}
      </button>
    </p>
  );
};
