import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { consentFilters } from '../../../shared/model/people/consent-filter.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { useConsole, useWords } from '../console-context.ts';
import { EnterRequestDialog } from '../requests/enter-request-dialog.tsx';
import { requestedOf } from '../requests/request.ts';
import { RequestBanner } from '../requests/request-banner.tsx';
import { useRequest } from '../requests/use-request.ts';
import { requestWords } from '../requests/words.ts';
import { now } from '../session/clock.ts';
import { Failure } from '../ui/failure.tsx';
import { useAddress } from '../ui/use-address.ts';
import { AccessDialog } from './access-dialog.tsx';
import { ActDialog } from './act-dialog.tsx';
import { Report } from './act-report.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import type { Asked, ConsentEntry } from './consent-entry.ts';
import { FoundEntries } from './found-entries.tsx';
import { NamingTexts } from './naming-texts.tsx';
import type { ActReport } from './perform-act.ts';
import { SearchForm, type Sought } from './search-form.tsx';
import { withdrawnConsent } from './withdrawn-consent.ts';
import { consentWords } from './words.ts';
import './consent.css';

/** What each act is called at the request that it is done for. */
const actsOf = { withdrawn: 'withdrawal', erased: 'erasure', saved: 'correction' } as const;

/** The list that an address asks for, as mails do: lists may stand there, and names may not. */
const listIn = (address: URLSearchParams): Sought | undefined => {
  const filter = consentFilters.find((one) => one === address.get('list'));
  return filter && { filter };
};

/** All about one person: what is stored, who has agreed to what, and what to do when somebody asks. */
export const ConsentPage = () => {
  const { words, announce } = useConsole();
  const texts = useWords(consentWords);
  const requests = useWords(requestWords);
  const queries = useQueryClient();
  const [address] = useAddress();
  const [sought, setSought] = useState<Sought | undefined>(() => listIn(address));
  const [asked, setAsked] = useState<Asked>();
  const [report, setReport] = useState<ActReport>();
  const [failure, setFailure] = useState<unknown>();
  const request = useRequest();
  const done = (after: ActReport) => {
    setAsked(undefined);
    setReport(after);
    setFailure(undefined);
    if (after.outcomes.some((outcome) => outcome.failure === undefined)) {
      announce(texts[after.kind]);
      request.record(actsOf[after.kind]).catch(setFailure);
    }
    void queries.invalidateQueries({ queryKey: ['consents'] });
  };
  const search = (next: Sought) => {
    setReport(undefined);
    setSought(next);
  };
  const link = (entries: readonly ConsentEntry[]) => {
    setFailure(undefined);
    request.link(entries.map(requestedOf)).then(() => announce(requests.linked), setFailure);
  };
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
        <Link className="button" href="/consent/requests">
          {requests.title}
        </Link>
      </div>
      <p>{texts.intro}</p>
      {request.error && <Failure error={request.error} words={words} />}
      {failure !== undefined && <Failure error={failure} words={words} />}
      {request.request && (
        <RequestBanner request={request.request} onSearch={(name) => search({ name })} onLeave={request.leave} />
      )}
      <SearchForm sought={sought} onSearch={search} />
      {report && <Report report={report} onClose={() => setReport(undefined)} />}
      {sought && (
        <FoundEntries
          key={JSON.stringify(sought)}
          sought={sought}
          onAsk={setAsked}
          onLink={request.isOpen ? link : undefined}
        />
      )}
      {sought && 'name' in sought && <NamingTexts name={sought.name} />}
      {asked?.kind === 'request' && (
        <EnterRequestDialog
          name={sought && 'name' in sought ? sought.name : ''}
          entries={asked.entries.map(requestedOf)}
          onDone={(_, said) => {
            setAsked(undefined);
            announce(said);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked && asked.kind !== 'request' && (
        <AskedDialog
          asked={asked}
          onDone={done}
          onAnswered={() => void request.record('accessDocument').catch(setFailure)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
};

interface AskedProps {
  readonly asked: Asked;
  readonly onDone: (report: ActReport) => void;
  /** A document for access was saved. */
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

const AskedDialog = ({ asked: { kind, entries }, onAnswered, ...props }: AskedProps) => {
  const { site } = useConsole();
  const [entry] = entries;
  if (!entry) return null;
  if (kind === 'access') return <AccessDialog entries={entries} onAnswered={onAnswered} onClose={props.onClose} />;
  if (kind === 'consent') return <ConsentDialog entry={entry} {...props} />;
  const today = dayOf(now().toISOString(), site.timeZone);
  const consentOf = ({ artist }: ConsentEntry) => (artist ? withdrawnConsent(artist, today) : null);
  return (
    <ActDialog
      entries={entries}
      act={kind === 'erase' ? { erase: true } : { kind: 'withdrawn', consentOf }}
      {...props}
    />
  );
};
