import type { ReactNode } from 'react';
import { useConsole } from '../console-context.ts';
import { Dialog } from './dialog.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { Failure } from './failure.tsx';
import { useAttempt } from './use-attempt.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** What is asked for, on the button that does it. */
  readonly label: string;
  /** Does it, and takes the dialogue from the page once it is done. */
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
  /** What it does. */
  readonly children: ReactNode;
}

/** Asks before something is done, stays until it is done, and says why where it is refused. */
export const ConfirmDialog = ({ title, label, act, onClose, children }: ConfirmDialogProps) => {
  const { words } = useConsole();
  // Of this question alone: what was refused of an earlier one is not said here.
  const { isBusy, failure, attempt } = useAttempt();
  return (
    <Dialog title={title} onClose={onClose} isBusy={isBusy}>
      {children}
      {failure !== undefined && <Failure error={failure} words={words} />}
      <DialogActions label={label} onConfirm={() => void attempt(act)} />
    </Dialog>
  );
};
