import { type ReactNode, useRef } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { type Fields, FieldsContext, useFields } from '../events/fields/use-fields.ts';
import type { WrittenContent } from './written-kind.ts';

/** What fields other than the texts depend on. */
const shownOf = ({ content, locales, readOnly, errorOf }: Fields<WrittenContent>) => {
  const { translations: _, ...rest } = content;
  return { rest, locales, readOnly, errorOf };
};

/**
 * Gives fields that show none of the texts a context that stays the same while a person types in a text: React does not
 * render them again, as far as they are `memo` components.
 */
export const BesideTexts = ({ children }: { readonly children: ReactNode }) => {
  const fields = useFields<WrittenContent>();
  const kept = useRef(fields);
  if (!isSameJson(shownOf(kept.current), shownOf(fields))) kept.current = fields;
  return <FieldsContext value={kept.current}>{children}</FieldsContext>;
};
