import { useState } from 'react';
import type { FieldLocation } from '../../../shared/model/json/field-location.ts';
import type { Api } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { placeName } from '../events/field-name.ts';
import { now } from '../session/clock.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useStop } from '../ui/use-stop.ts';
import { type AccessDocument, accessHtml } from './access-html.ts';
import { accessWords } from './access-words.ts';
import type { ConsentEntry } from './consent-entry.ts';

interface AccessProps {
  readonly entries: readonly ConsentEntry[];
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

type AccessTexts = Pick<AccessDocument, 'texts' | 'files'>;

const nothing: AccessTexts = { texts: [], files: [] };

/** Tells a passage or a file again that the search for another name has found, too. */
const keyOf = (found: object): string => JSON.stringify(found);

/** Reads what all texts and files say of the artist of an entry, part after part. */
const readAccessTexts = async (
  { call }: Api,
  params: { id: string; artworkId: string },
  signal: AbortSignal,
): Promise<AccessTexts> => {
  let found = nothing;
  let cursor: string | undefined;
  do {
    const part = await call('lookUpAccessTexts', { params, body: cursor ? { cursor } : {}, signal });
    found = { texts: [...found.texts, ...part.texts], files: [...found.files, ...part.files] };
    cursor = part.nextCursor;
  } while (cursor);
  return found;
};

/**
 * Saves all that is stored of a person, to read and print or for programs. The name of the file says nothing of whom.
 */
export const AccessDialog = ({ entries, onAnswered, onClose }: AccessProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(accessWords);
  const [failure, setFailure] = useState<unknown>();
  // Who closes the dialogue wants no document any more.
  const { state, run } = useStop();
  const nameOfField = (place: FieldLocation) => placeName(place, { words, language, locales: site.locales });
  const save = async (kind: 'html' | 'json', signal: AbortSignal) => {
    setFailure(undefined);
    try {
      const documents: AccessDocument[] = [];
      const searched = new Set<string | undefined>([undefined]);
      for (const { exhibitionId, id } of entries) {
        const params = { id: exhibitionId, artworkId: id };
        const stored = await api.call('createAccessDocument', { params, body: {}, signal });
        const { name } = stored.entry.artist ?? {};
        // All texts are searched, which takes a while: once for each way in which entries write the name.
        const found = searched.has(name) ? nothing : await readAccessTexts(api, params, signal);
        searched.add(name);
        // The document says a passage once, at the first of several entries.
        const said = new Set(documents.flatMap(({ texts, files }) => [...texts, ...files]).map(keyOf));
        const isNews = (one: object) => !said.has(keyOf(one));
        documents.push({ ...stored, texts: found.texts.filter(isNews), files: found.files.filter(isNews) });
      }
      const setting = {
        language,
        timeZone: site.timeZone,
        siteTitle: site.title[language] ?? '',
        fieldName: nameOfField,
      };
      const name = `access-${now().toISOString().slice(0, 10)}.${kind}`;
      if (kind === 'html') saveFile(name, 'text/html;charset=utf-8', accessHtml(documents, setting));
      else saveFile(name, 'application/json', JSON.stringify(documents, undefined, 2));
      announce(texts.saved);
      onAnswered();
    } catch (error) {
      setFailure(error);
    }
  };
  const saveAs = (kind: 'html' | 'json') => void run((signal) => save(kind, signal));
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{texts.help}</p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <ActButton className="primary" isOff={state !== undefined} onClick={() => saveAs('html')}>
          {texts.saveHtml}
        </ActButton>
        <ActButton isOff={state !== undefined} onClick={() => saveAs('json')}>
          {texts.saveJson}
        </ActButton>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
};
