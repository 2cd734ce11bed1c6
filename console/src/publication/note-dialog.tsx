import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { publicationWords } from './words.ts';

interface NoteProps {
  readonly step: 'asked' | 'returned';
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly onSend: (note: string) => void;
  readonly onClose: () => void;
}

/** Asks for a review, or sends back from it, with a note for the other. */
export const NoteDialog = ({ step, isBusy, failure, onSend, onClose }: NoteProps) => {
  const { words } = useConsole();
  const texts = useWords(publicationWords);
  const [note, setNote] = useState('');
  return (
    <Dialog title={step === 'asked' ? texts.askTitle : texts.sendBackTitle} onClose={onClose} isBusy={isBusy} isForm>
      <TextField
        label={texts.note}
        help={step === 'asked' ? texts.askHelp : texts.sendBackHelp}
        lines={4}
        value={note}
        onChange={setNote}
      />
      {failure !== undefined && <Failure error={failure} words={words} />}
      <DialogActions label={texts.send} onConfirm={() => onSend(note)} />
    </Dialog>
  );
};
