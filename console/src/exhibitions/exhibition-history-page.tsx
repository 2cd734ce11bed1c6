import { useMemo } from 'react';
import { useConsole } from '../console-context.ts';
import { HistoryView } from '../history/history-view.tsx';
import { ExhibitionFrame } from './exhibition-frame.tsx';
import { exhibitionHistory } from './exhibition-history.ts';
import type { StaffExhibition } from './staff-exhibition.ts';

/** The versions of an exhibition, how any two of them differ, and what was done to it. */
export const ExhibitionHistoryPage = ({ id }: { id: string }) => (
  <ExhibitionFrame id={id}>{(_exhibition, changed) => <History id={id} changed={changed} />}</ExhibitionFrame>
);

const History = ({ id, changed }: { id: string; changed: (exhibition: StaffExhibition) => void }) => {
  const { api } = useConsole();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` is a new function each time, and does the same
  const source = useMemo(() => exhibitionHistory(api, id, changed), [api, id]);
  return <HistoryView source={source} />;
};
