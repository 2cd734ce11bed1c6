import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConsole } from '../console-context.ts';
import { watchDrafts } from './draft-changes.ts';
import { heldDrafts } from './held-drafts.ts';
import { draftsOf, type LocalDraft } from './local-draft.ts';

/** A draft, and whether an editor that is open in some tab writes it. */
export interface ListedDraft extends LocalDraft {
  readonly isOpen: boolean;
}

/** What the person has written on this device and not saved, the last first. */
export const useDrafts = (): readonly ListedDraft[] => {
  const { person } = useConsole();
  const queries = useQueryClient();
  useEffect(() => watchDrafts(() => void queries.invalidateQueries({ queryKey: ['drafts'] })), [queries]);
  const { data = [] } = useQuery({
    queryKey: ['drafts', person.id],
    // They are on the device.
    networkMode: 'always',
    queryFn: async () => {
      const [drafts, held] = [await draftsOf(person.id), await heldDrafts()];
      return drafts.map((draft): ListedDraft => ({ ...draft, isOpen: held.has(draft.id) }));
    },
  });
  return data;
};
