import { useState } from 'react';
import { groups as everyGroup, type Group } from '../../../shared/model/staff/role.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
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
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const name = nameOfAccount(account);
  const params = { personId: account.id };
  const isChanged = everyGroup.some((group) => groups.includes(group) !== account.groups.includes(group));
  const carryOut = async (act: Promise<unknown>, said: string) => {
    setBusy(true);
    try {
      await act;
      onDone(said);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const act = (label: string, help: string, onClick: () => void) => (
    <li>
      <button type="button" disabled={isBusy} onClick={onClick}>
        {label}
      </button>
      <p className="help">{help}</p>
    </li>
  );
  const isDisabled = account.status === 'disabled';
  return (
    <Dialog title={name} onClose={onClose} isBusy={isBusy}>
      <p>{account.email}</p>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          const body = { groups: [...groups] };
          void carryOut(api.call('updateAccountGroups', { params, body }), texts.roleSaved(name));
        }}
      >
        <RoleFields groups={groups} onChange={setGroups} />
        <p className="actions">
          <button type="submit" className="primary" disabled={isBusy || !isChanged}>
            {texts.saveRole}
          </button>
        </p>
      </form>
      <ul className="account-acts">
        {account.status === 'invited' &&
          act(
            texts.again,
            texts.againHelp,
            () => void carryOut(api.call('resendInvitation', { params }), texts.invited(name)),
          )}
        {account.status === 'active' &&
          act(
            texts.reset,
            texts.resetHelp,
            () => void carryOut(api.call('resetSecondFactor', { params }), texts.wasReset(name)),
          )}
        {isDisabled
          ? act(
              texts.enable,
              texts.enableHelp,
              () => void carryOut(api.call('enableAccount', { params }), texts.enabled(name)),
            )
          : act(
              texts.disable,
              texts.disableHelp,
              () => void carryOut(api.call('disableAccount', { params }), texts.disabled(name)),
            )}
        {isDisabled && act(texts.erase, texts.eraseHelp, onErase)}
      </ul>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <button type="button" disabled={isBusy} onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
};
