import { auditActions } from '../../../shared/model/staff/audit.ts';
import { useConsole, useWords } from '../console-context.ts';
import { auditWords } from '../history/audit-words.ts';
import { actorWords, sergiId } from '../people/actor-name.ts';
import { useNamedPeople } from '../people/use-named-people.ts';
import { byName } from '../ui/by-name.ts';
import { monthInWords } from '../ui/dates.ts';
import { Choice } from '../ui/field.tsx';
import { lastMonths } from './months.ts';
import { auditPageWords } from './words.ts';

/** What of the audit is wanted. */
export interface AuditFilter {
  readonly month: string;
  readonly item: string;
  readonly person: string;
  readonly action: string;
}

interface FiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (change: Partial<AuditFilter>) => void;
}

export const AuditFilters = ({ filter, onChange }: FiltersProps) => {
  const { words, language } = useConsole();
  const texts = useWords(auditPageWords);
  const actions = useWords(auditWords);
  const { byItself, somebody } = useWords(actorWords);
  const people = useNamedPeople();
  const known = people.data ?? [];
  const isKnown = [...known.map(({ id }) => id), sergiId, ''].includes(filter.person);
  const { month, item, person, action } = filter;
  return (
    <div className="filters">
      {!item && (
        <Choice
          label={texts.month}
          value={month}
          onChange={(value) => onChange({ month: value })}
          options={[...new Set([month, ...lastMonths()])]
            .sort()
            .reverse()
            .map((one) => [one, monthInWords(one, language)] as const)}
        />
      )}
      <Choice
        label={texts.person}
        value={person}
        onChange={(value) => onChange({ person: value })}
        options={[
          ['', texts.anybody],
          ...known.map(({ id, name }) => [id, name] as const),
          [sergiId, byItself],
          ...(isKnown ? [] : [[person, people.isPending ? words.loading : somebody] as const]),
        ]}
      />
      <Choice
        label={texts.action}
        value={action}
        onChange={(value) => onChange({ action: value })}
        options={[
          ['', words.all],
          ...auditActions
            .map((one) => [one, actions[one]] as const)
            .toSorted(([, one], [, other]) => byName(one, other)),
        ]}
      />
    </div>
  );
};
