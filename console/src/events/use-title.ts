import { useQuery } from '@tanstack/react-query';
import type { FieldLocation } from '../../../shared/model/json/field-location.ts';
import { useConsole } from '../console-context.ts';
import type { Titled } from '../drafts/title-in.ts';
import { titleOf } from './title-of.ts';

/**
 * What an item is called of which only the id is at hand; undefined until it is known, for artworks, which have a
 * number, and for the settings of the site.
 */
export const useTitle = (kind: FieldLocation['kind'], id: string): string | undefined => {
  const context = useConsole();
  const { data } = useQuery({
    queryKey: ['title', kind, id],
    queryFn: ({ signal }): Promise<Titled> => {
      const input = { params: { id }, signal };
      return kind === 'exhibition'
        ? context.api.call('getStaffExhibition', input)
        : context.api.call('getStaffEvent', input);
    },
    enabled: kind === 'event' || kind === 'exhibition',
  });
  return data && titleOf(data, context);
};
