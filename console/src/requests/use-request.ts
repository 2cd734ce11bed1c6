import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { requestActs } from '../../../shared/model/people/person-request.ts';
import { useConsole } from '../console-context.ts';
import { useAddress } from '../ui/use-address.ts';
import type { PersonRequest, Requested } from './request.ts';
import { saveRequest } from './save-request.ts';

/** The request that the address names by its id; what the person does for it is recorded there. */
export const useRequest = () => {
  const { api } = useConsole();
  const queries = useQueryClient();
  const [address, setAddress] = useAddress();
  const id = address.get('request') ?? '';
  const { data: request, error } = useQuery({
    queryKey: ['person-requests', 'one', id],
    queryFn: ({ signal }) => api.call('getPersonRequest', { params: { id }, signal }),
    enabled: id !== '',
    staleTime: 0,
    gcTime: 0,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['person-requests'] });
  const isOpen = request !== undefined && request.outcome === undefined;
  return {
    request,
    error,
    isOpen,
    leave: () => setAddress({ request: '' }),
    /** Records an act at the request; does nothing where the desk was opened without one, or it is closed. */
    record: async (act: (typeof requestActs)[number]): Promise<void> => {
      if (!isOpen) return;
      await api.call('createRequestAct', { params: { id }, body: { act } });
      await again();
    },
    /** Links entries to the request, beside those that it has. */
    link: async (entries: readonly Requested[]): Promise<void> => {
      if (!isOpen) return;
      const allOf = (latest: PersonRequest) =>
        new Map([...latest.entries, ...entries].map((one) => [one.artworkId, one]));
      await saveRequest(api, request, {
        send: (latest) => {
          const body = {
            entries: [...allOf(latest).values()].map(({ exhibitionId, artworkId }) => ({ exhibitionId, artworkId })),
          };
          return api.call('updatePersonRequest', { params: { id }, version: latest.version, body });
        },
        isDone: (latest) => allOf(latest).size === latest.entries.length,
      });
      await again();
    },
  };
};
