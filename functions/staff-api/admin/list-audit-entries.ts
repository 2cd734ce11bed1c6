import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readEvent } from '../../../shared/desk/events/events.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import * as desk from '../../../shared/desk/store/audit.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import { ForbiddenError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';

export const listAuditEntries: Handlers<typeof staffRoutes>['listAuditEntries'] = async ({ query }, call) => {
  const { month, item, limit, cursor } = query;
  if (month && item) throw new InvalidInputError([fieldError('item', 'notBeside', { field: 'month' })]);
  const isAdmin = call.staff.role === 'admin';
  if (!isAdmin && !(item && (await isForEditors(item)))) {
    throw new ForbiddenError(reason('roleRequired', { required: 'admin', held: call.staff.role ?? 'none' }));
  }
  const scope = item ? { item } : { month: month ?? call.now.toISOString().slice(0, 7) };
  const list = desk.auditList(scope);
  const { items, last } = await desk.readAudit(scope, limit, fromCursor(list, cursor));
  return {
    body: { items: isAdmin ? items : items.map(withoutOrigin), ...(last && { nextCursor: toCursor(list, last) }) },
  };
};

/**
 * True of events and exhibitions. Who entered an artwork, or sent the picture of it, is hidden while it is rated blind;
 * the settings and the queues are the admins' own.
 */
const isForEditors = async (item: string): Promise<boolean> =>
  (await readEvent(item)) !== undefined || (await readExhibition(item)) !== undefined;

const withoutOrigin = ({ from: _, viewer: __, forwardedFor: ___, ...entry }: AuditEntry) => entry;
