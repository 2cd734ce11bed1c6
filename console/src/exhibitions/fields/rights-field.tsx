import { useWords } from '../../console-context.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { fieldWords } from '../../events/fields/words.ts';
import { Choice } from '../../ui/field.tsx';
import type { Content } from '../written-exhibition.ts';
import { exhibitionFieldWords } from './words.ts';

/** What others may do with the pictures of the works: IIIF viewers and search engines read it. */
export const RightsField = () => {
  const { content, change, errorOf, readOnly } = useFields<Content>();
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  const { rights } = content;
  const known = Object.entries(texts.rights);
  return (
    <Choice
      name="rights"
      label={names.rights}
      help={texts.rightsHelp}
      disabled={readOnly}
      value={rights}
      error={errorOf('rights')}
      onChange={(chosen) => change((now) => ({ ...now, rights: chosen }))}
      options={[...known, ...(known.some(([one]) => one === rights) ? [] : [[rights, rights] as const])]}
    />
  );
};
