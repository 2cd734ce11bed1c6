import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useConsole } from '../console-context.ts';

/** A way to an event, called by its title as soon as that is known. */
export const EventLink = ({ id }: { id: string }) => {
  const { api, words } = useConsole();
  const title = useQuery({
    queryKey: ['title', id],
    queryFn: async ({ signal }) => (await api.call('getStaffEvent', { params: { id }, signal })).displayTitle ?? '',
    retry: false,
  });
  return <Link href={`/events/${id}`}>{title.data === undefined ? id : title.data || words.events.untitled}</Link>;
};
