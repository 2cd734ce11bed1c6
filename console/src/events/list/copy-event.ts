import { eventContentSchema } from '../../../../shared/model/events/event.ts';
import type { Api } from '../../api/api.ts';
import { contentOf, type StaffEvent } from '../content.ts';

/** The content of an event for another one: all but its addresses, which are taken. */
export const contentOfCopy = (event: StaffEvent): Parameters<typeof eventContentSchema.parse>[0] => {
  const translations = Object.entries(event.translations).map(([locale, { slug: _, ...text }]) => [locale, text]);
  return { ...contentOf(event), translations: Object.fromEntries(translations) };
};

/** Makes a new draft with the content of an event, of which nothing is public, once for each key; gives its id. */
export const copyEvent = async (api: Api, id: string, key: string): Promise<string> => {
  const event = await api.call('getStaffEvent', { params: { id } });
  return (await api.call('createEvent', { body: eventContentSchema.parse(contentOfCopy(event)), key })).id;
};
