import { useState } from 'react';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { JobProgress } from './job-progress.tsx';
import { setAsideWords } from './set-aside-words.ts';

/** Makes the public pages again, after a warning, and shows how far that is. */
export const Rebuild = ({ onBegun }: { onBegun: () => void }) => {
  const { api, words } = useConsole();
  const texts = useWords(setAsideWords);
  const [isAsking, setAsking] = useState(false);
  const [job, setJob] = useState<AnswerOf<'getJob'>>();
  const [failure, setFailure] = useState<unknown>();
  const rebuild = async () => {
    setAsking(false);
    setFailure(undefined);
    try {
      setJob(await api.call('rebuildShowcase', { body: {} }));
      onBegun();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <section aria-labelledby="rebuild">
      <h2 id="rebuild">{texts.rebuildTitle}</h2>
      <p>{texts.rebuildHelp}</p>
      <button type="button" onClick={() => setAsking(true)}>
        {texts.rebuild}
      </button>
      {failure !== undefined && <Failure error={failure} words={words} />}
      {job && <JobProgress key={`${job.id} ${job.updatedAt}`} job={job} label={texts.rebuilding} onEnd={onBegun} />}
      {isAsking && (
        <Dialog title={texts.rebuildTitle} onClose={() => setAsking(false)}>
          <p>{texts.rebuildWarning}</p>
          <DialogActions
            label={texts.rebuildConfirm}
            onConfirm={() => void rebuild()}
            onClose={() => setAsking(false)}
          />
        </Dialog>
      )}
    </section>
  );
};
