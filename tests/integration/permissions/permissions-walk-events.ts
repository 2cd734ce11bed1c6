import type { EventStatus } from '../../../shared/model/events/event-status.ts';
import type { EventAction } from '../../../shared/model/staff/permissions.ts';
import type { Answer } from '../../support/clients/client.ts';
import type { AskAs } from '../../support/clients/staff-members.ts';
import type { People } from './permissions-walk.ts';

const demand = ({ status, body }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

/** An event, and a preview of it that an editor has made. */
export interface Walked {
  readonly id: string;
  readonly previewId: string;
  readonly version: number;
}

/** Makes events in a state, created by `own` and handed to `handed`, and asks for an act on them. */
export const eventWalker = ({ own, editor }: People) => {
  const path = (id: string, rest = '') => `/v1/staff/events/${id}${rest}`;
  const make = async (stage: EventStatus): Promise<Walked> => {
    const translations = { az: { title: 'Tədbir', body: 'Mətn' } };
    const { id } = demand(await own('/v1/staff/events', { body: { category: 'events', translations } }));
    demand(await own(path(id, '/handed-to'), { method: 'PUT', version: 1, body: { handedTo: ['kamal'] } }));
    const publishing = { scheduled: { publishAt: '2999-01-01T00:00:00Z' }, published: {}, withdrawn: {} };
    if (stage in publishing) {
      demand(await editor(path(id, '/publish'), { body: publishing[stage as keyof typeof publishing] }));
    }
    if (stage === 'withdrawn') demand(await editor(path(id, '/unpublish'), { body: {} }));
    if (stage === 'inReview') demand(await own(path(id, '/status'), { body: { status: 'inReview' } }));
    const { previewId } = demand(await editor(path(id, '/previews'), { body: { locale: 'az' } }));
    if (stage === 'archived') demand(await own(path(id), { method: 'DELETE', version: 2 }));
    return { id, previewId, version: demand(await editor(path(id))).version };
  };

  const acts: Readonly<Record<EventAction, (who: AskAs, event: Walked) => Promise<Answer>>> = {
    readEvent: (who, { id }) => who(path(id)),
    changeEvent: (who, { id, version }) =>
      who(path(id), { method: 'PATCH', version, body: { place: { name: { az: 'Bakı' } } } }),
    handOver: (who, { id, version }) =>
      who(path(id, '/handed-to'), { method: 'PUT', version, body: { handedTo: ['tural'] } }),
    archiveEvent: (who, { id, version }) => who(path(id), { method: 'DELETE', version }),
    unarchiveEvent: (who, { id, version }) => who(path(id, '/unarchive'), { version, body: {} }),
    submitEvent: (who, { id }) => who(path(id, '/status'), { body: { status: 'inReview' } }),
    recallEvent: (who, { id }) => who(path(id, '/status'), { body: { status: 'draft' } }),
    publishEvent: (who, { id }) => who(path(id, '/publish'), { body: {} }),
    unpublishEvent: (who, { id }) => who(path(id, '/unpublish'), { body: {} }),
    previewEvent: (who, { id }) => who(path(id, '/previews'), { body: { locale: 'az' } }),
    readRevisions: async (who, { id }) => {
      const read = await who(path(id, '/revisions/1'));
      const listed = await who(path(id, '/revisions'));
      const preview = await who(path(id, '/previews'), { body: { locale: 'az', version: 1 } });
      // One of them that is let through would be enough to read it.
      return [read, listed, preview].toSorted((a, b) => a.status - b.status)[0] ?? read;
    },
    revokePreview: (who, { id, previewId }) => who(path(id, `/previews/${previewId}`), { method: 'DELETE' }),
  };
  return { make, acts };
};
