import { useState } from 'react';
import { entryStatuses } from '../../../shared/model/exhibitions/artwork.ts';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { bulkWords } from './bulk-words.ts';
import type { EntryEdits } from './edits/entry-edits.ts';
import type { Entry } from './entry.ts';
import { cellValue, pathOf } from './entry-columns.ts';
import { isReadOnly } from './grid/entry-row.tsx';
import { mayEntry } from './may-entry.ts';
import { entryWords } from './words.ts';

/** What is the same for many works, so that it is worth changing together. */
const columns = ['status', 'school', 'region'] as const;

interface BulkChangeProps {
  readonly exhibition: StaffExhibition;
  readonly selected: readonly Entry[];
  readonly edits: EntryEdits;
  /** Called with those that are to be selected from now on. */
  readonly onSelected: (ids: readonly string[]) => void;
}

/**
 * Gives one field of all selected entries the same value, each in the version that is seen. What is refused is listed
 * with what is not saved, and stays selected.
 */
export const BulkChange = ({ exhibition, selected, edits, onSelected }: BulkChangeProps) => {
  const { words, person, announce } = useConsole();
  const texts = useWords(bulkWords);
  const { columns: names, statuses } = useWords(entryWords);
  const [column, setColumn] = useState<(typeof columns)[number]>('status');
  const [value, setValue] = useState<string>(entryStatuses[0]);
  const [done, setDone] = useState<number>();
  const [outcome, setOutcome] = useState<string>();
  if (selected.length === 0) return null;
  const able = selected.filter(
    (entry) => !isReadOnly(column, entry, !mayEntry('changeEntry', exhibition, entry, person)),
  );
  const apply = async () => {
    setOutcome(undefined);
    setDone(0);
    const values = [{ path: pathOf(column, ''), value: cellValue(column, value) }];
    const left = await edits.changeAll(
      able.map((entry) => ({ entry, values })),
      setDone,
    );
    setDone(undefined);
    const said = texts.done(able.length - left.length, able.length);
    setOutcome(said);
    announce(said);
    if (left.length > 0) onSelected(left);
  };
  return (
    <section className="entry-bulk" aria-label={texts.selected(selected.length)}>
      <strong>{texts.selected(selected.length)}</strong>
      <Choice
        label={texts.field}
        value={column}
        onChange={(chosen) => {
          const next = columns.find((one) => one === chosen) ?? 'status';
          setColumn(next);
          setValue(next === 'status' ? entryStatuses[0] : '');
        }}
        options={columns.map((one) => [one, names[one]] as const)}
      />
      {column === 'status' ? (
        <Choice
          label={texts.value}
          value={value}
          onChange={setValue}
          options={entryStatuses.map((status) => [status, statuses[status]] as const)}
        />
      ) : (
        <TextField label={texts.value} value={value} onChange={setValue} />
      )}
      <ActButton className="primary" isOff={done !== undefined || able.length === 0} onClick={() => void apply()}>
        {texts.apply(able.length)}
      </ActButton>
      <button type="button" onClick={() => onSelected([])}>
        {texts.unselect}
      </button>
      {able.length < selected.length && <small>{words.editor.readOnly}</small>}
      {outcome && <p className="entry-outcome">{outcome}</p>}
      {done !== undefined && <progress aria-label={texts.apply(able.length)} value={done} max={able.length} />}
    </section>
  );
};
