import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { Failure } from '../../ui/failure.tsx';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { isBeingPublished } from './moves.ts';
import { stageWords } from './words.ts';

/** How often the publisher is looked at, in milliseconds. */
const pause = 2_000;

interface PublishingNoteProps {
  readonly exhibition: StaffExhibition;
  /** Called once with the exhibition, when the publisher is done with it. */
  readonly onEnd: (exhibition: StaffExhibition) => void;
}

/** How far the publisher has come with an exhibition: it goes on whether or not anybody looks. */
export const PublishingNote = ({ exhibition, onEnd }: PublishingNoteProps) => {
  const { api, words } = useConsole();
  const texts = useWords(stageWords);
  const { id, version } = exhibition;
  const query = useQuery({
    queryKey: ['publishing', id, version],
    queryFn: ({ signal }) => api.call('getStaffExhibition', { params: { id }, signal }),
    refetchInterval: ({ state: { data } }) => (data && !isBeingPublished(data) ? false : pause),
    staleTime: 0,
  });
  const { data } = query;
  const isDone = data !== undefined && !isBeingPublished(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once, when the publisher is done
  useEffect(() => {
    if (isDone) onEnd(data);
  }, [isDone]);
  const { done = 0, total = 0 } = data?.publishing ?? {};
  return (
    <section className="note" aria-label={texts.publishing}>
      <p role="status">{texts.publishing}</p>
      <progress
        className="exhibition-progress"
        aria-label={texts.publishing}
        {...(total > 0 && { value: done, max: total })}
      />
      {total > 0 && <p className="help">{texts.copied(done, total)}</p>}
      <p className="help">{texts.publishingHelp}</p>
      {query.error && <Failure error={query.error} words={words} retry={() => void query.refetch()} />}
    </section>
  );
};
