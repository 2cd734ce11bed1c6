import type { staffRoutes } from '../../../shared/contract/staff.ts';
import * as desk from '../../../shared/desk/store/audit.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';

export const listAuditEntries: Handlers<typeof staffRoutes>['listAuditEntries'] = async ({ query }, { now }) => {
  const { month, item, limit, cursor } = query;
  if (month && item) throw new InvalidInputError([fieldError('item', 'notBeside', { field: 'month' })]);
  const scope = item ? { item } : { month: month ?? now.toISOString().slice(0, 7) };
  const list = desk.auditList(scope);
  const { items, last } = await desk.readAudit(scope, limit, fromCursor(list, cursor));
  return { body: { items, ...(last && { nextCursor: toCursor(list, last) }) } };
};
