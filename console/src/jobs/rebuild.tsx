import { useState } from 'react';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { JobProgress } from './job-progress.tsx';
import { setAsideWords } from './set-aside-words.ts';

/** Makes the public pages again, after a warning, and shows how far that is. */
export const Rebuild = ({ onBegun }: { onBegun: () => void }) => {
  const { api } = useConsole();
  const texts = useWords(setAsideWords);
  const [isAsking, setAsking] = useState(false);
  const [job, setJob] = useState<AnswerOf<'getJob'>>();
  const rebuild = async () => {
    setJob(await api.call('rebuildShowcase', { body: {} }));
    setAsking(false);
    onBegun();
  };
  return (
    <section aria-labelledby="rebuild">
      <h2 id="rebuild">{texts.rebuildTitle}</h2>
      <p>{texts.rebuildHelp}</p>
      <button type="button" onClick={() => setAsking(true)}>
        {texts.rebuild}
      </button>
      {job && <JobProgress key={`${job.id} ${job.updatedAt}`} job={job} label={texts.rebuilding} onEnd={onBegun} />}
      {isAsking && (
        <ConfirmDialog
          title={texts.rebuildTitle}
          label={texts.rebuildConfirm}
          act={rebuild}
          onClose={() => setAsking(false)}
        >
          <p>{texts.rebuildWarning}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};
