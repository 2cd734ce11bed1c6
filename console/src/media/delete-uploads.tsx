import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { failureText } from '../ui/failure.tsx';
import type { ListedUpload } from './upload.ts';
import { uploadName } from './upload-name.ts';
import { mediaWords } from './words.ts';

interface DeleteUploadsProps {
  readonly uploads: readonly ListedUpload[];
  /** Is told which are gone, once all were tried. */
  readonly onDeleted: (uploadIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Asks before uploads are deleted for good, deletes them one after the other, and says which were not. */
export const DeleteUploads = ({ uploads, onDeleted, onClose }: DeleteUploadsProps) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(mediaWords);
  const [done, setDone] = useState<number>();
  const [refused, setRefused] = useState<readonly (readonly [name: string, why: string])[]>([]);
  const remove = async () => {
    const gone: string[] = [];
    const failed: (readonly [string, string])[] = [];
    for (const upload of uploads) {
      setDone(gone.length);
      try {
        await api.call('deleteUpload', { params: { id: upload.uploadId } });
        gone.push(upload.uploadId);
      } catch (error) {
        failed.push([uploadName(upload), failureText(error, words)]);
      }
    }
    announce(texts.removed(gone.length));
    onDeleted(gone);
    setRefused(failed);
    setDone(undefined);
    if (failed.length === 0) onClose();
  };
  return (
    <Dialog title={texts.removeTitle(uploads.length)} onClose={onClose}>
      {refused.length > 0 ? (
        <div role="alert" className="failure">
          <p>{texts.notRemoved}</p>
          <ul>
            {refused.map(([name, why]) => (
              <li key={name}>
                {name}: {why}
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
      {done !== undefined && (
        <p>
          <progress aria-label={texts.removing(done, uploads.length)} value={done} max={uploads.length} />{' '}
          {texts.removing(done, uploads.length)}
        </p>
      )}
      <p className="actions">
        {refused.length === 0 && (
          <button type="button" className="primary" disabled={done !== undefined} onClick={() => void remove()}>
            {texts.removeConfirm}
          </button>
        )}
        <button type="button" disabled={done !== undefined} onClick={onClose}>
          {refused.length > 0 ? words.close : words.cancel}
        </button>
      </p>
    </Dialog>
  );
};
