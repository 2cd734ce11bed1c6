import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { consentFilters } from '../../../shared/model/consent-filter.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { useAddress } from '../ui/use-address.ts';
import { AccessDialog } from './access-dialog.tsx';
import { ActDialog } from './act-dialog.tsx';
import { Report } from './act-report.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import type { ConsentEntry } from './consent-entry.ts';
import { EntryCard } from './entry-card.tsx';
import { NamingTexts } from './naming-texts.tsx';
import type { ActReport } from './perform-act.ts';
import { SearchForm, type Sought } from './search-form.tsx';
import { withdrawnConsent } from './withdrawn-consent.ts';
import { consentWords } from './words.ts';
import './consent.css';

/** Which dialogue is open, about which entries. */
interface Asked {
  readonly kind: 'consent' | 'withdraw' | 'erase' | 'access';
  readonly entries: readonly ConsentEntry[];
}

/** The list that an address asks for, as mails do: lists may stand there, and names may not. */
const listIn = (address: URLSearchParams): Sought | undefined => {
  const filter = consentFilters.find((one) => one === address.get('list'));
  return filter && { filter };
};

/** All about one person: what is stored, who has agreed to what, and what to do when somebody asks. */
export const ConsentPage = () => {
  const { announce } = useConsole();
  const texts = useWords(consentWords);
  const queries = useQueryClient();
  const [address] = useAddress();
  const [sought, setSought] = useState<Sought | undefined>(() => listIn(address));
  const [asked, setAsked] = useState<Asked>();
  const [report, setReport] = useState<ActReport>();
  const done = (after: ActReport) => {
    setAsked(undefined);
    setReport(after);
    if (after.outcomes.some(({ failure }) => failure === undefined)) announce(texts[after.kind]);
    void queries.invalidateQueries({ queryKey: ['consents'] });
  };
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
      </div>
      <p>{texts.intro}</p>
      <SearchForm
        sought={sought}
        onSearch={(next) => {
          setReport(undefined);
          setSought(next);
        }}
      />
      {report && <Report report={report} onClose={() => setReport(undefined)} />}
      {sought && <Entries key={JSON.stringify(sought)} sought={sought} onAsk={setAsked} />}
      {sought && 'name' in sought && <NamingTexts name={sought.name} />}
      {asked && <AskedDialog asked={asked} onDone={done} onClose={() => setAsked(undefined)} />}
    </>
  );
};

interface AskedProps {
  readonly asked: Asked;
  readonly onDone: (report: ActReport) => void;
  readonly onClose: () => void;
}

const AskedDialog = ({ asked: { kind, entries }, ...props }: AskedProps) => {
  const { site } = useConsole();
  const [entry] = entries;
  if (!entry) return null;
  if (kind === 'access') return <AccessDialog entries={entries} onClose={props.onClose} />;
  if (kind === 'consent') return <ConsentDialog entry={entry} {...props} />;
  const today = dayOf(new Date().toISOString(), site.timeZone);
  const consentOf = ({ artist }: ConsentEntry) => (artist ? withdrawnConsent(artist, today) : null);
  return (
    <ActDialog
      entries={entries}
      act={kind === 'erase' ? { erase: true } : { kind: 'withdrawn', consentOf }}
      {...props}
    />
  );
};

/** The entries that were found. */
const Entries = ({ sought, onAsk }: { sought: Sought; onAsk: (asked: Asked) => void }) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(consentWords);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery({
    queryKey: ['consents', sought],
    queryFn: ({ pageParam, signal }) =>
      api.call('lookUpConsents', { body: { ...sought, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    // What is known of people is forgotten with the screen.
    gcTime: 0,
  });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const hidden = list.data?.pages[0]?.hidden ?? [];
  const line = entries.length === 0 ? texts.none : texts.found(entries.length, list.hasNextPage);
  const chosen = entries.filter(({ id }) => selected.has(id));
  const { isSuccess } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the answer has come
  useEffect(() => {
    if (isSuccess) announce(line);
  }, [isSuccess]);
  const select = (id: string, isSelected: boolean) =>
    setSelected((before) => new Set([...before].filter((one) => one !== id).concat(isSelected ? id : [])));
  if (list.error) return <Failure error={list.error} words={words} retry={() => void list.refetch()} />;
  if (!list.data) return <p>{words.loading}</p>;
  return (
    <section aria-busy={list.isFetching}>
      <h2>{line}</h2>
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
