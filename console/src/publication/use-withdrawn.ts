import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../console-context.ts';
import type { StaffEvent } from '../events/content.ts';
import { now } from '../session/clock.ts';
import type { PublicationRequest } from './is-published-as.ts';

const isAhead = (time: string | null | undefined): time is string =>
  Boolean(time) && Date.parse(time ?? '') > now().getTime();

/**
 * How an event would become public again as it was, where withdrawing it was the last thing that was done; undefined where something was changed before
 * it, which would become public too. Asked only where it `mayReturn`.
 */
export const useWithdrawn = (
  { id, version, status }: StaffEvent,
  mayReturn: boolean,
): PublicationRequest | undefined => {
  const { api } = useConsole();
  const { data } = useQuery({
    queryKey: ['withdrawn', id, version],
    enabled: mayReturn && status === 'withdrawn',
    queryFn: async ({ signal }): Promise<PublicationRequest | null> => {
      const { items } = await api.call('listRevisions', { params: { id }, query: { limit: '2' }, signal });
      const [last, before] = items;
      if (last?.action !== 'unpublished' || last.version !== version || !before) return null;
      const params = { id, version: before.version };
      const { published, publishedAt, unpublishAt } = (await api.call('getRevision', { params, signal })).event;
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
