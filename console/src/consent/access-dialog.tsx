import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { saveFile } from '../ui/save-file.ts';
import { type AccessDocument, accessHtml } from './access-html.ts';
import type { ConsentEntry } from './consent-entry.ts';
import { consentWords } from './words.ts';

interface AccessProps {
  readonly entries: readonly ConsentEntry[];
  readonly onClose: () => void;
}

/** Saves all that is stored of a person, to read and print or for programs. The name of the file says nothing of whom. */
export const AccessDialog = ({ entries, onClose }: AccessProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(consentWords);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const save = async (kind: 'html' | 'json') => {
    setBusy(true);
    setFailure(undefined);
    try {
      const documents: AccessDocument[] = [];
      for (const { exhibitionId, id } of entries) {
        const params = { id: exhibitionId, artworkId: id };
        documents.push(await api.call('createAccessDocument', { params, body: {} }));
      }
      const setting = { language, timeZone: site.timeZone, siteTitle: site.title[language] ?? '' };
      const name = `access-${new Date().toISOString().slice(0, 10)}.${kind}`;
      if (kind === 'html') saveFile(name, 'text/html;charset=utf-8', accessHtml(documents, setting));
      else saveFile(name, 'application/json', JSON.stringify(documents, undefined, 2));
      announce(texts.accessSaved);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <Dialog title={texts.accessTitle} onClose={onClose}>
      <p>{texts.accessHelp}</p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <button type="button" className="primary" disabled={isBusy} onClick={() => void save('html')}>
          {texts.accessHtml}
        </button>
        <button type="button" disabled={isBusy} onClick={() => void save('json')}>
          {texts.accessJson}
        </button>
        <button type="button" onClick={onClose}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};
