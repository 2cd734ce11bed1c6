import { useQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../../console-context.ts';
import { Choice } from '../../ui/field.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** The exhibition that an event tells of. */
export const ExhibitionField = () => {
  const { api, language, site, words: general } = useConsole();
  const { content, change, errorOf, readOnly } = useFields();
  const { names, exhibitionHelp, noExhibition, unknownExhibition } = useWords(fieldWords);
  const { data = [] } = useQuery({
    queryKey: ['exhibitions', 'choices'],
    queryFn: async ({ signal }) => {
      const statuses = ['published', 'selection', 'open', 'draft', 'withdrawn'] as const;
      const pages = await Promise.all(
        statuses.map((status) => api.call('listStaffExhibitions', { query: { status, limit: '100' }, signal })),
      );
      return pages.flatMap(({ items }) => items);
    },
    staleTime: 5 * 60_000,
  });
  const chosen = content.exhibitionId;
  return (
    <Choice
      name="exhibitionId"
      label={names.exhibitionId}
      help={exhibitionHelp}
      disabled={readOnly}
      value={chosen ?? ''}
      error={errorOf('exhibitionId')}
      onChange={(id) => change(({ exhibitionId: _, ...rest }) => ({ ...rest, ...(id && { exhibitionId: id }) }))}
      options={[
        ['', noExhibition],
        ...data.map(
          ({ id, translations }) =>
            [
              id,
              translations[language]?.title ??
                translations[site.defaultLocale]?.title ??
                Object.values(translations)[0]?.title ??
                general.events.untitled,
            ] as const,
        ),
        ...(chosen && !data.some(({ id }) => id === chosen) ? [[chosen, unknownExhibition] as const] : []),
      ]}
    />
  );
};
