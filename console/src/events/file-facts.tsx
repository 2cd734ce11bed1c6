import { documentExtension } from '../../../shared/model/document.ts';
import { useConsole, useWords } from '../console-context.ts';
import { sizeInWords } from '../media/size-in-words.ts';
import { mediaWords } from '../media/words.ts';
import { Failure } from '../ui/failure.tsx';
import { useUpload } from '../uploads/use-upload.ts';
import { attachmentWords } from './attachment-words.ts';
import type { StaffEvent } from './content.ts';
import { useActs } from './use-acts.ts';

interface FileFactsProps {
  readonly event: StaffEvent | undefined;
  readonly uploadId: string;
  readonly changed: (event: StaffEvent) => void;
}

/** What a document is; and where nothing but a person can read it, or it tells of its authors, whether an editor has confirmed it. */
export const FileFacts = ({ event, uploadId, changed }: FileFactsProps) => {
  const { api, words, language, person, announce } = useConsole();
  const texts = useWords(attachmentWords);
  const media = useWords(mediaWords);
  const { failure, act } = useActs(event, changed);
  const upload = useUpload(uploadId);
  if (!upload) return <p>{words.loading}</p>;
  const { document, documentUrl, fileName, state, rejection } = upload;
  if (!document) return <p className="error">{rejection?.message ?? media.states[state]}</p>;
  const isConfirmed = event?.confirmedFiles?.includes(uploadId) === true;
  const doubts = [
    document.text !== 'extracted' && texts.unread[document.text],
    document.metadata && texts.shows(document.metadata.map(({ name, value }) => `${name}: ${value}`).join('; ')),
  ].filter(Boolean);
  const isSaved = event?.files.some((file) => file.uploadId === uploadId) === true;
  const mayConfirm = person.role === 'editor' || person.role === 'admin';
  const confirm = ({ id, version, confirmedFiles = [] }: StaffEvent) => {
    const body = { confirmedFiles: [...confirmedFiles, uploadId] };
    return act({
      call: () => api.call('updateEvent', { params: { id }, version, body }),
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
          {event && !isConfirmed && mayConfirm && isSaved && (
            <button type="button" onClick={() => void confirm(event)}>
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
