import { useMemo } from 'react';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { eventHistory } from './history-source.ts';
import { HistoryView } from './history-view.tsx';
import { historyWords } from './words.ts';

/** The history of an event, a page or a notice. */
export const HistoryPage = ({ id }: { id: string }) => {
  const { api, words } = useConsole();
  const texts = useWords(historyWords);
  const source = useMemo(() => eventHistory(api, id), [api, id]);
  return (
    <HistoryView
      source={source}
      heading={(title) => (
        <>
          <p>
            <Link href={source.path}>{texts.back}</Link>
          </p>
          <h1>{texts.title(title ?? words.events.untitled)}</h1>
        </>
      )}
    />
  );
};
