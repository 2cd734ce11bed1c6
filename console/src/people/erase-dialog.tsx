import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { peopleWords } from './words.ts';

interface EraseProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** Asks before a name is erased. */
export const EraseDialog = ({ person: { id, name }, onErased, onClose }: EraseProps) => {
  const { api } = useConsole();
  const texts = useWords(peopleWords);
  const erase = () => api.call('deletePersonName', { params: { personId: id } }).then(onErased);
  return (
    <ConfirmDialog title={texts.eraseTitle(name)} label={texts.eraseConfirm} act={erase} onClose={onClose}>
      <p>{texts.eraseHelp}</p>
    </ConfirmDialog>
  );
};
