import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { titleOf } from '../../events/title-of.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { TextField } from '../../ui/field.tsx';
import { useStop } from '../../ui/use-stop.ts';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { stageWords } from './words.ts';

interface EraseDialogProps {
  readonly exhibition: StaffExhibition;
  readonly onErased: (artworks: number) => void;
  readonly onClose: () => void;
}

/**
 * Erases an exhibition with everything in it, once its title is typed. Its works are erased lot by lot: the API is
 * asked until all are gone, or the person stops it.
 */
export const EraseDialog = ({ exhibition, onErased, onClose }: EraseDialogProps) => {
  const context = useConsole();
  const { api, words } = context;
  const texts = useWords(stageWords);
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  /** How many works are gone by now; undefined before the first attempt. */
  const [gone, setGone] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const { state, run, stop } = useStop();
  const title = titleOf(exhibition, context);
  const erase = () => {
    setWrong(typed.trim() !== title);
    if (typed.trim() !== title) return;
    setFailure(undefined);
    void run(async (signal) => {
      let artworks = gone ?? 0;
      // Each lot has made another version.
      let version = gone === undefined ? exhibition.version : undefined;
      try {
        while (!signal.aborted) {
          const params = { id: exhibition.id };
          const answer = await api.call('eraseExhibition', { params, version, body: {} });
          artworks += answer.artworks;
          version = undefined;
          if (answer.erased) return onErased(artworks);
          setGone(artworks);
        }
      } catch (error) {
        setFailure(error);
      }
      // What is shown of it beside this dialogue is older.
      await queries.invalidateQueries({ queryKey: ['exhibition', exhibition.id] });
    });
  };
  return (
    <Dialog title={texts.eraseTitle(title)} onClose={state ? stop : onClose}>
      <p>{texts.eraseHelp}</p>
      <TextField
        label={texts.eraseType(title)}
        value={typed}
        error={isWrong ? texts.eraseWrong : undefined}
        readOnly={state !== undefined}
        onChange={setTyped}
      />
      {state && (
        <>
          <p role="status">{texts.erasing(gone ?? 0)}</p>
          <progress className="exhibition-progress" aria-label={texts.eraseTitle(title)} />
        </>
      )}
      {!state && gone !== undefined && <p role="alert">{texts.eraseStopped(gone)}</p>}
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <ActButton className="primary" isOff={state !== undefined} onClick={erase}>
          {texts.eraseConfirm}
        </ActButton>
        <ActButton isOff={state === 'stopping'} onClick={state ? stop : onClose}>
          {state ? words.stop : words.cancel}
        </ActButton>
      </p>
    </Dialog>
  );
};
