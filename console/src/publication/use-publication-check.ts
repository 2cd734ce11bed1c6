import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../console-context.ts';
import type { PublicationSource, PublishedItem } from './publication-source.ts';

/** What the saved version of an item lacks for publication, in the words of the reader, and what is worth a look. */
export const usePublicationCheck = (item: PublishedItem, source: PublicationSource) => {
  const { language } = useConsole();
  return useQuery({
    queryKey: ['publication-check', source.key, item.version, language],
    queryFn: ({ signal }) => source.check(signal),
    enabled: item.status !== 'archived',
  });
};
