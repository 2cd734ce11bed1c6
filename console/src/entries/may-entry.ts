import {
  actorKindOf,
  actorsAllowedIn,
  type ExhibitionAction,
  exhibitionPermissions,
  stageOf,
} from '../../../shared/model/staff/permissions.ts';
import type { Person } from '../console-context.ts';
import { idOf } from '../events/content.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import type { Entry } from './entry.ts';

/** Whether a person may do something with an entry as it is now, by the table that the API asks too. */
export const mayEntry = (
  action: ExhibitionAction,
  exhibition: StaffExhibition,
  { createdBy }: Pick<Entry, 'createdBy'>,
  { id, role }: Person,
): boolean =>
  actorsAllowedIn(exhibitionPermissions[action], stageOf(exhibition as Parameters<typeof stageOf>[0])).includes(
    actorKindOf({ by: id, role }, createdBy && idOf(createdBy)),
  );
