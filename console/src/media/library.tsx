import { memo, useCallback, useState } from 'react';
import { uploadKinds, uploadStates } from '../../../shared/model/files/upload.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { useAddress } from '../ui/use-address.ts';
import { useStable } from '../ui/use-stable.ts';
import { anyAccept } from '../uploads/file-type.ts';
import { DeleteUploads } from './delete-uploads.tsx';
import { useForgetUploads, useLibrary } from './library-query.ts';
import './media.css';
import type { ListedUpload } from './upload.ts';
import { UploadCard } from './upload-card.tsx';
import { UploadDetails } from './upload-details.tsx';
import { uploadName } from './upload-name.ts';
import { mediaWords } from './words.ts';

const states = [...uploadStates, 'expired'] as const;

/** Nothing uses it, and it is not on its way: it may be deleted. */
const isDeletable = ({ usedBy, state }: ListedUpload): boolean =>
  usedBy.length === 0 && state !== 'awaiting' && state !== 'processing';

interface LibraryCardProps {
  readonly upload: ListedUpload;
  readonly isSelected: boolean;
  /** Undefined for people who may not delete it. */
  readonly onSelect: ((uploadId: string, isSelected: boolean) => void) | undefined;
  readonly onOpen: (uploadId: string) => void;
}

/**
 * An upload in the library. It gets all that it shows: another page of uploads renders none of those before it again.
 */
const LibraryCard = memo(({ upload, isSelected, onSelect, onOpen }: LibraryCardProps) => {
  const texts = useWords(mediaWords);
  const { uploadId } = upload;
  return (
    <UploadCard upload={upload}>
      <span className="card-name">
        {onSelect && (
          <input
            type="checkbox"
            aria-label={texts.select(uploadName(upload))}
            disabled={!isDeletable(upload)}
            checked={isSelected}
            onChange={({ target }) => onSelect(uploadId, target.checked)}
          />
        )}
        <button type="button" className="name" onClick={() => onOpen(uploadId)}>
          {uploadName(upload)}
        </button>
      </span>
    </UploadCard>
  );
});

/** All pictures and documents that were uploaded, filtered as the address says. */
export const Library = () => {
  const { words, person, uploads: queue } = useConsole();
  const texts = useWords(mediaWords);
  const forget = useForgetUploads();
  const [search, setAddress] = useAddress();
  const [q, state, kind, use, shown] = ['q', 'state', 'kind', 'use', 'upload'].map((name) => search.get(name) ?? '');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [toDelete, setToDelete] = useState<readonly ListedUpload[]>();
  const set = (name: string) => (value: string) => setAddress({ [name]: value });
  const { list, uploads } = useLibrary({ q: q ?? '', state: state ?? '', kind: kind ?? '', unused: use === 'unused' });
  const chosenIds = new Set(selected);
  const chosen = uploads.filter(({ uploadId }) => chosenIds.has(uploadId));
  const select = useCallback((uploadId: string, isSelected: boolean) => {
    setSelected((before) => (isSelected ? [...before, uploadId] : before.filter((one) => one !== uploadId)));
  }, []);
  const open = useStable(set('upload'));
  const listed = uploads.find(({ uploadId }) => uploadId === shown);
  const mayDelete = person.role === 'admin';
  const deletable = uploads.filter(isDeletable);
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
      </div>
      <div className="drop">
        <p>{texts.drop}</p>
        <FileButton label={texts.add} accept={anyAccept} onChosen={(files) => queue.add(files)} />
      </div>
      <search className="filters">
        <TextField label={texts.search} value={q ?? ''} onChange={set('q')} />
        <Choice
          label={texts.kind}
          value={kind ?? ''}
          onChange={set('kind')}
          options={[['', words.all], ...uploadKinds.map((one) => [one, texts.kinds[one]] as const)]}
        />
        <Choice
          label={texts.state}
          value={state ?? ''}
          onChange={set('state')}
          options={[['', words.all], ...states.map((one) => [one, texts.states[one]] as const)]}
        />
        <Choice
          label={texts.use}
          value={use ?? ''}
          onChange={set('use')}
          options={[
            ['', words.all],
            ['unused', texts.onlyUnused],
          ]}
        />
      </search>
      {mayDelete ? (
        <div className="actions">
          <button
            type="button"
            disabled={deletable.length === 0}
            onClick={() => setSelected(deletable.map(({ uploadId }) => uploadId))}
          >
            {texts.selectUnused}
          </button>
          <button type="button" disabled={selected.length === 0} onClick={() => setSelected([])}>
            {texts.selectNone}
          </button>
          <button type="button" disabled={chosen.length === 0} onClick={() => setToDelete(chosen)}>
            {texts.remove}
          </button>
          <span role="status">{chosen.length > 0 && texts.selected(chosen.length)}</span>
        </div>
      ) : (
        <p className="help">{texts.removeByAdmins}</p>
      )}
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.isSuccess && uploads.length === 0 && !list.hasNextPage && <p>{texts.none}</p>}
      <ul className="grid" aria-label={texts.title}>
        {uploads.map((upload) => (
          <LibraryCard
            key={upload.uploadId}
            upload={upload}
            isSelected={chosenIds.has(upload.uploadId)}
            onSelect={mayDelete ? select : undefined}
            onOpen={open}
          />
        ))}
      </ul>
      <MoreButton list={list} />
      {shown && (
        <UploadDetails
          uploadId={shown}
          listed={listed}
          onClose={() => set('upload')('')}
          onDelete={
            mayDelete && listed && isDeletable(listed)
              ? () => {
                  set('upload')('');
                  setToDelete([listed]);
                }
              : undefined
          }
        />
      )}
      {toDelete && (
        <DeleteUploads
          uploads={toDelete}
          onClose={() => {
            setToDelete(undefined);
            setSelected([]);
          }}
          onDeleted={forget}
        />
      )}
    </>
  );
};
