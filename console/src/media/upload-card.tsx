import type { ReactNode } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { sizeInWords } from './size-in-words.ts';
import type { ListedUpload } from './upload.ts';
import { uploadName } from './upload-name.ts';
import { mediaWords } from './words.ts';

/** What a picture looks like, or of which format a document is. */
const UploadSight = ({ upload }: { upload: ListedUpload }) => {
  const [smallest] = upload.renditions?.filter(({ type }) => type === 'image/jpeg') ?? [];
  return smallest ? (
    <img src={smallest.url} alt="" loading="lazy" draggable={false} />
  ) : (
    <span className="sheet" aria-hidden="true">
      {upload.kind === 'document' ? uploadName(upload).split('.').at(-1)?.slice(0, 4).toUpperCase() : '…'}
    </span>
  );
};

/**
 * An upload in the grid: what it looks like, its name and size, its state where it is not ready, and whether something
 * uses it.
 */
export const UploadCard = ({ upload, children }: { upload: ListedUpload; children: ReactNode }) => {
  const { language } = useConsole();
  const texts = useWords(mediaWords);
  const { contentLength, width, height, document, state, rejection, usedBy } = upload;
  const facts = [
    sizeInWords(document?.bytes ?? contentLength, language),
    width && `${width} × ${height}`,
    document?.pages && texts.pages(document.pages),
  ];
  return (
    <li className={`card ${state}`}>
      <UploadSight upload={upload} />
      {children}
      <small>{facts.filter(Boolean).join(', ')}</small>
      {state === 'ready' ? (
        <small>{usedBy.length > 0 ? texts.usedIn(usedBy.length) : texts.unused}</small>
      ) : (
        <span className={state === 'rejected' ? 'error' : 'help'}>{rejection?.message ?? texts.states[state]}</span>
      )}
    </li>
  );
};
