import { useEffect, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import type { NamingText } from './consent-entry.ts';
import { TextList } from './text-list.tsx';
import { consentWords } from './words.ts';

interface Found {
  readonly texts: readonly NamingText[];
  readonly files: readonly { readonly uploadId: string; readonly fileName: string }[];
  readonly isLooking: boolean;
  readonly failure?: unknown;
}

const nothing: Found = { texts: [], files: [], isLooking: true };

/** Where texts and names of files say a name: part after part, until all are compared. */
export const NamingTexts = ({ name }: { name: string }) => {
  const { api, words } = useConsole();
  const texts = useWords(consentWords);
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const look = async () => {
      let all = nothing;
      let cursor: string | undefined;
      do {
        const part = await api.call('lookUpNamingTexts', { body: { name, ...(cursor && { cursor }) }, signal });
        cursor = part.nextCursor;
        all = {
          texts: [...all.texts, ...part.texts],
          files: [...all.files, ...part.files],
          isLooking: cursor !== undefined,
        };
        if (!signal.aborted) setFound(all);
      } while (cursor);
    };
    setFound(nothing);
    look().catch((failure: unknown) => {
      if (!signal.aborted) setFound((before) => ({ ...before, isLooking: false, failure }));
    });
    return () => abort.abort();
  }, [api, name]);
  const { isLooking, failure, files } = found;
  return (
    <section aria-busy={isLooking}>
      <h2>{texts.lookedFor(name)}</h2>
      {failure !== undefined && <Failure error={failure} words={words} />}
      {isLooking && <p role="status">{texts.searching}</p>}
      {!isLooking && failure === undefined && found.texts.length === 0 && <p>{texts.noTexts}</p>}
      {found.texts.length > 0 && <TextList texts={found.texts} label={texts.texts} none={texts.noTexts} />}
      {files.length > 0 && (
        <>
          <h3>{texts.files}</h3>
          <ul>
            {files.map(({ uploadId, fileName }) => (
              <li key={uploadId}>{fileName}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
