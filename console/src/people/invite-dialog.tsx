import { type FormEvent, useState } from 'react';
import type { Group } from '../../../shared/model/staff/role.ts';
import { RefusedError } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { Choice, Field, TextField } from '../ui/field.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { type Language, languageNames, languages } from '../words/words.ts';
import { RoleFields } from './role-fields.tsx';
import { peopleWords } from './words.ts';

interface InviteProps {
  /** Told the name of who was invited. */
  readonly onInvited: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks whom to invite, and as what. */
export const InviteDialog = ({ onInvited, onClose }: InviteProps) => {
  const { api, words, language: own } = useConsole();
  const texts = useWords(peopleWords);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [groups, setGroups] = useState<readonly Group[]>(['contributor']);
  const [language, setLanguage] = useState<Language>(own);
  const { isBusy, failure, attempt } = useAttempt();
  const errors = failure instanceof RefusedError ? (failure.problem.errors ?? []) : [];
  const errorAt = (field: string) => errors.find(({ path }) => path.split('.')[0] === field)?.message;
  const send = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = submitted.currentTarget;
    const invite = async () => {
      try {
        await api.call('createAccount', { body: { email: email.trim(), name, groups: [...groups], language } });
        onInvited(name);
      } catch (error) {
        const field = error instanceof RefusedError && error.problem.errors?.[0]?.path.split('.')[0];
        if (field) form.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
        throw error;
      }
    };
    void attempt(invite);
  };
  return (
    <Dialog title={texts.inviteTitle} onClose={onClose} isBusy={isBusy} isForm>
      <form onSubmit={send} noValidate>
        <Field label={texts.email} name="email" error={errorAt('email')}>
          {(control) => (
            <input
              {...control}
              type="email"
              value={email}
              autoComplete="off"
              onChange={({ target }) => setEmail(target.value)}
            />
          )}
        </Field>
        <TextField
          {...{ label: texts.name, help: texts.nameHelp, name: 'name', value: name, error: errorAt('name') }}
          onChange={setName}
        />
        <RoleFields groups={groups} onChange={setGroups} error={errorAt('groups')} />
        <Choice
          {...{ label: texts.language, name: 'language', value: language }}
          options={languages.map((one) => [one, languageNames[one]] as const)}
          onChange={(chosen) => setLanguage(chosen as Language)}
        />
        {failure !== undefined && errors.length === 0 && <Failure error={failure} words={words} />}
        <DialogActions label={texts.send} />
      </form>
    </Dialog>
  );
};
