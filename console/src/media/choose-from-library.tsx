import { memo, useCallback, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { useLibrary } from './library-query.ts';
import type { ListedUpload } from './upload.ts';
import { UploadCard } from './upload-card.tsx';
import { uploadName } from './upload-name.ts';
import { mediaWords } from './words.ts';
import './media.css';

interface ChooseFromLibraryProps {
  readonly kind: ListedUpload['kind'];
  /** What is chosen already. */
  readonly present: readonly string[];
  readonly onChosen: (uploadIds: readonly string[]) => void;
  readonly onClose: () => void;
}

interface ChoiceCardProps {
  readonly upload: ListedUpload;
  readonly isPresent: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (uploadId: string, isChosen: boolean) => void;
}

/** An upload that can be chosen: as in the library, another page renders none of those before it again. */
const ChoiceCard = memo(({ upload, isPresent, isChosen, onChoose }: ChoiceCardProps) => (
  <UploadCard upload={upload}>
    <label className="check">
      <input
        type="checkbox"
        disabled={isPresent}
        checked={isPresent || isChosen}
        onChange={({ target }) => onChoose(upload.uploadId, target.checked)}
      />
      <span>{uploadName(upload)}</span>
    </label>
  </UploadCard>
));

/** A dialogue in which people choose among the pictures or documents that are there. */
export const ChooseFromLibrary = ({ kind, present, onChosen, onClose }: ChooseFromLibraryProps) => {
  const { words } = useConsole();
  const texts = useWords(mediaWords);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = useCallback((uploadId: string, isChosen: boolean) => {
    setChosen((before) => (isChosen ? [...before, uploadId] : before.filter((one) => one !== uploadId)));
  }, []);
  const { list, uploads } = useLibrary({ q, kind, state: 'ready' });
  return (
    <Dialog title={texts.choose[kind]} onClose={onClose}>
      <TextField label={texts.search} value={q} onChange={setQ} />
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.isSuccess && uploads.length === 0 && !list.hasNextPage && <p>{texts.none}</p>}
      <ul className="grid" aria-label={texts.choose[kind]}>
        {uploads.map((upload) => (
          <ChoiceCard
            key={upload.uploadId}
            upload={upload}
            isPresent={present.includes(upload.uploadId)}
            isChosen={chosen.includes(upload.uploadId)}
            onChoose={choose}
          />
        ))}
      </ul>
      <MoreButton list={list} />
      <DialogActions
        label={texts.addChosen(chosen.length)}
        isDisabled={chosen.length === 0}
        onConfirm={() => onChosen(chosen)}
      />
    </Dialog>
  );
};
