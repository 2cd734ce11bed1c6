import type { staffRoutes } from '../../../shared/contract/staff.ts';
import * as desk from '../../../shared/desk/store/audit.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import { invalidInput } from '../../../shared/http/problem.ts';
import type { Handlers } from '../../../shared/http/serve.ts';

export const listAuditEntries: Handlers<typeof staffRoutes>['listAuditEntries'] = async ({ query }, { now }) => {
  const { month, item, limit, cursor } = query;
  if (month && item) throw invalidInput([{ path: 'item', message: 'may not stand beside month: ask for one of them' }]);
  const scope = item ? { item } : { month: month ?? now.toISOString().slice(0, 7) };
  const list = desk.auditList(scope);
  const { items, last } = await desk.readAudit(scope, limit, fromCursor(list, cursor));
  return { body: { items, ...(last && { nextCursor: toCursor(list, last) }) } };
};
