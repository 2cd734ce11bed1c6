import { useState } from 'react';
import { groups as everyGroup, type Group } from '../../../shared/model/staff/role.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { LeaveButton } from '../ui/leave-button.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { type Account, nameOfAccount } from './account.ts';
import { RoleFields } from './role-fields.tsx';
import { peopleWords } from './words.ts';

interface AccountProps {
  readonly account: Account;
  /** Told what was done, in words. */
  readonly onDone: (said: string) => void;
  /** Told that the name is to be erased. */
  readonly onErase: () => void;
  readonly onClose: () => void;
}

/** What can be done with the account of another person. */
export const AccountDialog = ({ account, onDone, onErase, onClose }: AccountProps) => {
  const { api, words } = useConsole();
  const texts = useWords(peopleWords);
  const [groups, setGroups] = useState<readonly Group[]>(account.groups);
  const { isBusy, failure, attempt } = useAttempt();
  const name = nameOfAccount(account);
  const params = { personId: account.id };
  const isChanged = everyGroup.some((group) => groups.includes(group) !== account.groups.includes(group));
  const carryOut = (act: () => Promise<unknown>, said: string) => void attempt(() => act().then(() => onDone(said)));
  const act = (label: string, help: string, onClick: () => void) => (
    <li>
      <ActButton isOff={isBusy} onClick={onClick}>
        {label}
      </ActButton>
      <p className="help">{help}</p>
    </li>
  );
  const isDisabled = account.status === 'disabled';
  return (
    <Dialog title={name} onClose={onClose} isBusy={isBusy} unsaved={isChanged ? words.leaveTyped : undefined}>
      <p>{account.email}</p>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          const body = { groups: [...groups] };
          carryOut(() => api.call('updateAccountGroups', { params, body }), texts.roleSaved(name));
        }}
      >
        <RoleFields groups={groups} onChange={setGroups} />
        <p className="actions">
          <ActButton type="submit" className="primary" isOff={isBusy || !isChanged}>
            {texts.saveRole}
          </ActButton>
        </p>
      </form>
      <ul className="account-acts">
        {account.status === 'invited' &&
          act(texts.again, texts.againHelp, () =>
            carryOut(() => api.call('resendInvitation', { params }), texts.invited(name)),
          )}
        {account.status === 'active' &&
          act(texts.reset, texts.resetHelp, () =>
            carryOut(() => api.call('resetSecondFactor', { params }), texts.wasReset(name)),
          )}
        {isDisabled
          ? act(texts.enable, texts.enableHelp, () =>
              carryOut(() => api.call('enableAccount', { params }), texts.enabled(name)),
            )
          : act(texts.disable, texts.disableHelp, () =>
              carryOut(() => api.call('disableAccount', { params }), texts.disabled(name)),
            )}
        {isDisabled && act(texts.erase, texts.eraseHelp, onErase)}
      </ul>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <LeaveButton label={words.close} />
      </p>
    </Dialog>
  );
};
