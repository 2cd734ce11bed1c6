import { useConsole, useWords } from '../../console-context.ts';
import { useActs } from '../../editing/use-acts.ts';
import type { ItemAccess, SavedItem } from '../../editing/written-kind.ts';
import { Failure } from '../../ui/failure.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

interface Translated extends SavedItem {
  readonly outdatedLocales: readonly string[];
}

interface OutdatedNoteProps<S extends Translated> {
  readonly kind: ItemAccess<S>;
  readonly saved: S;
  readonly locale: string;
  readonly changed: (saved: S) => void;
}

/** Says that a translation is older than the original; who finds it still right says so. */
export const OutdatedNote = <S extends Translated>({ kind, saved, locale, changed }: OutdatedNoteProps<S>) => {
  const { api, words, announce } = useConsole();
  const { readOnly } = useFields();
  const { languages } = useWords(fieldWords);
  const { failure, act } = useActs(kind, saved, changed);
  const mark = () =>
    act({
      call: () => kind.update(api, saved.id, saved.version, { upToDateLocales: [locale] }),
      isDone: ({ outdatedLocales }) => !outdatedLocales.includes(locale),
      done: () => {
        announce(languages.markedUpToDate);
        document.getElementById(`tab-${locale}`)?.focus();
      },
    });
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
