import { describe, expect, it } from 'vitest';
import { auditRows } from '../../../console/src/audit/audit-rows.ts';
import type { AuditEntry } from '../../../console/src/audit/audited-item.ts';
import type { Language } from '../../../console/src/words/words.ts';

const createdAt = '2022-11-18T08:00:00.000Z';

/** The one row of an entry, by what its columns are called. */
const rowOf = (entry: Partial<AuditEntry> & Pick<AuditEntry, 'action'>, language: Language = 'en') => {
  const entries = [{ createdAt, createdBy: { id: '4f0c', name: 'Leyla' }, item: '77aa', ...entry }];
  const [columns = [], row = []] = auditRows(entries, {
    ...{ language, timeZone: 'Asia/Baku' },
    called: () => 'A juror',
    nameOfPerson: (id) => (id === '77aa' ? 'Kamal' : undefined),
  });
  return Object.fromEntries(columns.map((column, n) => [column, row[n]]));
};

describe('a row of the audit', () => {
  it('says of an account whose it is, and which roles were granted', () => {
    expect(rowOf({ action: 'account.groupsChanged', groups: ['editor', 'juror'] })).toMatchObject({
      ...{ 'To what': 'Kamal', 'Its id': '77aa', Who: 'Leyla' },
      'Role granted': 'Editor, Juror',
    });
    expect(rowOf({ action: 'account.invited', groups: ['contributor'] }, 'az')).toMatchObject({
      ...{ 'Nə ilə': 'Kamal', 'Verilmiş rol': 'Yazar' },
    });
    expect(rowOf({ action: 'account.groupsChanged', groups: [] }, 'ru')).toMatchObject({ 'Выданная роль': 'нет' });
  });

  it('says that it is a person where the name is not known, and grants nothing where no role was given', () => {
    const row = rowOf({ action: 'account.disabled', item: '88bb' });
    expect(row).toMatchObject({ 'To what': 'Person', 'Its id': '88bb', 'Role granted': '' });
  });

  it('names no one who was erased', () => {
    expect(rowOf({ action: 'person.erased' })).toMatchObject({ 'To what': 'Person' });
  });

  it('says of Sergi what it did itself', () => {
    expect(rowOf({ action: 'event.ended', createdBy: { id: 'sergi' } })).toMatchObject({ Who: 'Sergi itself' });
  });
});
