import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { idOf, nameOf } from '../events/content.ts';
import { byName } from '../ui/by-name.ts';
import { editorWords } from './editor-words.ts';

export type KnownJuror = AnswerOf<'listKnownJurors'>['items'][number];

/** Who may be put on juries, whether or not they have written anything yet. */
export const useKnownJurors = (): readonly KnownJuror[] => {
  const { api } = useConsole();
  const { data = [] } = useQuery({
    queryKey: ['known-jurors'],
    queryFn: async ({ signal }) => {
      const { items } = await api.call('listKnownJurors', { signal });
      return items.sort((one, other) => byName(one.name, other.name));
    },
    staleTime: 0,
  });
  return data;
};

/** Names jurors: the table has a name once its person has written something, the user pool before. */
export const useJurorName = (): ((juror: Parameters<typeof idOf>[0]) => string) => {
  const known = useKnownJurors();
  const { nameless } = useWords(editorWords);
  return (juror) => known.find(({ id }) => id === idOf(juror))?.name || nameOf(juror) || nameless(idOf(juror));
};
