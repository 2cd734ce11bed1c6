import { useQuery } from '@tanstack/react-query';
import type { AnswerOf, Api } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { byName } from '../ui/by-name.ts';

type NamedPerson = AnswerOf<'listPeople'>['items'][number];

/** Everybody of the staff whose name is known, in the order of the names. */
export const readNamedPeople = async (api: Api, signal: AbortSignal): Promise<NamedPerson[]> => {
  const people: NamedPerson[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call('listPeople', { query: { limit: '100', cursor }, signal });
    people.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return people.sort((one, other) => byName(one.name, other.name));
};

export const namedPeopleKey = ['people'] as const;

/** The same, asked for again after ten minutes. */
export const useNamedPeople = () => {
  const { api } = useConsole();
  return useQuery({
    queryKey: namedPeopleKey,
    queryFn: ({ signal }) => readNamedPeople(api, signal),
    staleTime: 10 * 60_000,
  });
};
