import { idOf } from '../events/content.ts';
import { auditWords } from '../history/audit-words.ts';
import { actorName } from '../people/actor-name.ts';
import { toLocal } from '../ui/dates.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { type AuditEntry, auditedItem } from './audited-item.ts';
import { auditPageWords } from './words.ts';

/** The roles that an entry says were granted, in words; undefined where it is about none. */
export const grantedRoles = ({ groups }: Pick<AuditEntry, 'groups'>, language: Language): string | undefined => {
  const roles: Readonly<Record<string, string>> = wordsIn[language].roles;
  return groups && (groups.map((group) => roles[group] ?? group).join(', ') || auditPageWords[language].noRole);
};

/** Entries as the rows of a table, in words, with what each column is called. */
export const auditRows = (
  entries: readonly AuditEntry[],
  {
    language,
    timeZone,
    called,
    nameOfPerson,
  }: {
    readonly language: Language;
    readonly timeZone: string;
    /** What a juror is called. */
    readonly called: (juror: NonNullable<AuditEntry['juror']>) => string;
    readonly nameOfPerson: (id: string) => string | undefined;
  },
): string[][] => {
  const texts = auditPageWords[language];
  const { columns } = texts;
  return [
    Object.values(columns),
    ...entries.map((entry) => {
      const { createdAt, createdBy, action, item, version, juror, viewer, from } = entry;
      const row: Readonly<Record<keyof typeof columns, string>> = {
        time: toLocal(createdAt, timeZone).replace('T', ' '),
        action: auditWords[language][action],
        item: auditedItem(entry, texts, nameOfPerson).name,
        itemId: item,
        person: actorName(createdBy, language),
        personId: idOf(createdBy),
        version: version === undefined ? '' : String(version),
        juror: juror === undefined ? '' : called(juror),
        role: grantedRoles(entry, language) ?? '',
        address: viewer ?? from ?? '',
      };
      return (Object.keys(columns) as (keyof typeof columns)[]).map((column) => row[column]);
    }),
  ];
};
