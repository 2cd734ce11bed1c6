import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useConsole } from '../console-context.ts';
import { watchDrafts } from './draft-changes.ts';
import { heldDrafts, whenFree } from './held-drafts.ts';
import { draftsOf, type LocalDraft } from './local-draft.ts';

/** A draft, and whether an editor that is open in some tab writes it. */
export interface ListedDraft extends LocalDraft {
  readonly isOpen: boolean;
}

/** What the person has written on this device and not saved, the last first. */
export const useDrafts = (): readonly ListedDraft[] => {
  const { person } = useConsole();
  const queries = useQueryClient();
  const again = useCallback(() => void queries.invalidateQueries({ queryKey: ['drafts'] }), [queries]);
  useEffect(() => watchDrafts(again), [again]);
  const { data = [] } = useQuery({
    queryKey: ['drafts', person.id],
    // They are on the device.
    networkMode: 'always',
    // A tab that is closed tells nobody what it has kept at its end.
    refetchOnWindowFocus: true,
    queryFn: async () => {
      const [drafts, held] = [await draftsOf(person.id), await heldDrafts()];
      return drafts.map((draft): ListedDraft => ({ ...draft, isOpen: held.has(draft.id) }));
    },
  });
  const open = data.flatMap(({ id, isOpen }) => (isOpen ? id : [])).join(' ');
  useEffect(() => {
    if (!open) return;
    const ends = open.split(' ').map((id) => whenFree(id, again));
    return () => {
      for (const end of ends) end();
    };
  }, [open, again]);
  return data;
};
