import type { WrittenKind } from '../editing/written-kind.ts';
import { type Content, contentOf, emptyContent, ofItsKind, type StaffEvent } from './content.ts';

/** Events, news, pages and notices. */
export const writtenEvent: WrittenKind<Content, StaffEvent> = {
  ...{ name: 'event', path: '/events', lists: 'events', emptyContent, contentOf, sentOf: ofItsKind },
  read: (api, id) => api.call('getStaffEvent', { params: { id } }),
  create: (api, body, key) => api.call('createEvent', { body, key }),
  update: (api, id, version, body) => api.call('updateEvent', { params: { id }, version, body }),
};
