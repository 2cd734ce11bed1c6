import { useConsole, useWords } from '../../console-context.ts';
import { useActs } from '../../editing/use-acts.ts';
import { Failure } from '../../ui/failure.tsx';
import type { StaffEvent } from '../content.ts';
import { writtenEvent } from '../written-event.ts';
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
  const { failure, act } = useActs(writtenEvent, event, changed);
  const mark = () => {
    const body = { upToDateLocales: [locale] };
    return act({
      call: () => api.call('updateEvent', { params: { id: event.id }, version: event.version, body }),
      isDone: ({ outdatedLocales }) => !outdatedLocales.includes(locale),
      done: () => {
        announce(languages.markedUpToDate);
        document.getElementById(`tab-${locale}`)?.focus();
      },
    });
  };
  return (
    <div className="note">
      <p>{languages.outdatedNote}</p>
      {!readOnly && (
        <button type="button" onClick={() => void mark()}>
          {languages.markUpToDate}
        </button>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
    </div>
  );
};
