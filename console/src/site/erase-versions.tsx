import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { siteNameWords } from './name-words.ts';

/** Lets an admin erase the versions of the settings before the current one. */
export const EraseVersions = ({ current, onErased }: { current: number; onErased: () => void }) => {
  const { api, announce } = useConsole();
  const texts = useWords(siteNameWords);
  const [isAsking, setAsking] = useState(false);
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
        <ConfirmDialog title={texts.eraseTitle} label={texts.eraseConfirm} act={erase} onClose={() => setAsking(false)}>
          <p>{texts.eraseHelp}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
