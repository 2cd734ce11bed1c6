import type { StaffEvent } from '../../shared/contract/staff-schemas.ts';
import type { Act } from '../../shared/desk/audit.ts';
import { readEvent, StaleVersion } from '../../shared/desk/events.ts';
import type { Event } from '../../shared/domain/event.ts';
import { invalidInput, Problem } from '../../shared/http/problem.ts';
import type { Call } from '../../shared/http/serve.ts';

/** Stands where no language has a title: in the languages of the desk, so that it is not taken for one. */
const untitled = '— başlıqsız · untitled · без названия —';

/** An event as staff see it. */
export const toStaffEvent = ({ published, ...event }: Event): StaffEvent => ({
  ...event,
  displayTitle: Object.values(event.translations).find(({ title }) => title)?.title ?? untitled,
  hasUnpublishedChanges: published !== undefined && published.version !== event.version,
  publishedLocales: published?.locales ?? [],
});

/** An answer with an event, and the version of it as ETag. */
export const answerEvent = (event: Event) => ({
  body: toStaffEvent(event),
  headers: { etag: `"${event.version}"` },
});

/** Who acts in a call, when and from where. */
export const actOf = ({ staff, now, from, forwardedFor }: Call): Act => ({ by: staff.id, now, from, forwardedFor });

/** The event that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const demandEvent = async (id: string, version?: number): Promise<Event> => {
  const event = await readEvent(id);
  if (!event) throw new Problem('not-found', `There is no event ${id}.`);
  if (version !== undefined && version !== event.version) throw staleVersion(event);
  return event;
};

/** Refuses what an archived event does not allow. */
export const demandNotArchived = (event: Event): void => {
  if (event.status === 'archived') throw new Problem('conflict', `The event ${event.id} is archived.`);
};

const staleVersion = (current: Event): Problem =>
  new Problem(
    'stale-version',
    `Version ${current.version} by ${current.updatedBy} is current. Read it, and make your change to it.`,
    {
      currentVersion: current.version,
      updatedBy: current.updatedBy,
      headers: { etag: `"${current.version}"` },
    },
  );

/** Says what the desk refused in the words of the API. */
export const explain = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StaleVersion) throw staleVersion(error.current);
    if (error instanceof Error && error.name === 'DocumentTooLarge') {
      throw invalidInput([{ path: 'translations', message: `are too long to be kept together. ${error.message}` }]);
    }
    throw error;
  }
};
