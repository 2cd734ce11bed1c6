import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EventSort } from '../../../../shared/model/events/event-filter.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { Failure } from '../../ui/failure.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { BeginLinks } from '../begin-links.tsx';
import type { StaffEvent } from '../content.ts';
import { BulkActs } from './bulk-acts.tsx';
import { EventRow, type Select } from './event-row.tsx';
import { ListFilters } from './list-filters.tsx';
import { type Filter, useFilter } from './use-filter.ts';
import { listWords } from './words.ts';
import './event-list.css';

const pageSize = '100';

/** All events, filtered and sorted as the address says. */
export const EventList = () => {
  const { api, words, language, site } = useConsole();
  const texts = useWords(listWords);
  const filter = useFilter();
  const { values, sort, order } = filter;
  const list = useInfiniteQuery({
    queryKey: ['events', values],
    queryFn: ({ pageParam, signal }) =>
      api.call('listStaffEvents', {
        // What the address says and the API does not know, the API refuses in words.
        query: { ...values, sort, order, cursor: pageParam, limit: pageSize } as object,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const events = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const { ids, selected, select, selectAll, unselect } = useSelection(events, JSON.stringify(values));
  const isAll = events.length > 0 && selected.length === events.length;
  const { columns } = texts;
  return (
    <>
      <div className="heading">
        <h1>{words.events.title}</h1>
        <BeginLinks shown={values} />
      </div>
      <ListFilters filter={filter} counts={list.data?.pages[0]?.counts} />
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      <BulkActs selected={selected} onUnselect={unselect} />
      {list.isPending && <p>{words.loading}</p>}
      {list.data && (
        <p role="status" className="found">
          {events.length === 0 && !list.hasNextPage ? words.events.none : texts.found(events.length, list.hasNextPage)}
        </p>
      )}
      {events.length > 0 && (
        <table className="events" aria-label={words.events.title} aria-busy={list.isFetching}>
          <thead>
            <tr>
              <td className="select">
                <input
                  type="checkbox"
                  aria-label={texts.selectAll}
                  checked={isAll}
                  disabled={events.length === 0}
                  ref={(box) => {
                    if (box) box.indeterminate = !isAll && selected.length > 0;
                  }}
                  onChange={() => (isAll ? unselect() : selectAll())}
                />
                <span className="all">{texts.selectAll}</span>
              </td>
              <th scope="col" className="title">
                {columns.title}
              </th>
              <th scope="col">{columns.status}</th>
              <th scope="col">{columns.languages}</th>
              <SortedColumn by="starts" filter={filter} />
              <SortedColumn by="published" filter={filter} />
              <SortedColumn by="changed" filter={filter} />
            </tr>
          </thead>
          <tbody>
            {events.map((event, index) => (
              <EventRow
                key={event.id}
                {...{ event, index, site, language, words, texts }}
                isSelected={ids.has(event.id)}
                onSelect={select}
              />
            ))}
          </tbody>
        </table>
      )}
      <MoreButton list={list} />
    </>
  );
};

/** The head of a column that sorts the list, and turns it round when it does already. */
const SortedColumn = ({ by, filter }: { by: Exclude<EventSort, 'ends'>; filter: Filter }) => {
  const texts = useWords(listWords);
  const { sort, order, set, firstOrder } = filter;
  const isSorted = sort === by;
  const other = order === 'ascending' ? 'descending' : 'ascending';
  const next = isSorted ? other : firstOrder(by);
  return (
    <th scope="col" {...(isSorted && { 'aria-sort': order })}>
      <button
        type="button"
        className="sort"
        title={texts.sortBy(texts.columns[by])}
        onClick={() => set({ sort: by, order: next === firstOrder(by) ? '' : next })}
      >
        {texts.columns[by]} <span aria-hidden="true">{isSorted ? (order === 'ascending' ? '↑' : '↓') : ''}</span>
      </button>
    </th>
  );
};

/** Which of the events are selected; another filter selects nothing. */
const useSelection = (events: readonly StaffEvent[], list: string) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const shown = useRef(events);
  shown.current = events;
  /** The last one that was selected: where a range begins. */
  const anchor = useRef(0);
  const unselect = useCallback(() => setIds(new Set()), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with nothing selected
  useEffect(unselect, [list]);
  const select: Select = useCallback((index, isSelected, isRange) => {
    const [from, to] = isRange ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index];
    anchor.current = index;
    setIds((before) => {
      const after = new Set(before);
      for (const { id } of shown.current.slice(from, to + 1)) {
        if (isSelected) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }, []);
  return {
    ids,
    selected: useMemo(() => events.filter(({ id }) => ids.has(id)), [events, ids]),
    select,
    selectAll: () => setIds(new Set(events.map(({ id }) => id))),
    unselect,
  };
};
