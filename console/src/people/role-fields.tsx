import { type Group, highestRole, type Role, roles } from '../../../shared/model/staff/role.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Choice } from '../ui/field.tsx';
import { peopleWords } from './words.ts';

interface RoleFieldsProps {
  readonly groups: readonly Group[];
  readonly onChange: (groups: readonly Group[]) => void;
  /** Why the choice was refused. */
  readonly error?: string | undefined;
}

/** What a person may act as: one role of the ladder or none, and whether on juries. */
export const RoleFields = ({ groups, onChange, error }: RoleFieldsProps) => {
  const { words } = useConsole();
  const texts = useWords(peopleWords);
  const role = highestRole(groups) ?? '';
  const isJuror = groups.includes('juror');
  const choose = (chosen: Role | '', juror: boolean) =>
    onChange([...(chosen ? [chosen] : []), ...(juror ? (['juror'] as const) : [])]);
  return (
    <>
      <Choice
        {...{ label: texts.role, name: 'groups', value: role, help: texts.roleHelp[role], error }}
        options={[['', texts.juryOnly], ...roles.map((one) => [one, words.roles[one]] as const)]}
        // Who has no role of the ladder is there for juries.
        onChange={(chosen) => choose(chosen as Role | '', isJuror || chosen === '')}
      />
      <p>
        <label className="check">
          <input
            type="checkbox"
            checked={isJuror}
            disabled={role === ''}
            onChange={({ target }) => choose(role, target.checked)}
          />
          {texts.juror}
        </label>
      </p>
    </>
  );
};
