import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from '../console-context.ts';
import { may } from '../exhibitions/may.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';

/**
 * What keeps the saved version of an exhibition from the public, and where its texts name somebody; nothing while that
 * may not be read.
 */
export const useExhibitionCheck = (exhibition: StaffExhibition) => {
  const { api, language, person } = useConsole();
  const queries = useQueryClient();
  const { id, version } = exhibition;
  const key = ['exhibition-check', id];
  const enabled = may('readMentions', exhibition, person);
  const check = useQuery({
    queryKey: [...key, 'publication', version, language],
    queryFn: ({ signal }) => api.call('getExhibitionPublicationCheck', { params: { id }, signal }),
    enabled,
    staleTime: 0,
    // What is shown stays until the next version is checked, and with it the focus.
    placeholderData: keepPreviousData,
  });
  const mentions = useQuery({
    queryKey: [...key, 'mentions', version],
    queryFn: ({ signal }) => api.call('listExhibitionMentions', { params: { id }, signal }),
    enabled,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return {
    errors: check.data?.errors ?? [],
    warnings: check.data?.warnings ?? [],
    mentions: mentions.data?.items ?? [],
    isKnown: check.data !== undefined,
    /** Whether it is said of the present version: works may stand at other places in one before. */
    isCurrent: check.data !== undefined && !check.isPlaceholderData,
    failure: check.error ?? mentions.error,
    askAgain: () => queries.invalidateQueries({ queryKey: key }),
  };
};
