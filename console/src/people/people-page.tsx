import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { foldCase } from '../../../shared/model/text/fold-case.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { type Account, nameOfAccount } from './account.ts';
import { AccountDialog } from './account-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import './people.css';
import { namedPeopleKey } from './use-named-people.ts';
import { usePeople } from './use-people.ts';
import { peopleWords } from './words.ts';

/** What is open above the list. */
type Open =
  | { readonly kind: 'invite' }
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'erase'; readonly person: { readonly id: string; readonly name: string } };

/** Who works here: the accounts of the staff, for admins. */
export const PeoplePage = () => {
  const { words, person, announce } = useConsole();
  const texts = useWords(peopleWords);
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = usePeople();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = (said: string) => {
    close();
    announce(said);
    void refetch();
    void queries.invalidateQueries({ queryKey: namedPeopleKey });
  };
  const wanted = foldCase(search.trim());
  const shown = (data?.accounts ?? []).filter(({ name = '', email }) => foldCase(`${name} ${email}`).includes(wanted));
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
        <button type="button" className="primary" onClick={() => setOpen({ kind: 'invite' })}>
          {texts.invite}
        </button>
      </div>
      <div className="filters">
        <TextField label={texts.search} value={search} onChange={setSearch} />
      </div>
      {error && <Failure error={error} words={words} retry={() => void refetch()} />}
      {isPending && <p>{words.loading}</p>}
      {data && shown.length === 0 && <p role="status">{texts.none}</p>}
      <ul className="list people-list" aria-label={texts.title}>
        {shown.map((account) => (
          <li key={account.id}>
            <strong>{nameOfAccount(account)}</strong>
            <span className="marks">
              <span>{account.groups.map((group) => words.roles[group]).join(', ') || texts.noRole}</span>
              {account.status !== 'active' && <span className="status">{texts.statuses[account.status]}</span>}
              {account.id === person.id ? (
                <small className="own">{texts.you}</small>
              ) : (
                <button
                  type="button"
                  aria-label={texts.manageOf(nameOfAccount(account))}
                  onClick={() => setOpen({ kind: 'account', account })}
                >
                  {texts.manage}
                </button>
              )}
            </span>
            <small>{account.email}</small>
          </li>
        ))}
      </ul>
      {data && data.former.length > 0 && (
        <section aria-labelledby="former">
          <h2 id="former">{texts.formerTitle}</h2>
          <p>{texts.formerHelp}</p>
          <ul className="list people-list">
            {data.former.map((one) => (
              <li key={one.id}>
                <strong>{one.name}</strong>
                <button
                  type="button"
                  aria-label={`${texts.erase}: ${one.name}`}
                  onClick={() => setOpen({ kind: 'erase', person: one })}
                >
                  {texts.erase}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open?.kind === 'invite' && <InviteDialog onInvited={(name) => done(texts.invited(name))} onClose={close} />}
      {open?.kind === 'account' && (
        <AccountDialog
          account={open.account}
          onDone={done}
          onErase={() => setOpen({ kind: 'erase', person: { id: open.account.id, name: nameOfAccount(open.account) } })}
          onClose={close}
        />
      )}
      {open?.kind === 'erase' && (
        <EraseDialog person={open.person} onErased={() => done(texts.erased)} onClose={close} />
      )}
    </>
  );
};
