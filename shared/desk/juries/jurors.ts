import { getItem, keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable, listIndex } from '../store/table.ts';

/** A member of the jury of an exhibition. */
export interface Juror {
  /** As `createdBy` names members of the staff. */
  readonly jurorId: string;
  readonly assignedAt: string;
  readonly assignedBy: string;
}

const prefix = 'JUROR#';

const key = (exhibitionId: string, jurorId: string) => keyOf(exhibitionPk(exhibitionId), `${prefix}${jurorId}`);

/** Name of the list that holds the exhibitions whose jury a member of the staff is on. */
export const juryList = (jurorId: string): string => `JURIES#${jurorId}`;

/** Puts a member of the staff on the jury of an exhibition; repeated, it changes nothing but the audit. */
export const saveJuror = async (exhibitionId: string, jurorId: string, context: ActionContext): Promise<Juror> => {
  const juror: Juror = { jurorId, assignedAt: context.now.toISOString(), assignedBy: context.by };
  await writeTogether([
    putWrite(deskTable, {
      ...key(exhibitionId, jurorId),
      assignedAt: { S: juror.assignedAt },
      assignedBy: { S: juror.assignedBy },
      listPk: { S: juryList(jurorId) },
      listSk: { S: exhibitionId },
    }),
    auditWrite({ ...context, notes: { juror: jurorId } }, 'jury.assigned', exhibitionId),
  ]);
  return juror;
};

/** Takes a member of the staff off the jury. The scores stay. */
export const deleteJuror = (exhibitionId: string, jurorId: string, context: ActionContext): Promise<void> =>
  writeTogether([
    deleteWrite(deskTable, key(exhibitionId, jurorId)),
    auditWrite({ ...context, notes: { juror: jurorId } }, 'jury.removed', exhibitionId),
  ]);

/** True if a member of the staff is on the jury of an exhibition. */
export const isJurorOf = async (exhibitionId: string, jurorId: string): Promise<boolean> =>
  (await getItem(deskTable, key(exhibitionId, jurorId))) !== undefined;

export const readJurors = (exhibitionId: string): Promise<Juror[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, ({ sk, assignedAt, assignedBy }) => ({
    jurorId: sk?.S?.slice(prefix.length) ?? '',
    assignedAt: assignedAt?.S ?? '',
    assignedBy: assignedBy?.S ?? '',
  }));

/** The ids of exhibitions whose jury a member of the staff is on, newest first. */
export const readJuriesPage = (jurorId: string, limit: number, after: string | undefined): Promise<Page<string>> =>
  queryPage(
    deskTable,
    { pk: juryList(jurorId), index: listIndex, after, order: 'descending', limit },
    ({ listSk }) => listSk?.S ?? '',
  );
