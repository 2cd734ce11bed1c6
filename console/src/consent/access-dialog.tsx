import { useState } from 'react';
import type { FieldLocation } from '../../../shared/model/field-location.ts';
import { fieldPathOf } from '../../../shared/model/names/text-fields.ts';
import type { Api } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { saveFile } from '../ui/save-file.ts';
import { type AccessDocument, accessHtml } from './access-html.ts';
import type { ConsentEntry } from './consent-entry.ts';
import { consentWords } from './words.ts';

interface AccessProps {
  readonly entries: readonly ConsentEntry[];
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

type AccessTexts = Pick<AccessDocument, 'texts' | 'files'>;

const textOf = (one: object): string => JSON.stringify(one);

/** What all texts and files say of the artist of an entry, part after part. */
const readAccessTexts = async ({ call }: Api, params: { id: string; artworkId: string }): Promise<AccessTexts> => {
  let found: AccessTexts = { texts: [], files: [] };
  let cursor: string | undefined;
  do {
    const part = await call('lookUpAccessTexts', { params, body: cursor ? { cursor } : {} });
    found = { texts: [...found.texts, ...part.texts], files: [...found.files, ...part.files] };
    cursor = part.nextCursor;
  } while (cursor);
  return found;
};

/** Saves all that is stored of a person, to read and print or for programs. The name of the file says nothing of whom. */
export const AccessDialog = ({ entries, onAnswered, onClose }: AccessProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(consentWords);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const nameOfField = (place: FieldLocation) =>
    fieldName(fieldPathOf(place), { words, language, locales: site.locales });
  const save = async (kind: 'html' | 'json') => {
    setBusy(true);
    setFailure(undefined);
    try {
      const documents: AccessDocument[] = [];
      for (const { exhibitionId, id } of entries) {
        const params = { id: exhibitionId, artworkId: id };
        const stored = await api.call('createAccessDocument', { params, body: {} });
        const found = await readAccessTexts(api, params);
        // What names the person is said once, at the first of several entries.
        const said = new Set(documents.flatMap(({ texts, files }) => [...texts, ...files]).map(textOf));
        const isNews = (one: object) => !said.has(textOf(one));
        documents.push({ ...stored, texts: found.texts.filter(isNews), files: found.files.filter(isNews) });
      }
      const setting = {
        language,
        timeZone: site.timeZone,
        siteTitle: site.title[language] ?? '',
        fieldName: nameOfField,
      };
      const name = `access-${new Date().toISOString().slice(0, 10)}.${kind}`;
      if (kind === 'html') saveFile(name, 'text/html;charset=utf-8', accessHtml(documents, setting));
      else saveFile(name, 'application/json', JSON.stringify(documents, undefined, 2));
      announce(texts.accessSaved);
      onAnswered();
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
