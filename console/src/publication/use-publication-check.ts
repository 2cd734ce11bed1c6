import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../console-context.ts';
import type { StaffEvent } from '../events/content.ts';

/** What the saved version of an event lacks for publication, in the words of the reader, and what is worth a look. */
export const usePublicationCheck = (event: StaffEvent | undefined) => {
  const { api, language } = useConsole();
  const { id = '', version, status } = event ?? {};
  return useQuery({
    queryKey: ['publication-check', id, version, language],
    queryFn: ({ signal }) => api.call('getEventPublicationCheck', { params: { id }, signal }),
    enabled: event !== undefined && status !== 'archived',
  });
};
