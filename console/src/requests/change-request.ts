import type { Api } from '../api/api.ts';
import type { PersonRequest } from './request.ts';
import { saveRequest } from './save-request.ts';

/** What is written of a request; `null` where nothing is. */
export type WrittenRequest = Pick<PersonRequest, 'kind' | 'receivedOn' | 'channel'> & {
  readonly name: string | null;
  readonly note: string | null;
};

const fields = ['kind', 'receivedOn', 'channel', 'name', 'note'] as const;

/**
 * Saves what the person has changed of a request. What somebody else has changed meanwhile stays; refused where that is
 * the same field.
 */
export const changeRequest = async (
  api: Api,
  request: PersonRequest,
  facts: WrittenRequest,
): Promise<PersonRequest> => {
  const isIn = (one: PersonRequest, field: (typeof fields)[number]) => (one[field] ?? null) === facts[field];
  const changed = fields.filter((field) => !isIn(request, field));
  if (changed.length === 0) return request;
  const body = Object.fromEntries(changed.map((field) => [field, facts[field]])) as Partial<WrittenRequest>;
  return saveRequest(api, request, {
    send: ({ id, version }) => api.call('updatePersonRequest', { params: { id }, version, body }),
    isDone: (latest) => changed.every((field) => isIn(latest, field)),
    mayFollow: (latest) => changed.every((field) => isIn(latest, field) || latest[field] === request[field]),
  });
};
