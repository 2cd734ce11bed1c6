import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { requestWords } from '../requests/words.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import type { Asked, ConsentEntry } from './consent-entry.ts';
import { EntryCard } from './entry-card.tsx';
import type { Sought } from './search-form.tsx';
import { consentWords } from './words.ts';

interface FoundProps {
  readonly sought: Sought;
  readonly onAsk: (asked: Asked) => void;
  /** Links entries to the request that the person answers; absent where the desk was opened without one. */
  readonly onLink: ((entries: readonly ConsentEntry[]) => void) | undefined;
}

/** The entries that were found. */
export const FoundEntries = ({ sought, onAsk, onLink }: FoundProps) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(consentWords);
  const requests = useWords(requestWords);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery({
    queryKey: ['consents', sought],
    queryFn: ({ pageParam, signal }) =>
      api.call('lookUpConsents', { body: { ...sought, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    // The browser forgets what it knows of people with the screen.
    gcTime: 0,
  });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const hidden = list.data?.pages[0]?.hidden ?? [];
  const line = entries.length === 0 ? texts.none : texts.found(entries.length, list.hasNextPage);
  const chosen = entries.filter(({ id }) => selected.has(id));
  const { isSuccess } = list;
  const say = useEffectEvent(() => announce(line));
  useEffect(() => {
    if (isSuccess) say();
  }, [isSuccess]);
  const select = (id: string, isSelected: boolean) =>
    setSelected((before) => new Set([...before].filter((one) => one !== id).concat(isSelected ? id : [])));
  if (list.error) return <Failure error={list.error} words={words} retry={() => void list.refetch()} />;
  if (!list.data) return <p>{words.loading}</p>;
  return (
    <section aria-busy={list.isFetching}>
      <h2>{line}</h2>
      {entries.length === 0 && 'name' in sought && (
        <p>
          {texts.noneHelp} <Link href="/exhibitions">{texts.toExhibitions}</Link>
        </p>
      )}
      {hidden.length > 0 && (
        <p className="note">{texts.hidden(hidden.map(({ displayTitle }) => displayTitle).join(', '))}</p>
      )}
      {chosen.length > 0 && (
        <p className="actions consent-selected">
          <strong>{texts.selected(chosen.length)}</strong>
          <button type="button" onClick={() => onAsk({ kind: 'withdraw', entries: chosen })}>
            {texts.withdraw}
          </button>
          <button type="button" onClick={() => onAsk({ kind: 'erase', entries: chosen })}>
            {texts.erase}
          </button>
          <button type="button" onClick={() => onAsk({ kind: 'access', entries: chosen })}>
            {texts.access}
          </button>
          {onLink ? (
            <button type="button" onClick={() => onLink(chosen)}>
              {requests.link}
            </button>
          ) : (
            <button type="button" onClick={() => onAsk({ kind: 'request', entries: chosen })}>
              {requests.enter}
            </button>
          )}
        </p>
      )}
      <ul className="consent-entries">
        {entries.map((entry) => (
          <EntryCard
            key={entry.id}
            entry={entry}
            isSelected={selected.has(entry.id)}
            onSelect={(isSelected) => select(entry.id, isSelected)}
            onConsent={() => onAsk({ kind: 'consent', entries: [entry] })}
            onWithdraw={() => onAsk({ kind: 'withdraw', entries: [entry] })}
            onErase={() => onAsk({ kind: 'erase', entries: [entry] })}
            onAccess={() => onAsk({ kind: 'access', entries: [entry] })}
          />
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  );
};
