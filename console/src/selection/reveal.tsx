import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { selectionWords } from './words.ts';

interface RevealProps {
  readonly exhibition: StaffExhibition;
  /** Whether there is a selection, and it is saved as it stands there. */
  readonly isReady: boolean;
  readonly version: number;
  readonly changed: (exhibition: StaffExhibition) => void;
  /** Called once it is done, and this is to be gone. */
  readonly onRevealed: () => void;
}

/** Ends a blind rating, once it is said what that does. */
export const Reveal = ({ exhibition: { id }, isReady, version, changed, onRevealed }: RevealProps) => {
  const { api, announce } = useConsole();
  const texts = useWords(selectionWords);
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const reveal = async () => {
    const after = await api.call('revealArtists', { params: { id }, version, body: {} });
    close();
    changed(after);
    onRevealed();
    announce(texts.revealed);
  };
  return (
    <section aria-labelledby="reveal">
      <h2 id="reveal">{texts.revealTitle}</h2>
      <p>{isReady ? texts.revealNow : texts.revealLater}</p>
      <p className="actions">
        <button type="button" disabled={!isReady} onClick={() => setAsking(true)}>
          {texts.reveal}
        </button>
      </p>
      {isAsking && (
        <ConfirmDialog title={texts.revealAsk} label={texts.revealConfirm} act={reveal} onClose={close}>
          <ul>
            {texts.revealDoes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </section>
  );
};
