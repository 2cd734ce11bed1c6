import { useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { titleOf } from '../../events/title-of.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { TextField } from '../../ui/field.tsx';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { stageWords } from './words.ts';

interface EraseDialogProps {
  readonly exhibition: StaffExhibition;
  readonly onErased: (artworks: number) => void;
  readonly onClose: () => void;
}

/**
 * Erases an exhibition with everything in it, once its title is typed. Its works are erased lot by lot: the API is
 * asked until all are gone.
 */
export const EraseDialog = ({ exhibition, onErased, onClose }: EraseDialogProps) => {
  const context = useConsole();
  const { api, words } = context;
  const texts = useWords(stageWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [gone, setGone] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const title = titleOf(exhibition, context);
  const erase = async () => {
    setWrong(typed.trim() !== title);
    if (typed.trim() !== title) return;
    setFailure(undefined);
    let artworks = 0;
    setGone(artworks);
    try {
      const params = { id: exhibition.id };
      let answer = await api.call('eraseExhibition', { params, version: exhibition.version, body: {} });
      artworks += answer.artworks;
      while (!answer.erased) {
        setGone(artworks);
        // Each lot has made another version.
        answer = await api.call('eraseExhibition', { params, body: {} });
        artworks += answer.artworks;
      }
      onErased(artworks);
    } catch (error) {
      setGone(undefined);
      setFailure(error);
    }
  };
  return (
    <Dialog title={texts.eraseTitle(title)} onClose={onClose}>
      <p>{texts.eraseHelp}</p>
      <TextField
        label={texts.eraseType(title)}
        value={typed}
        error={isWrong ? texts.eraseWrong : undefined}
        readOnly={gone !== undefined}
        onChange={setTyped}
      />
      {gone !== undefined && (
        <>
          <p role="status">{texts.erasing(gone)}</p>
          <progress className="exhibition-progress" aria-label={texts.eraseTitle(title)} />
        </>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <button type="button" className="primary" disabled={gone !== undefined} onClick={() => void erase()}>
          {texts.eraseConfirm}
        </button>
        <button type="button" disabled={gone !== undefined} onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </Dialog>
  );
};
