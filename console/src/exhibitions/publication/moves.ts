import { transitions } from '../../../../shared/model/exhibitions/exhibition.ts';
import { isBlind } from '../../../../shared/model/staff/permissions.ts';
import type { Person } from '../../console-context.ts';
import { may } from '../may.ts';
import type { StaffExhibition } from '../staff-exhibition.ts';
import type { StageWords } from './words.ts';

/** The statuses that an exhibition is moved to by hand; the others come of a selection and a publication. */
export type Target = 'draft' | 'open' | 'selection';

/** A way on from where an exhibition is; what it will do depends on how it is rated. */
export interface Move {
  readonly to: Target;
  readonly does: keyof StageWords['moves'];
}

const isTarget = (status: string): status is Target => ['draft', 'open', 'selection'].includes(status);

/** True while the publisher makes a publication of it. */
export const isBeingPublished = ({ publishing }: StaffExhibition): boolean =>
  publishing !== undefined && publishing.errors === undefined;

/** What moving on to a status does. */
const effectOf = (exhibition: StaffExhibition, to: Target): Move['does'] => {
  const { status, blindRating } = exhibition;
  if (to === 'draft') return 'draft';
  if (to === 'selection') return status === 'withdrawn' ? 'select' : blindRating ? 'closeBlind' : 'close';
  if (status === 'draft') return 'open';
  return isBlind(exhibition) ? 'reopenBlind' : 'reopen';
};

/** Where a person may move an exhibition on to, as the API allows it. */
export const movesOf = (exhibition: StaffExhibition, person: Person): readonly Move[] => {
  const { status, blindRating } = exhibition;
  if (person.role !== 'editor' && person.role !== 'admin') return [];
  if (status === 'scheduled' || isBeingPublished(exhibition)) return [];
  const moves = transitions[status].filter(isTarget).map((to) => ({ to, does: effectOf(exhibition, to) }));
  // An exhibition that was public with blind rating has had its artists revealed: they are known.
  const isKnown = status === 'withdrawn' && blindRating;
  const mayReopen = may('reopen', exhibition, person) && (!isKnown || person.role === 'admin');
  return moves.filter(({ does }) => mayReopen || (does !== 'reopen' && does !== 'reopenBlind'));
};
