import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { siteNameWords } from './name-words.ts';

/** Lets an admin erase the versions of the settings before the current one. */
export const EraseVersions = ({ current, onErased }: { current: number; onErased: () => void }) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(siteNameWords);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const erase = async () => {
    try {
      const { revisions } = await api.call('deleteSiteRevisions', { version: current });
      setAsking(false);
      announce(texts.erased(revisions));
      onErased();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {texts.eraseVersions}
      </button>
      {isAsking && (
        <Dialog title={texts.eraseTitle} onClose={() => setAsking(false)}>
          <p>{texts.eraseHelp}</p>
          {failure !== undefined && <Failure error={failure} words={words} />}
          <DialogActions label={texts.eraseConfirm} onConfirm={() => void erase()} onClose={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  );
};
