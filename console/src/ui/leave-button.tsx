import { useCommon } from '../console-context.ts';
import { ActButton } from './act-button.tsx';
import { useOpenDialog } from './dialog.tsx';

interface LeaveButtonProps {
  readonly label?: string;
}

/** Leaves the dialogue that it stands in as Escape does: where something would be lost, that is asked first. */
export const LeaveButton = ({ label }: LeaveButtonProps) => {
  const { words } = useCommon();
  const { isBusy, leave } = useOpenDialog();
  return (
    <ActButton isOff={isBusy} onClick={leave}>
      {label ?? words.cancel}
    </ActButton>
  );
};
