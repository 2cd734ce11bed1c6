import {
  actorKindOf,
  actorsAllowedIn,
  type ExhibitionAction,
  exhibitionPermissions,
  stageOf,
} from '../../../shared/model/staff/permissions.ts';
import type { Person } from '../console-context.ts';
import { idOf } from '../events/content.ts';
import type { StaffExhibition } from './staff-exhibition.ts';

/** Whether a person may do something with an exhibition as it is now, by the table that the API asks too. */
export const may = (action: ExhibitionAction, exhibition: StaffExhibition, { id, role }: Person): boolean =>
  actorsAllowedIn(exhibitionPermissions[action], stageOf(exhibition)).includes(
    actorKindOf({ by: id, role }, idOf(exhibition.createdBy)),
  );
