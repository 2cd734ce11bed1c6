import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { siteNameWords } from './name-words.ts';

/** Lets an admin erase the versions of the settings before the current one. */
export const EraseVersions = ({ current, onErased }: { current: number; onErased: () => void }) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(siteNameWords);
  const [isAsking, setAsking] = useState(false);
  const { isBusy, failure, attempt } = useAttempt();
  const erase = async () => {
    const { revisions } = await api.call('deleteSiteRevisions', { version: current });
    setAsking(false);
    announce(texts.erased(revisions));
    onErased();
  };
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {texts.eraseVersions}
      </button>
      {isAsking && (
        <Dialog title={texts.eraseTitle} onClose={() => setAsking(false)} isBusy={isBusy}>
          <p>{texts.eraseHelp}</p>
          {failure !== undefined && <Failure error={failure} words={words} />}
          <DialogActions
            label={texts.eraseConfirm}
            onConfirm={() => void attempt(erase)}
            onClose={() => setAsking(false)}
          />
        </Dialog>
      )}
    </>
  );
};
