import { isBlind } from '../../../shared/model/staff/permissions.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';

/** Where works are known by their ids. */
export const byIds = 'ids';

/**
 * By what works are told apart: while the rating is blind by numbers, which mean something since they were drawn, else
 * by ids, always.
 */
export const drawOf = (exhibition: StaffExhibition): string =>
  isBlind(exhibition) ? `numbers of ${exhibition.rating?.startedAt}` : byIds;
