import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useConsole, useWords } from '../console-context.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureText } from '../ui/failure.tsx';
import { useStop } from '../ui/use-stop.ts';
import { type Deletion, deleteEach } from './delete-each.ts';
import type { ListedUpload } from './upload.ts';
import { uploadName } from './upload-name.ts';
import { mediaWords } from './words.ts';

interface DeleteUploadsProps {
  readonly uploads: readonly ListedUpload[];
  /** Is told which are gone, once all were tried. */
  readonly onDeleted: (uploadIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/**
 * Asks before uploads are deleted for good, deletes them one after the other until the person stops it, and says which
 * were not.
 */
export const DeleteUploads = ({ uploads, onDeleted, onClose }: DeleteUploadsProps) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(mediaWords);
  const [tried, setTried] = useState(0);
  const [report, setReport] = useState<Deletion>();
  const said = useRef<HTMLDivElement>(null);
  const { state, run, stop } = useStop();
  const remove = () =>
    run(async (signal) => {
      const deletion = await deleteEach(uploads, {
        remove: (id) => api.call('deleteUpload', { params: { id } }),
        onProgress: setTried,
        signal,
      });
      announce(texts.removed(deletion.gone.length));
      onDeleted(deletion.gone.map(({ uploadId }) => uploadId));
      if (deletion.gone.length === uploads.length) onClose();
      else {
        flushSync(() => setReport(deletion));
        // The button that had the focus is gone.
        said.current?.focus();
      }
    });
  return (
    <Dialog title={texts.removeTitle(uploads.length)} onClose={state ? stop : onClose}>
      {report ? (
        <div ref={said} tabIndex={-1} role="alert" className="failure">
          {report.left.length > 0 && <p>{texts.removeStopped(report.gone.length, report.left.length)}</p>}
          {report.refused.length > 0 && <p>{texts.notRemoved}</p>}
          <ul>
            {report.refused.map(({ upload, error }) => (
              <li key={upload.uploadId}>
                {uploadName(upload)}: {failureText(error, words)}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <p>{texts.removeHelp}</p>
          <ul>
            {uploads.map((upload) => (
              <li key={upload.uploadId}>{uploadName(upload)}</li>
            ))}
          </ul>
        </>
      )}
      {state && (
        <p>
          <progress aria-label={texts.removing(tried, uploads.length)} value={tried} max={uploads.length} />{' '}
          {texts.removing(tried, uploads.length)}
        </p>
      )}
      <p className="actions">
        {!report && (
          <ActButton className="primary" isOff={state !== undefined} onClick={() => void remove()}>
            {texts.removeConfirm}
          </ActButton>
        )}
        <ActButton isOff={state === 'stopping'} onClick={state ? stop : onClose}>
          {state ? words.stop : report ? words.close : words.cancel}
        </ActButton>
      </p>
    </Dialog>
  );
};
