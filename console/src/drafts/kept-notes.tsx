import { useEffect, useState } from 'react';
import { useConsole } from '../console-context.ts';

interface KeptNotesProps extends TakenUpProps {
  readonly canKeep: boolean;
  /** What is written was there before the form was opened. */
  readonly isTakenUp: boolean;
}

/** What is to be known of how a form is kept on the device. */
export const KeptNotes = ({ canKeep, isTakenUp, onDrop }: KeptNotesProps) => {
  const { words } = useConsole();
  return (
    <>
      {!canKeep && <p className="note">{words.editor.notKept}</p>}
      {isTakenUp && <TakenUp onDrop={onDrop} />}
    </>
  );
};

interface TakenUpProps {
  readonly onDrop: () => void;
}

/** Says that what was written in a form before it was opened is there again, and lets the person delete it. */
const TakenUp = ({ onDrop }: TakenUpProps) => {
  const { words } = useConsole();
  const [isSaid, setSaid] = useState(false);
  // Screen readers say what changes in a region, and not what it has from the beginning.
  useEffect(() => setSaid(true), []);
  const drop = () => {
    onDrop();
    // The button that had the focus is gone.
    document.querySelector<HTMLElement>('h1[tabindex="-1"]')?.focus();
  };
  return (
    <div className="note">
      <p role="status">{isSaid && words.editor.draftTaken}</p>
      <p className="actions">
        <button type="button" onClick={drop}>
          {words.editor.draftDrop}
        </button>
      </p>
    </div>
  );
};
