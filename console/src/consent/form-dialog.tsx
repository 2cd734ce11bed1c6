import { useEffect, useState } from 'react';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import type { ConsentForm } from './consent-form.ts';
import { formWords } from './form-words.ts';

interface FormDialogProps {
  readonly title: string;
  readonly form: ConsentForm;
  readonly readLink: () => Promise<AnswerOf<'createConsentFormLink'>>;
  readonly onClose: () => void;
}

/** The scan of a form, by an address that is asked for now and works for a few minutes. */
export const FormDialog = ({ title, form, readLink, onClose }: FormDialogProps) => {
  const { words } = useConsole();
  const texts = useWords(formWords);
  const [url, setUrl] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, since each asking is put on record
  useEffect(() => {
    readLink().then((link) => setUrl(link.url), setFailure);
  }, []);
  return (
    <Dialog title={title} onClose={onClose}>
      {failure !== undefined && <Failure error={failure} words={words} />}
      {!url && failure === undefined && <p role="status">{words.loading}</p>}
      {url && form.contentType === 'application/pdf' && (
        <p>
          <a href={url} target="_blank" rel="noreferrer">
            {texts.openPdf}
          </a>
        </p>
      )}
      {url && form.contentType !== 'application/pdf' && <img className="consent-scan" src={url} alt={title} />}
      <p className="actions">
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
};
