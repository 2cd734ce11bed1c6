import { useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { Failure } from '../../ui/failure.tsx';
import type { StaffEvent } from '../content.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

interface OutdatedNoteProps {
  readonly event: StaffEvent;
  readonly locale: string;
  readonly changed: (event: StaffEvent) => void;
}

/** Says that a translation is older than the original; who finds it still right says so. */
export const OutdatedNote = ({ event, locale, changed }: OutdatedNoteProps) => {
  const { api, words, announce } = useConsole();
  const { readOnly } = useFields();
  const { languages } = useWords(fieldWords);
  const [failure, setFailure] = useState<unknown>();
  const mark = async () => {
    setFailure(undefined);
    try {
      const body = { upToDateLocales: [locale] };
      changed(await api.call('updateEvent', { params: { id: event.id }, version: event.version, body }));
      announce(languages.markedUpToDate);
      document.getElementById(`tab-${locale}`)?.focus();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className="note">
      <p>{languages.outdatedNote}</p>
      {!readOnly && (
        <button type="button" onClick={mark}>
          {languages.markUpToDate}
        </button>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
    </div>
  );
};
