import type { BulkAct } from '../../../../shared/model/publication/bulk-act.ts';
import type { EventAction } from '../../../../shared/model/staff/permissions.ts';
import type { AnswerOf } from '../../api/api.ts';
import type { StaffEvent } from '../content.ts';
import { may } from '../may.ts';

/** An event after an act, or why the API has refused the act on it. */
export interface Outcome {
  readonly event: StaffEvent;
  readonly problem?: string;
}

const actions: Readonly<Record<BulkAct, EventAction>> = {
  ...({ publish: 'publishEvent', unpublish: 'unpublishEvent', archive: 'archiveEvent' } as const),
  ...({ unarchive: 'unarchiveEvent', submit: 'submitEvent', recall: 'recallEvent' } as const),
};

const isPublic = ({ publishedLocales }: StaffEvent): boolean => publishedLocales.length > 0;

/** Whether an act would change an event, and the person may do it. */
export const isActFor = (act: BulkAct, event: StaffEvent, person: AnswerOf<'getMe'>): boolean => {
  if (!may(actions[act], event, person)) return false;
  if (act === 'publish') return !isPublic(event) || event.hasUnpublishedChanges;
  return act !== 'unpublish' || isPublic(event);
};

/** What a job has made of the events that it was asked for; `unfinished` is said of those that it has not come to. */
export const outcomesOf = (
  events: readonly StaffEvent[],
  { results = [] }: AnswerOf<'getJob'>,
  unfinished: string,
): Outcome[] => {
  const byId = new Map(results.map((result) => [result.item, result]));
  return events.map((event) => {
    const result = byId.get(event.id);
    if (!result) return { event, problem: unfinished };
    if (result.outcome !== 'refused') return { event };
    return { event, problem: result.errors?.map(({ message }) => message).join(' ') ?? unfinished };
  });
};

/** Whether publishing an event again makes public what was public before, and nothing else. */
export const canReturn = (event: StaffEvent): boolean => isPublic(event) && !event.hasUnpublishedChanges;
