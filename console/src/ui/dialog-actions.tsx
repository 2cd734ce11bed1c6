import type { MouseEvent } from 'react';
import { ActButton } from './act-button.tsx';
import { useOpenDialog } from './dialog.tsx';
import { showIncomplete } from './incomplete.ts';
import { LeaveButton } from './leave-button.tsx';

interface DialogActionsProps {
  /** What the dialogue asks for, on the button that does it. */
  readonly label: string;
  /** Absent in a form, which it submits. */
  readonly onConfirm?: () => void;
  readonly isDisabled?: boolean;
}

/** The two ways out of a dialogue: what it asks for, or nothing. */
export const DialogActions = ({ label, onConfirm, isDisabled = false }: DialogActionsProps) => {
  const { isBusy } = useOpenDialog();
  // A day or a time that is typed in part is not taken for none.
  const confirm = (event: MouseEvent) => {
    if (showIncomplete(event.currentTarget.closest('dialog'))) event.preventDefault();
    else onConfirm?.();
  };
  return (
    <p className="actions">
      <ActButton
        type={onConfirm ? 'button' : 'submit'}
        className="primary"
        isOff={isDisabled || isBusy}
        onClick={confirm}
      >
        {label}
      </ActButton>
      <LeaveButton />
    </p>
  );
};
