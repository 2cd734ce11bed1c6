import { documentExtension } from '../../../shared/model/files/document.ts';
import { useConsole, useWords } from '../console-context.ts';
import { useActs } from '../editing/use-acts.ts';
import type { ItemAccess, SavedItem } from '../editing/written-kind.ts';
import { sizeInWords } from '../media/size-in-words.ts';
import { mediaWords } from '../media/words.ts';
import { Failure } from '../ui/failure.tsx';
import { useUpload } from '../uploads/use-upload.ts';
import { attachmentWords } from './attachment-words.ts';
import type { StaffEvent } from './content.ts';

/** What files belong to, as it is saved. */
export interface FileOwner extends SavedItem, Pick<StaffEvent, 'files' | 'confirmedFiles'> {}

interface FileFactsProps<S extends FileOwner> {
  readonly kind: ItemAccess<S>;
  readonly saved: S | undefined;
  readonly uploadId: string;
  /** To be called with what they belong to once an editor has read one. */
  readonly changed: (saved: S) => void;
}

/**
 * What a document is; and where nothing but a person can read it, it tells of its authors or hides something, whether
 * an editor has confirmed it.
 */
export const FileFacts = <S extends FileOwner>({ kind, saved, uploadId, changed }: FileFactsProps<S>) => {
  const { api, words, language, person, announce } = useConsole();
  const texts = useWords(attachmentWords);
  const media = useWords(mediaWords);
  const { failure, act } = useActs(kind, saved, changed);
  const upload = useUpload(uploadId);
  if (!upload) return <p>{words.loading}</p>;
  const { document, documentUrl, fileName, state, rejection } = upload;
  if (!document) return <p className="error">{rejection?.message ?? media.states[state]}</p>;
  const isConfirmed = saved?.confirmedFiles?.includes(uploadId) === true;
  const doubts = [
    document.text !== 'extracted' && texts.unread[document.text],
    document.hidden && texts.hides(document.hidden.map((part) => texts.hiddenParts[part]).join(', ')),
    document.metadata && texts.shows(document.metadata.map(({ name, value }) => `${name}: ${value}`).join('; ')),
  ].filter(Boolean);
  const isSaved = saved?.files.some((file) => file.uploadId === uploadId) === true;
  const mayConfirm = person.role === 'editor' || person.role === 'admin';
  const confirm = () => {
    if (!saved) return;
    const { id, version, confirmedFiles = [] } = saved;
    void act({
      call: () => kind.update(api, id, version, { confirmedFiles: [...confirmedFiles, uploadId] }),
      isDone: (after) => after.confirmedFiles?.includes(uploadId) === true,
      done: () => announce(texts.confirmed),
    });
  };
  const facts = [
    documentExtension(document.type).toUpperCase(),
    sizeInWords(document.bytes, language),
    document.pages && media.pages(document.pages),
  ];
  return (
    <div>
      <p>
        {fileName && <strong>{fileName} </strong>}
        <small>{facts.filter(Boolean).join(', ')}</small>{' '}
        {documentUrl && (
          <a href={documentUrl} target="_blank" rel="noreferrer">
            {texts.open}
          </a>
        )}
      </p>
      {doubts.length > 0 && (
        <div className="note">
          {doubts.map((doubt) => (
            <p key={String(doubt)}>{doubt}</p>
          ))}
          {isConfirmed && <p>✓ {texts.confirmed}</p>}
          {saved && !isConfirmed && mayConfirm && isSaved && (
            <button type="button" onClick={() => confirm()}>
              {texts.confirm}
            </button>
          )}
          {!isConfirmed && <p className="help">{mayConfirm ? !isSaved && texts.saveFirst : texts.byEditors}</p>}
          {failure !== undefined && <Failure error={failure} words={words} />}
        </div>
      )}
    </div>
  );
};
