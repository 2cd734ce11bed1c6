import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { peopleWords } from './words.ts';

interface EraseProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** Asks before a name is erased. */
export const EraseDialog = ({ person: { id, name }, onErased, onClose }: EraseProps) => {
  const { api, words } = useConsole();
  const texts = useWords(peopleWords);
  const [failure, setFailure] = useState<unknown>();
  const erase = () => api.call('deletePersonName', { params: { personId: id } }).then(onErased, setFailure);
  return (
    <Dialog title={texts.eraseTitle(name)} onClose={onClose}>
      <p>{texts.eraseHelp}</p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <button type="button" className="primary" onClick={() => void erase()}>
          {texts.eraseConfirm}
        </button>
        <button type="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </Dialog>
  );
};
