import { useQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { Differences } from './differences.tsx';
import type { HistorySource } from './history-source.ts';
import { historyWords } from './words.ts';

/** What is compared: a version by its number, what the public sees, or nothing at all. */
export type Side = number | 'public' | 'nothing';

interface ComparisonProps {
  readonly source: HistorySource;
  /** The version that the item has now: what is public may be another afterwards. */
  readonly current: number;
  readonly before: Side;
  readonly after: Side;
  readonly nameOf: (side: Side) => string;
}

/** Two versions beside each other: what the one lacks and the other has. */
export const Comparison = ({ source, current, before, after, nameOf }: ComparisonProps) => {
  const { words } = useConsole();
  const texts = useWords(historyWords);
  const useSide = (side: Side) =>
    useQuery({
      queryKey: ['history', source.path, 'content', side === 'public' ? `public ${current}` : side],
      queryFn: ({ signal }) => {
        if (side === 'nothing') return {};
        return side === 'public' ? source.readPublic(signal) : source.readVersion(side, signal);
      },
      // A version never changes.
      staleTime: Number.POSITIVE_INFINITY,
    });
  const [old, latest] = [useSide(before), useSide(after)];
  const error = old.error ?? latest.error;
  const retry = () => {
    void old.refetch();
    void latest.refetch();
  };
  if (error) return <Failure error={error} words={words} retry={retry} />;
  if (!old.data || !latest.data) return <p>{words.loading}</p>;
  return (
    <>
      {before !== 'nothing' && (
        <p className="legend">
          <del>{texts.onlyIn(nameOf(before))}</del> <ins>{texts.onlyIn(nameOf(after))}</ins>
        </p>
      )}
      <Differences before={old.data} after={latest.data} />
    </>
  );
};
