import { Problem } from '../../http/problem.ts';
import { type Exhibition, type StoredExhibitionStatus, transitions } from '../../model/exhibition.ts';
import { type ExhibitionStatus, exhibitionStatusAt } from '../../model/exhibition-status.ts';

const statusLabels: Readonly<Record<ExhibitionStatus, string>> = {
  draft: 'a draft',
  open: 'open for entries',
  selection: 'closed for entries',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
};

/** Refuses a change of state that `transitions` does not know; the refusal names the status that the exhibition has now. */
export const requireTransition = (exhibition: Exhibition, next: StoredExhibitionStatus, now: Date): void => {
  const { id } = exhibition;
  const status = exhibitionStatusAt(exhibition, now);
  const possible = transitions[exhibition.status] ?? [];
  if (possible.includes(next)) return;
  const allowed = possible.map((state) => statusLabels[state]).join(' or ') || 'nothing that this release knows';
  throw new Problem(
    'conflict',
    `The exhibition ${id} is ${statusLabels[status] ?? status}: it cannot become ${statusLabels[next]}, only ${allowed}.`,
    { errors: [{ path: 'status', message: `is ${status}; ${next} cannot follow it` }] },
  );
};
