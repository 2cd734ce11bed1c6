import { lazy, Suspense, useState } from 'react';
import { uploadAccept } from '../../../shared/model/files/upload.ts';
import { useConsole, useWords } from '../console-context.ts';
import { FileButton } from '../ui/file-button.tsx';
import { documentAccept } from '../uploads/file-type.ts';
import type { Arrival } from '../uploads/upload-queue.ts';
import { attachmentWords } from './attachment-words.ts';

const ChooseFromLibrary = lazy(async () => ({
  default: (await import('../media/choose-from-library.tsx')).ChooseFromLibrary,
}));

interface AddUploadsProps {
  readonly kind: Arrival['kind'];
  readonly present: readonly string[];
  readonly onChosen: (uploadIds: readonly string[]) => void;
}

/**
 * Adds pictures or files to what is edited: from this device, or from the library. What is dropped anywhere is added
 * too.
 */
export const AddUploads = ({ kind, present, onChosen }: AddUploadsProps) => {
  const { uploads, announce } = useConsole();
  const texts = useWords(attachmentWords);
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div className="drop">
      <p>{texts[kind].drop}</p>
      <div className="actions">
        <FileButton
          label={texts[kind].add}
          accept={kind === 'picture' ? uploadAccept : documentAccept}
          onChosen={(files) => uploads.add(files)}
        />
        <button type="button" onClick={() => setChoosing(true)}>
          {texts[kind].fromLibrary}
        </button>
      </div>
      {isChoosing && (
        <Suspense>
          <ChooseFromLibrary
            kind={kind}
            present={present}
            onClose={() => setChoosing(false)}
            onChosen={(uploadIds) => {
              setChoosing(false);
              onChosen(uploadIds);
              announce(texts.added(uploadIds.length));
            }}
          />
        </Suspense>
      )}
    </div>
  );
};
