/** Who may do what, as the tables of `docs/guides/roles.md`: `node tools/permissions-table.ts` prints them. */
import { eventStatuses } from '../shared/model/events/event-status.ts';
import {
  type ActorKind,
  actorsAllowedIn,
  eventPermissions,
  exhibitionPermissions,
  exhibitionStages,
  type PermissionRule,
  type Stage,
} from '../shared/model/staff/permissions.ts';
import type { ActionName } from '../shared/refusals/names.ts';
import { en } from '../shared/refusals/staff-words-en.ts';

const letters: readonly (readonly [ActorKind, string])[] = [
  ['juror', 'J'],
  ['foreign', 'C'],
  ['handed', 'H'],
  ['own', 'O'],
  ['editor', 'E'],
  ['admin', 'A'],
];

/** A contributor who may do it to others' items may do it to their own, and to those handed to them, as well. */
const cellOf = (allowed: readonly ActorKind[]): string => {
  const shown = letters.filter(
    ([actor]) => allowed.includes(actor) && !(allowed.includes('foreign') && ['handed', 'own'].includes(actor)),
  );
  return shown.map(([, letter]) => letter).join(' ') || '–';
};

const tableOf = (permissions: Readonly<Record<string, PermissionRule>>, stages: readonly Stage[]): string =>
  [
    `| to … | ${stages.join(' | ')} |`,
    `| --- |${stages.map(() => ' --- |').join('')}`,
    ...Object.entries(permissions).map(
      ([action, permission]) =>
        `| ${en.actions[action as ActionName]} | ${stages.map((stage) => cellOf(actorsAllowedIn(permission, stage))).join(' | ')} |`,
    ),
  ].join('\n');

/** The table of exhibitions and entries, and that of events, in Markdown. */
export const permissionsTables = (): { exhibitions: string; events: string } => ({
  exhibitions: tableOf(exhibitionPermissions, exhibitionStages),
  events: tableOf(eventPermissions, eventStatuses),
});

if (import.meta.main) {
  const { exhibitions, events } = permissionsTables();
  console.log(`${exhibitions}\n\n${events}`);
}
