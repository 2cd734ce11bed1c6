import { useCommon } from '../console-context.ts';

interface DialogActionsProps {
  /** What the dialogue asks for, on the button that does it. */
  readonly label: string;
  /** Absent in a form, which it submits. */
  readonly onConfirm?: () => void;
  readonly onClose: () => void;
  readonly isDisabled?: boolean;
}

/** The two ways out of a dialogue: what it asks for, or nothing. */
export const DialogActions = ({ label, onConfirm, onClose, isDisabled = false }: DialogActionsProps) => {
  const { words } = useCommon();
  return (
    <p className="actions">
      <button type={onConfirm ? 'button' : 'submit'} className="primary" disabled={isDisabled} onClick={onConfirm}>
        {label}
      </button>
      <button type="button" onClick={onClose}>
        {words.cancel}
      </button>
    </p>
  );
};
