import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { historyWords } from './words.ts';

interface RestoreProps {
  /** What is restored, in words. */
  readonly name: string;
  readonly isPublic: boolean;
  readonly onRestore: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before an earlier version takes the place of the present one. */
export const RestoreDialog = ({ name, isPublic, onRestore, onClose }: RestoreProps) => {
  const { words } = useConsole();
  const texts = useWords(historyWords);
  const { isBusy, failure, attempt } = useAttempt();
  return (
    <Dialog title={texts.restoreTitle(name)} onClose={onClose} isBusy={isBusy}>
      <p>{texts.restoreHelp}</p>
      {isPublic && <p>{texts.restorePublic}</p>}
      {failure !== undefined && <Failure error={failure} words={words} />}
      <DialogActions label={texts.restoreConfirm} onConfirm={() => void attempt(onRestore)} onClose={onClose} />
    </Dialog>
  );
};
