import { useConsole, useWords } from '../../console-context.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { fieldWords } from '../../events/fields/words.ts';
import { may } from '../may.ts';
import type { StaffExhibition } from '../staff-exhibition.ts';
import type { Content } from '../written-exhibition.ts';
import { exhibitionFieldWords } from './words.ts';

/** Whether the jury rates without knowing whose the works are: for editors to say, as long as entries are taken. */
export const BlindField = ({ exhibition }: { exhibition: StaffExhibition | undefined }) => {
  const { person } = useConsole();
  const { content, change, errorOf, readOnly } = useFields<Content>();
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  const isEditor = person.role === 'editor' || person.role === 'admin';
  const maySet = exhibition ? may('setBlindRating', exhibition, person) : isEditor;
  const error = errorOf('blindRating');
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          name="blindRating"
          checked={content.blindRating}
          disabled={readOnly || !maySet}
          aria-describedby="blind-help"
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => change((now) => ({ ...now, blindRating: target.checked }))}
        />
        {names.blindRating}
      </label>
      <p className="help" id="blind-help">
        {maySet ? texts.blindHelp : texts.blindFixed(isEditor)}
      </p>
      {error && <p className="error">{error}</p>}
    </div>
  );
};
