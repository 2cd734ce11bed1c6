import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import type { PersonRequest } from './request.ts';
import { RequestFacts } from './request-card.tsx';
import { CloseDialog } from './request-dialogs.tsx';
import { requestWords } from './words.ts';
import './requests.css';

interface BannerProps {
  readonly request: PersonRequest;
  readonly onSearch: (name: string) => void;
  readonly onLeave: () => void;
}

/** The request that the person answers at the desk: what is asked for, by when, and what was done for it so far. */
export const RequestBanner = ({ request, onSearch, onLeave }: BannerProps) => {
  const { announce } = useConsole();
  const texts = useWords(requestWords);
  const queries = useQueryClient();
  const [isClosing, setClosing] = useState(false);
  const { name, kind, outcome } = request;
  return (
    <section className="note" aria-label={texts.forRequest}>
      <h2>
        {texts.forRequest}: {name ?? texts.kinds[kind]}
      </h2>
      <RequestFacts request={request} />
      {!outcome && <p className="quiet">{texts.forRequestHelp}</p>}
      <p className="actions">
        {name && (
          <button type="button" onClick={() => onSearch(name)}>
            {texts.searchName}
          </button>
        )}
        {!outcome && (
          <button type="button" onClick={() => setClosing(true)}>
            {texts.close}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {texts.leave}
        </button>
      </p>
      {isClosing && (
        <CloseDialog
          request={request}
          onClose={() => setClosing(false)}
          onDone={(_, said) => {
            setClosing(false);
            announce(said);
            void queries.invalidateQueries({ queryKey: ['person-requests'] });
          }}
        />
      )}
    </section>
  );
};
