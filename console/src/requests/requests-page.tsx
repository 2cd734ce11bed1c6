import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type RequestState, requestStates } from '../../../shared/model/people/person-request.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice } from '../ui/field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { useAddress } from '../ui/use-address.ts';
import { EnterRequestDialog } from './enter-request-dialog.tsx';
import type { PersonRequest } from './request.ts';
import { type RequestAct, RequestCard } from './request-card.tsx';
import { CloseDialog, ExtendDialog } from './request-dialogs.tsx';
import { requestWords } from './words.ts';
import '../consent/consent.css';
import './requests.css';

/** Which dialogue is open, about which request. */
type Asked = { readonly act: 'enter' } | { readonly act: RequestAct; readonly request: PersonRequest };

/** What people have asked for: open requests, those that are due first at the beginning, and those that are done. */
export const RequestsPage = () => {
  const { announce } = useConsole();
  const texts = useWords(requestWords);
  const queries = useQueryClient();
  const [address, setAddress] = useAddress();
  const [asked, setAsked] = useState<Asked>();
  const state = requestStates.find((one) => one === address.get('state')) ?? 'open';
  const onClose = () => setAsked(undefined);
  const onDone = (_: PersonRequest, said: string) => {
    onClose();
    announce(said);
    void queries.invalidateQueries({ queryKey: ['person-requests'] });
  };
  return (
    <>
      <p>
        <Link href="/consent">{texts.toConsents}</Link>
      </p>
      <div className="heading">
        <h1>{texts.title}</h1>
        <button type="button" className="primary" onClick={() => setAsked({ act: 'enter' })}>
          {texts.enter}
        </button>
      </div>
      <p>{texts.intro}</p>
      <div className="filters">
        <Choice
          label={texts.state}
          value={state}
          options={requestStates.map((one) => [one, texts.states[one]])}
          onChange={(next) => setAddress({ state: next === 'open' ? '' : next })}
        />
      </div>
      <RequestList state={state} onAct={(act, request) => setAsked({ act, request })} />
      {asked?.act === 'enter' && <EnterRequestDialog {...{ onDone, onClose }} />}
      {asked?.act === 'change' && <EnterRequestDialog request={asked.request} {...{ onDone, onClose }} />}
      {asked?.act === 'extend' && <ExtendDialog request={asked.request} {...{ onDone, onClose }} />}
      {asked?.act === 'close' && <CloseDialog request={asked.request} {...{ onDone, onClose }} />}
    </>
  );
};

interface ListProps {
  readonly state: RequestState;
  readonly onAct: (act: RequestAct, request: PersonRequest) => void;
}

const RequestList = ({ state, onAct }: ListProps) => {
  const { api, words } = useConsole();
  const texts = useWords(requestWords);
  const list = useInfiniteQuery({
    queryKey: ['person-requests', state],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPersonRequests', { query: { state, limit: '50', cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    // The browser forgets what it knows of people with the screen.
    gcTime: 0,
  });
  if (list.error) return <Failure error={list.error} words={words} retry={() => void list.refetch()} />;
  if (!list.data) return <p>{words.loading}</p>;
  const requests = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-busy={list.isFetching}>
      <h2>{requests.length === 0 ? texts.none[state] : texts.found(requests.length, list.hasNextPage)}</h2>
      <ul className="consent-entries">
        {requests.map((request) => (
          <RequestCard key={request.id} request={request} onAct={(act) => onAct(act, request)} />
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  );
};
