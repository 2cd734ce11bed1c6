import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
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
  const { isBusy, failure, attempt } = useAttempt();
  const erase = () => api.call('deletePersonName', { params: { personId: id } }).then(onErased);
  return (
    <Dialog title={texts.eraseTitle(name)} onClose={onClose} isBusy={isBusy}>
      <p>{texts.eraseHelp}</p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <DialogActions label={texts.eraseConfirm} onConfirm={() => void attempt(erase)} onClose={onClose} />
    </Dialog>
  );
};
