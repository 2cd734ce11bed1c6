import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { eventSorts } from '../../../shared/model/event-filter.ts';
import { eventStatuses } from '../../../shared/model/event-status.ts';
import { useConsole } from '../console-context.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { nameOf } from './content.ts';
import { Status } from './status.tsx';

/** All events, filtered and sorted as the address says. */
export const EventList = () => {
  const { api, words, language, site } = useConsole();
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(['q', 'status', 'category', 'sort'].map((name) => [name, search.get(name) ?? '']));
  const set = (name: string) => (value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const { sort = '', ...others } = filter;
  const list = useInfiniteQuery({
    queryKey: ['events', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call('listStaffEvents', {
        query: {
          ...others,
          sort: eventSorts.find((one) => one === sort) ?? 'changed',
          order: 'descending',
          cursor: pageParam,
          limit: '50',
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const events = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const texts = words.events;
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
        <Link className="button primary" href="/events/new">
          {texts.create}
        </Link>
      </div>
      <search className="filters">
        <TextField label={texts.search} value={filter.q ?? ''} onChange={set('q')} />
        <Choice
          label={texts.status}
          value={filter.status ?? ''}
          onChange={set('status')}
          options={[
            ['', words.all],
            ...eventStatuses.map(
              (status) => [status, `${words.statuses[status]}${counts ? ` (${counts[status]})` : ''}`] as const,
            ),
          ]}
        />
        <Choice
          label={texts.category}
          value={filter.category ?? ''}
          onChange={set('category')}
          options={[
            ['', words.all],
            ...site.categories.map(
              ({ slug, label }) => [slug, label[language] ?? label[site.defaultLocale] ?? slug] as const,
            ),
          ]}
        />
        <Choice
          label={texts.sort}
          value={sort || 'changed'}
          onChange={set('sort')}
          options={eventSorts.map((name) => [name, texts.sorts[name]] as const)}
        />
      </search>
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && events.length === 0 && <p>{texts.none}</p>}
      <ul className="list" aria-label={texts.title}>
        {events.map((event) => (
          <li key={event.id}>
            <Link href={`/events/${event.id}`}>{event.displayTitle || texts.untitled}</Link>
            <span className="marks">
              <Status status={event.status} words={words} />
              {site.locales.map((locale) => (
                <abbr key={locale} className={event.translations[locale]?.title ? 'locale' : 'locale missing'}>
                  {locale}
                </abbr>
              ))}
              {event.hasUnpublishedChanges && event.publishedLocales.length > 0 && <em>{texts.changed}</em>}
            </span>
            <small>
              {[nameOf(event.updatedBy), momentInWords(event.updatedAt, language, site.timeZone)]
                .filter(Boolean)
                .join(', ')}
            </small>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {texts.more}
        </button>
      )}
    </>
  );
};
