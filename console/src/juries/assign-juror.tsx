import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { staffIdSchema } from '../../../shared/model/staff/staff-id.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { editorWords } from './editor-words.ts';
import type { Juror } from './juror.ts';
import type { KnownJuror } from './use-known-jurors.ts';

interface AssignProps {
  readonly id: string;
  readonly jurors: readonly Juror[];
  /** Who may be chosen. */
  readonly people: readonly KnownJuror[];
}

/** Puts a person on the jury: one who may be put on juries, or anybody by the id that the console shows them. */
export const AssignJuror = ({ id, jurors, people }: AssignProps) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(editorWords);
  const queries = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const { failure, attempt } = useAttempt();
  const [isTold, setTold] = useState(false);
  const present = new Set(jurors.flatMap(({ jurorId, assignedAt }) => (assignedAt ? [jurorId] : [])));
  const options = people.filter((person) => !present.has(person.id));
  const isById = chosen === '';
  const jurorId = isById ? typed.trim() : chosen;
  const isWrong = !staffIdSchema.safeParse(jurorId).success;
  const assign = async () => {
    const { juror } = await api.call('assignJuror', { params: { id, jurorId }, body: {} });
    await queries.invalidateQueries({ queryKey: ['jurors', id] });
    const name = typeof juror === 'string' ? undefined : juror.name;
    announce(texts.added(name ?? people.find((person) => person.id === jurorId)?.name ?? jurorId));
    setChosen('');
    setTyped('');
  };
  return (
    <form
      className="jury-add"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setTold(isWrong);
        if (!isWrong) void attempt(assign);
      }}
      noValidate
    >
      <h3>{texts.add}</h3>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <div className="filters">
        <Choice
          label={texts.person}
          help={texts.personHelp}
          value={chosen}
          onChange={setChosen}
          options={[...options.map((person) => [person.id, person.name] as const), ['', texts.byNumber]]}
        />
        {isById && (
          <TextField
            label={texts.idLabel}
            help={texts.idHelp}
            value={typed}
            error={isTold && isWrong ? texts.idInvalid : undefined}
            onChange={setTyped}
          />
        )}
      </div>
      <button type="submit">{texts.assign}</button>
    </form>
  );
};
