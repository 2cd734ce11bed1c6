import { Problem } from '../../http/problem.ts';
import { type Exhibition, type ExhibitionStatus, transitions } from '../../model/exhibition.ts';

const statusLabels: Readonly<Record<ExhibitionStatus, string>> = {
  draft: 'a draft',
  open: 'open for entries',
  selection: 'closed for entries',
  published: 'published',
  withdrawn: 'withdrawn',
};

/** Refuses a change of state that `transitions` does not know. */
export const requireTransition = ({ id, status }: Exhibition, next: ExhibitionStatus): void => {
  const possible = transitions[status] ?? [];
  if (possible.includes(next)) return;
  const allowed = possible.map((state) => statusLabels[state]).join(' or ') || 'nothing that this release knows';
  throw new Problem(
    'conflict',
    `The exhibition ${id} is ${statusLabels[status] ?? status}: it cannot become ${statusLabels[next]}, only ${allowed}.`,
    { errors: [{ path: 'status', message: `is ${status}; ${next} cannot follow it` }] },
  );
};
