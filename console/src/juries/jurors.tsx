import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { AssignJuror } from './assign-juror.tsx';
import { editorWords } from './editor-words.ts';
import type { Juror } from './juror.ts';
import { useJurorName, useKnownJurors } from './use-known-jurors.ts';

/** How often the progress is asked for while somebody looks at it, in milliseconds. */
const pause = 30_000;

/** The jury of an exhibition: how far each is, and ways to put people on it and to take them off. */
export const Jurors = ({ id }: { id: string }) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(editorWords);
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const hasLeft = useRef(false);
  const [leaving, setLeaving] = useState<Juror>();
  const queryKey = ['jurors', id];
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.call('listJurors', { params: { id }, signal }),
    staleTime: 0,
    refetchInterval: pause,
  });
  const jurors = data?.items ?? [];
  const people = useKnownJurors();
  const called = useJurorName();
  const remove = async (juror: Juror) => {
    await api.call('removeJuror', { params: { id, jurorId: juror.jurorId } });
    await queries.invalidateQueries({ queryKey });
    hasLeft.current = true;
    setLeaving(undefined);
    announce(texts.removed(called(juror.juror)));
  };
  // Once the dialogue is closed: the button that has opened it is gone with the juror.
  useEffect(() => {
    if (leaving || !hasLeft.current) return;
    hasLeft.current = false;
    heading.current?.focus();
  }, [leaving]);
  return (
    <section aria-labelledby="jurors">
      <h2 id="jurors" ref={heading} tabIndex={-1}>
        {texts.jurors}
      </h2>
      {error && <Failure error={error} words={words} retry={() => void refetch()} />}
      {isPending && !error && <p>{words.loading}</p>}
      {data && jurors.length === 0 && <p>{texts.noJurors}</p>}
      <ul className="list" aria-labelledby="jurors">
        {jurors.map((juror) => (
          <JurorItem key={juror.jurorId} juror={juror} name={called(juror.juror)} onRemove={() => setLeaving(juror)} />
        ))}
      </ul>
      {data && <AssignJuror id={id} jurors={jurors} people={people} />}
      {leaving && (
        <ConfirmDialog
          title={texts.removeTitle(called(leaving.juror))}
          label={texts.remove}
          act={() => remove(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{texts.removeHelp}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};

interface ItemProps {
  readonly juror: Juror;
  readonly name: string;
  readonly onRemove: () => void;
}

const JurorItem = ({ juror, name, onRemove }: ItemProps) => {
  const { language, site } = useConsole();
  const texts = useWords(editorWords);
  const called = useJurorName();
  const { rated, total, assignedAt, assignedBy } = juror;
  const said = texts.progress(rated, total);
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <span className="jury-far">
          {total > 0 && <progress value={rated} max={total} aria-label={`${name}: ${said}`} />}
          <span>{said}</span>
        </span>
      </span>
      {assignedAt && (
        <span className="marks">
          <button type="button" aria-label={texts.removeOf(name)} onClick={onRemove}>
            {texts.remove}
          </button>
        </span>
      )}
      <small>
        {assignedAt && assignedBy
          ? texts.assigned(called(assignedBy), momentInWords(assignedAt, language, site.timeZone))
          : texts.unassigned}
      </small>
    </li>
  );
};
