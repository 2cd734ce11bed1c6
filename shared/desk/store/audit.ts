import { ulid } from 'ulid';
import { jsonOf } from '../../aws/document.ts';
import { keyOf, type Page, queryPage } from '../../aws/table.ts';
import { isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { type AuditAction, type AuditEntry, auditEntrySchema } from '../../model/staff/audit.ts';
import { deskTable, listIndex } from './table.ts';

/** Who acts, when, and from where. */
export interface ActionContext {
  readonly by: string;
  readonly from: string;
  /** The address that the CDN was asked from, as it says. */
  readonly viewer?: string | undefined;
  readonly now: Date;
  /** What the audit says of the action beside who, when and where. */
  readonly notes?: Pick<AuditEntry, 'namesSeen' | 'juror' | 'groups'>;
}

/** Sergi itself, where it does without being asked what time or an earlier action demands. */
export const maintenanceContext = (now: Date): ActionContext => ({ by: 'sergi', from: 'maintenance', now });

const monthList = (month: string): string => `AUDIT#${month}`;
const itemList = (item: string): string => `AUDIT#${item}`;

/** The write that records an action, for the transaction of the change itself. Entries are never changed. */
export const auditWrite = (
  { by, from, viewer, now, notes }: ActionContext,
  action: AuditAction,
  item: string,
  { version, places = [] }: { readonly version?: number; readonly places?: readonly FieldLocation[] } = {},
): Write => {
  const at = now.toISOString();
  const place = `${at}#${ulid(now.getTime())}`;
  const entry: AuditEntry = {
    ...{ createdAt: at, createdBy: by, from, action, item },
    ...(viewer && { viewer }),
    ...notes,
    ...(version !== undefined && { version }),
    ...(places.length > 0 && { places: [...places] }),
  };
  const list = { listPk: { S: itemList(item) }, listSk: { S: place } };
  const stored = { ...keyOf(monthList(at.slice(0, 7)), place), entry: { S: JSON.stringify(entry) }, ...list };
  return putWrite(deskTable, stored, isNew('audit'));
};

/** Which entries: those of a month (`2022-11`), or those about an item. */
type AuditScope = { readonly month: string } | { readonly item: string };

/** Name of the list that holds the entries of a scope. */
export const auditList = (scope: AuditScope): string =>
  'month' in scope ? monthList(scope.month) : itemList(scope.item);

/** Which entries of the audit are wanted. */
interface AuditRequest {
  readonly limit: number;
  readonly after?: string | undefined;
  /** Lets entries in; all, where absent. */
  readonly isWanted?: (entry: AuditEntry) => boolean;
}

/** Most entries that are read for one page, and how many at least at a time, where few of them are wanted. */
const [mostRead, leastAtOnce] = [1_000, 100];

const readEntry = jsonOf(auditEntrySchema, 'entry');

/** A page of the audit, newest first. It may have fewer entries than are asked for, and yet not be the last. */
export const readAudit = async (
  scope: AuditScope,
  { limit, after, isWanted }: AuditRequest,
): Promise<Page<AuditEntry>> => {
  const found: AuditEntry[] = [];
  const [index, place] = 'item' in scope ? ([listIndex, 'listSk'] as const) : ([undefined, 'sk'] as const);
  const atOnce = isWanted ? Math.max(limit, leastAtOnce) : limit;
  let last = after;
  for (let read = 0; read < mostRead; read += atOnce) {
    const range = { pk: auditList(scope), ...(index ? { index } : { isConsistent: false }), after: last };
    const page = await queryPage(deskTable, { ...range, limit: atOnce, order: 'descending' }, (item) => item);
    for (const item of page.items) {
      const entry = readEntry(item);
      if (!isWanted || isWanted(entry)) found.push(entry);
      last = item[place]?.S;
      if (found.length === limit) return { items: found, last };
    }
    if (page.last === undefined) return { items: found };
  }
  return { items: found, last };
};
