import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { titleOf } from '../events/title-of.ts';
import { Failure } from '../ui/failure.tsx';
import { ExhibitionStatus } from './exhibition-status.tsx';
import type { StaffExhibition } from './staff-exhibition.ts';
import { tabs } from './tabs.ts';
import { exhibitionWords } from './words.ts';
import './exhibition-frame.css';

interface FrameProps {
  readonly id: string;
  /**
   * The screen of the present tab. `changed` is to be called with what the API has answered to a change of the
   * exhibition.
   */
  readonly children: (exhibition: StaffExhibition, changed: (exhibition: StaffExhibition) => void) => ReactNode;
}

/**
 * What all screens of an exhibition have above them: what it is called, its status, and the way to the other screens.
 */
export const ExhibitionFrame = ({ id, children }: FrameProps) => {
  const context = useConsole();
  const { api, words, person } = context;
  const texts = useWords(exhibitionWords);
  const queries = useQueryClient();
  const [location] = useLocation();
  const { data: exhibition, ...query } = useQuery({
    queryKey: ['exhibition', id],
    queryFn: ({ signal }) => api.call('getStaffExhibition', { params: { id }, signal }),
    staleTime: 0,
  });
  const changed = (after: StaffExhibition) => {
    queries.setQueryData(['exhibition', id], after);
    void queries.invalidateQueries({ queryKey: ['exhibitions'] });
  };
  if (query.error && !exhibition)
    return <Failure error={query.error} words={words} retry={() => void query.refetch()} />;
  if (!exhibition) return <p>{words.loading}</p>;
  const path = `/exhibitions/${id}`;
  return (
    <>
      <p>
        <Link href="/exhibitions">{texts.back}</Link>
      </p>
      <div className="heading">
        <h1 tabIndex={-1}>{titleOf(exhibition, context)}</h1>
        <ExhibitionStatus exhibition={exhibition} />
      </div>
      <nav className="exhibition-tabs" aria-label={texts.screens}>
        {tabs
          .filter(({ isFor }) => isFor?.(exhibition, person) ?? true)
          .map((tab) => (
            <Link
              key={tab.path}
              href={`${path}${tab.path}`}
              aria-current={location === `${path}${tab.path}` ? 'page' : undefined}
            >
              {tab.label(texts.tabs)}
            </Link>
          ))}
      </nav>
      {children(exhibition, changed)}
    </>
  );
};
