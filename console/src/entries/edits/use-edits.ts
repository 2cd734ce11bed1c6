import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useConsole } from '../../console-context.ts';
import type { Entry } from '../entry.ts';
import { EntryEdits } from './entry-edits.ts';

/** The changes of an exhibition's entries that are not saved yet; those that an earlier page has kept are taken up. */
export const useEdits = (
  exhibitionId: string,
  entries: readonly Entry[],
  replace: (entries: readonly Entry[]) => void,
) => {
  const { api, session, person } = useConsole();
  const shown = useRef(entries);
  shown.current = entries;
  const edits = useMemo(
    () =>
      new EntryEdits(
        api,
        { person: person.id, exhibitionId },
        {
          read: (entryId) => shown.current.find(({ id }) => id === entryId),
          replace: (entry) => {
            // At once, and not when React draws next: another change may follow in this version.
            shown.current = shown.current.map((one) => (one.id === entry.id ? entry : one));
            replace([entry]);
          },
        },
        () => session.isSignedIn,
      ),
    [api, session, person.id, exhibitionId, replace],
  );
  useEffect(() => {
    void edits.takeUp();
    return () => edits.close();
  }, [edits]);
  return { edits, pending: useSyncExternalStore(edits.subscribe, edits.all) };
};
