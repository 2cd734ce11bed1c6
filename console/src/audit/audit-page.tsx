import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { auditActions } from '../../../shared/model/staff/audit.ts';
import { useConsole, useWords } from '../console-context.ts';
import { auditWords } from '../history/audit-words.ts';
import { useJurorName } from '../juries/use-known-jurors.ts';
import { actorName } from '../people/actor-name.ts';
import { useNamedPeople } from '../people/use-named-people.ts';
import { ActButton } from '../ui/act-button.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { saveSheet } from '../ui/save-sheet.ts';
import { useAddress } from '../ui/use-address.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { type AuditFilter, AuditFilters } from './audit-filters.tsx';
import { auditRows, grantedRoles } from './audit-rows.ts';
import { type AuditEntry, auditedItem } from './audited-item.ts';
import { lastMonths } from './months.ts';
import { auditPageWords } from './words.ts';

const queryOf = ({ month, item, person, action }: AuditFilter) => ({
  ...(item ? { item } : { month }),
  ...(person && { person }),
  ...(action && { action: action as (typeof auditActions)[number] }),
  limit: '100',
});

/** Who did what, when and from where, by month or by item. */
export const AuditPage = () => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(auditPageWords);
  const actions = useWords(auditWords);
  const called = useJurorName();
  const { data: people } = useNamedPeople();
  const nameOfPerson = (id: string) => people?.find((one) => one.id === id)?.name;
  const [address, setAddress] = useAddress();
  const read = (name: string) => address.get(name) ?? '';
  const filter: AuditFilter = {
    month: read('month') || lastMonths()[0],
    item: read('item'),
    person: read('person'),
    action: read('action'),
  };
  const [collected, setCollected] = useState<number>();
  const { failure, attempt } = useAttempt();
  const list = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call('listAuditEntries', { query: { ...queryOf(filter), cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  // A page on which nothing was found is none to stop at.
  const isEmpty = list.data?.pages.at(-1)?.items.length === 0 && list.hasNextPage && !list.isFetching;
  useEffect(() => {
    if (isEmpty) void list.fetchNextPage();
  }, [isEmpty, list.fetchNextPage]);

  const download = async () => {
    const all: AuditEntry[] = [];
    setCollected(0);
    try {
      let cursor: string | undefined;
      do {
        const page = await api.call('listAuditEntries', { query: { ...queryOf(filter), cursor } });
        all.push(...page.items);
        setCollected(all.length);
        cursor = page.nextCursor;
      } while (cursor);
      const rows = auditRows(all, { language, timeZone: site.timeZone, called, nameOfPerson });
      saveSheet(`${texts.fileName}-${filter.item || filter.month}.csv`, rows);
      announce(texts.collected(all.length));
    } finally {
      setCollected(undefined);
    }
  };

  const named = entries.find(({ item }) => item === filter.item);
  return (
    <>
      <p>
        <Link href="/operations">{words.menu.operations}</Link>
      </p>
      <div className="heading">
        <h1>{texts.title}</h1>
        <ActButton isOff={collected !== undefined} onClick={() => void attempt(download)}>
          {collected === undefined ? texts.csv : texts.collecting(collected)}
        </ActButton>
      </div>
      <p>{texts.help}</p>
      <AuditFilters filter={filter} onChange={setAddress} />
      {filter.item && (
        <p className="note">
          {texts.ofItem(named ? auditedItem(named, texts, nameOfPerson).name : filter.item)}{' '}
          <button type="button" onClick={() => setAddress({ item: '' })}>
            {texts.everything}
          </button>
        </p>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
      {list.error && <Failure error={list.error} words={words} retry={() => void list.refetch()} />}
      {(list.isPending || (list.isFetching && entries.length === 0)) && <p>{words.loading}</p>}
      {list.data && entries.length === 0 && !list.hasNextPage && <p>{texts.none}</p>}
      <ul className="list" aria-label={texts.title}>
        {entries.map((entry, n) => {
          const { createdAt, createdBy, action, item, version, juror, viewer, from } = entry;
          const roles = grantedRoles(entry, language);
          const { name, path } = auditedItem(entry, texts, nameOfPerson);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added at the end
            <li key={n}>
              <span>
                {actions[action]}: {path ? <Link href={path}>{name}</Link> : name}
              </span>
              {item !== filter.item && !action.startsWith('person.') && (
                <Link href={`/audit?item=${item}`} aria-label={texts.all(name)}>
                  {texts.history}
                </Link>
              )}
              <small>
                {[
                  actorName(createdBy, language),
                  momentInWords(createdAt, language, site.timeZone),
                  version !== undefined && texts.version(version),
                  juror && texts.juror(called(juror)),
                  roles && texts.granted(roles),
                  (viewer ?? from) && texts.from(viewer ?? from ?? ''),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </li>
          );
        })}
      </ul>
      <MoreButton list={list} goesBack />
    </>
  );
};
