import { useQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../../console-context.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { fieldWords } from '../../events/fields/words.ts';
import { may } from '../may.ts';
import type { StaffExhibition } from '../staff-exhibition.ts';
import type { Content } from '../written-exhibition.ts';
import { exhibitionFieldWords } from './words.ts';

/** Whether the jury rates without knowing whose the works are: for editors to say, until there is a work. */
export const BlindField = ({ exhibition }: { exhibition: StaffExhibition | undefined }) => {
  const { api, person } = useConsole();
  const { content, change, errorOf, readOnly } = useFields<Content>();
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  const isEditor = person.role === 'editor' || person.role === 'admin';
  const isClosed = exhibition !== undefined && !may('setBlindRating', exhibition, person);
  const id = exhibition?.id ?? '';
  const { data: hasWorks } = useQuery({
    queryKey: ['entries', id, 'any'],
    queryFn: async ({ signal }) => {
      const { items } = await api.call('listStaffArtworks', { params: { id }, query: { limit: '1' }, signal });
      return items.length > 0;
    },
    enabled: exhibition !== undefined && isEditor && !isClosed,
    staleTime: 0,
  });
  const fixed = !isEditor ? 'editors' : isClosed ? 'closed' : hasWorks ? 'works' : undefined;
  const error = errorOf('blindRating');
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          name="blindRating"
          checked={content.blindRating}
          // What a draft would change can be put back.
          disabled={readOnly || (fixed !== undefined && content.blindRating === (exhibition?.blindRating ?? false))}
          aria-describedby="blind-help"
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => change((now) => ({ ...now, blindRating: target.checked }))}
        />
        {names.blindRating}
      </label>
      <p className="help" id="blind-help">
        {fixed ? texts.blindFixed[fixed] : texts.blindHelp}
      </p>
      {error && <p className="error">{error}</p>}
    </div>
  );
};
