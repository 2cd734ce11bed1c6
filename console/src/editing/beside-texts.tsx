import { type ReactNode, useRef } from 'react';
import { type Fields, FieldsContext, useFields } from '../events/fields/use-fields.ts';
import { isSame } from '../merge/is-same.ts';
import type { WrittenContent } from './written-kind.ts';

/** What the fields beside the texts show. */
const shownOf = ({ content, locales, readOnly, errorOf }: Fields<WrittenContent>) => {
  const { translations: _, ...rest } = content;
  return { rest, locales, readOnly, errorOf };
};

/**
 * Fields that show nothing of the texts in the languages: a letter that is typed there makes none of them anew, as far as they are components with
 * a memory (`memo`).
 */
export const BesideTexts = ({ children }: { readonly children: ReactNode }) => {
  const fields = useFields<WrittenContent>();
  const kept = useRef(fields);
  if (!isSame(shownOf(kept.current), shownOf(fields))) kept.current = fields;
  return <FieldsContext value={kept.current}>{children}</FieldsContext>;
};
