import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useSearchParams } from 'wouter';
import { RefusedError } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { actorName } from '../people/actor-name.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice } from '../ui/field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { AuditList } from './audit-list.tsx';
import { Comparison, type Side } from './comparison.tsx';
import './history.css';
import type { HistorySource } from './history-source.ts';
import { VersionList } from './version-list.tsx';
import { historyWords } from './words.ts';

const sideOf = (text: string | null): Side | undefined => {
  if (text === 'public' || text === 'nothing') return text;
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
};

interface HistoryViewProps {
  readonly source: HistorySource;
  /** What stands above, by the title of the item. */
  readonly heading?: (title: string | undefined) => ReactNode;
}

/**
 * The versions of an item, how any two of them differ, and what was done to it. The address says which are compared.
 */
export const HistoryView = ({ source, heading: above }: HistoryViewProps) => {
  const { words, language, site, person, announce } = useConsole();
  const texts = useWords(historyWords);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [search, setSearch] = useSearchParams();
  const [isRestoring, setRestoring] = useState(false);
  const [isAuditOpen, setAuditOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = ['history', source.path];
  const item = useQuery({ queryKey: [...key, 'item'], queryFn: ({ signal }) => source.readItem(signal), staleTime: 0 });
  const list = useInfiniteQuery({
    queryKey: [...key, 'versions'],
    queryFn: ({ pageParam, signal }) => source.listVersions(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const error = item.error ?? list.error;
  const retry = () => {
    void item.refetch();
    void list.refetch();
  };
  if (error) return <Failure error={error} words={words} retry={retry} />;
  if (!item.data || !list.data) return <p>{words.loading}</p>;

  const { title, version: current, isPublic } = item.data;
  const versions = list.data.pages.flatMap(({ items }) => items);
  const asked = sideOf(search.get('version'));
  const chosen = typeof asked === 'number' ? asked : current;
  const olderThan = versions.find(({ version }) => version < chosen)?.version;
  // What is not loaded yet exists all the same, unless it was erased.
  const before = olderThan ?? (list.hasNextPage && chosen > 1 ? chosen - 1 : 'nothing');
  const wanted = sideOf(search.get('against'));
  const against: Side = wanted === undefined || wanted === chosen ? before : wanted;
  const nameOfSide = (side: Side): string =>
    side === 'public' ? texts.public : side === 'nothing' ? texts.nothing : texts.version(side);
  const optionOf = (side: Side): readonly [string, string] => {
    const found = versions.find(({ version }) => version === side);
    if (!found) return [String(side), nameOfSide(side)];
    const { version, action, createdAt, createdBy } = found;
    const when = momentInWords(createdAt, language, site.timeZone);
    return [
      String(side),
      `${texts.by(texts.version(version), actorName(createdBy, language), when)}: ${texts.actions[action]}`,
    ];
  };
  const sides: Side[] = [
    ...(isPublic ? (['public'] as const) : []),
    ...versions.map(({ version }) => version).filter((version) => version !== chosen),
    'nothing',
  ];
  const options = [...sides, ...(sides.includes(against) ? [] : [against])].map(optionOf);
  // What the API lets only editors do.
  const isEditor = person.role === 'editor' || person.role === 'admin';
  const isBackwards = typeof against === 'number' && against > chosen;
  const restore = async () => {
    const restored = await source.restore(chosen, current).catch((error: unknown) => {
      // Another version is there: who tries again does so knowing it.
      if (error instanceof RefusedError) retry();
      throw error;
    });
    queries.setQueryData([...key, 'item'], restored);
    await list.refetch();
    void queries.invalidateQueries({ queryKey: [source.lists] });
    // While the dialogue is open, nothing else takes the focus.
    flushSync(() => setRestoring(false));
    navigate(`${source.path}/history`);
    announce(texts.restored(texts.version(chosen)));
    heading.current?.focus();
  };
  return (
    <div className="history">
      {above?.(title)}
      <div className="columns">
        <section aria-labelledby="comparison">
          <h2 id="comparison" ref={heading} tabIndex={-1}>
            {texts.version(chosen)}
            {chosen === current && ` · ${texts.current}`}
          </h2>
          <Choice
            label={texts.against}
            value={String(against)}
            onChange={(value) => setSearch({ version: String(chosen), against: value }, { replace: true })}
            options={options}
          />
          {isEditor && chosen !== current && (
            <p>
              <button type="button" onClick={() => setRestoring(true)}>
                {texts.restore}
              </button>
            </p>
          )}
          <Comparison
            {...{ source, current }}
            before={isBackwards ? chosen : against}
            after={isBackwards ? against : chosen}
            nameOf={nameOfSide}
          />
        </section>
        <nav aria-label={texts.versions}>
          <h2>{texts.versions}</h2>
          <VersionList
            {...{ versions, chosen, current }}
            path={source.path}
            onChoose={() => heading.current?.focus()}
          />
          <MoreButton list={list} goesBack />
        </nav>
      </div>
      {isEditor && (
        <details onToggle={({ currentTarget }) => setAuditOpen(currentTarget.open)}>
          <summary>{texts.audit}</summary>
          {isAuditOpen && <AuditList source={source} />}
        </details>
      )}
      {isRestoring && (
        <ConfirmDialog
          title={texts.restoreTitle(texts.version(chosen))}
          label={texts.restoreConfirm}
          act={restore}
          onClose={() => setRestoring(false)}
        >
          <p>{texts.restoreHelp}</p>
          {isPublic && <p>{texts.restorePublic}</p>}
        </ConfirmDialog>
      )}
    </div>
  );
};
