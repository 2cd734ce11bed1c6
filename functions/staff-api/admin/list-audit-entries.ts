import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { blindEntriesAmong } from '../../../shared/desk/exhibitions/blind-entries.ts';
import { requireEntry } from '../../../shared/desk/exhibitions/entry-access.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import * as desk from '../../../shared/desk/store/audit.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { AuditAction, AuditEntry } from '../../../shared/model/staff/audit.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { readSubjects } from './read-subjects.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly person?: string | undefined;
  readonly action?: AuditAction | undefined;
}

/** True for what says which entry was rated: of a number that only a look-up may tell, which goes on record. */
const isRating = ({ action }: AuditEntry): boolean => action === 'artwork.rated';

const readPage = async (
  scope: { readonly item: string } | { readonly month: string },
  { limit, cursor, person, action }: PageQuery,
  isBlindEntry = false,
) => {
  // A cursor is of one list and what is wanted of it.
  const list = [desk.auditList(scope), person, action].filter((part) => part !== undefined).join(' ');
  const isWanted = (entry: AuditEntry) =>
    (person === undefined || entry.createdBy === person) &&
    (action === undefined || entry.action === action) &&
    // Not even that there are more of them: an admin who rates a number would know which entry has it.
    !(isBlindEntry && isRating(entry));
  const { items: found, last } = await desk.readAudit(scope, {
    ...{ limit, after: fromCursor(list, cursor) },
    ...((person !== undefined || action !== undefined || isBlindEntry) && { isWanted }),
  });
  // In a month they may be of any entry.
  const rated = 'month' in scope ? found.filter(isRating) : [];
  const blind = await blindEntriesAmong(rated.map(({ item }) => item));
  const items = found.filter((entry) => !isRating(entry) || !blind.has(entry.item));
  return { items, ...(last && { nextCursor: toCursor(list, last) }) };
};

export const listAuditEntries: StaffHandlers['listAuditEntries'] = async ({ query }, { now }) => {
  const { month, item } = query;
  if (month && item) throw new InvalidInputError([fieldError('item', 'notBeside', { field: 'month' })]);
  const isBlindEntry = item !== undefined && (await blindEntriesAmong([item])).has(item);
  const scope = item ? { item } : { month: month ?? now.toISOString().slice(0, 7) };
  const { items, ...page } = await readPage(scope, query, isBlindEntry);
  const subjects = await readSubjects(items.map((entry) => entry.item));
  return {
    body: {
      items: items.map((entry) => {
        const subject = subjects.get(entry.item);
        return { ...entry, ...(subject && { subject }) };
      }),
      ...page,
    },
  };
};

/** The audit of an item without the addresses from which it was changed, which are for admins. */
const withoutAddresses = async (item: string, query: PageQuery, isBlindEntry = false) => {
  const { items, ...cursor } = await readPage({ item }, query, isBlindEntry);
  const shown = items.map(({ from: _, viewer: __, forwardedFor: ___, ...entry }: AuditEntry) => entry);
  return { body: { items: shown, ...cursor } };
};

export const listEventAuditEntries: StaffHandlers['listEventAuditEntries'] = async ({ params: { id }, query }) => {
  await requireEvent(id);
  return withoutAddresses(id, query);
};

export const listExhibitionAuditEntries: StaffHandlers['listExhibitionAuditEntries'] = async ({ params, query }) => {
  await requireExhibition(params.id);
  return withoutAddresses(params.id, query);
};

/** While entries are rated blind it would tell who has entered one. */
export const listArtworkAuditEntries: StaffHandlers['listArtworkAuditEntries'] = async ({ params, query }, call) => {
  const exhibition = await requireExhibition(params.id);
  const actor = actorOf(call);
  const { id } = await requireEntry(exhibition, params.artworkId, { action: 'readArtist', actor });
  return withoutAddresses(id, query, isBlind(exhibition));
};
