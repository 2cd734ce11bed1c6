import { useQuery } from '@tanstack/react-query';
import { now } from '../session/clock.ts';
import type { PublicationRequest } from './is-published-as.ts';
import type { PublicationSource, PublishedItem } from './publication-source.ts';

const isAhead = (time: string | null | undefined): time is string =>
  Boolean(time) && Date.parse(time ?? '') > now().getTime();

/**
 * How an item would become public again as it was, where withdrawing it was the last thing that was done; undefined
 * where something was changed before it, which would become public too. Asked only where it `mayReturn`.
 */
export const useWithdrawn = (
  { version, status }: Pick<PublishedItem, 'version' | 'status'>,
  source: PublicationSource,
  mayReturn: boolean,
): PublicationRequest | undefined => {
  const { data } = useQuery({
    queryKey: ['withdrawn', source.key, version],
    enabled: mayReturn && status === 'withdrawn',
    queryFn: async ({ signal }): Promise<PublicationRequest | null> => {
      const [last, before] = await source.listLastVersions(signal);
      if (last?.action !== 'unpublished' || last.version !== version || !before) return null;
      const { published, publishedAt, unpublishAt } = await source.readVersion(before.version, signal);
      if (published?.version !== before.version) return null;
      return {
        locales: [...published.locales],
        ...(isAhead(publishedAt) && { publishAt: publishedAt }),
        unpublishAt: isAhead(unpublishAt) ? unpublishAt : null,
      };
    },
  });
  return data ?? undefined;
};
