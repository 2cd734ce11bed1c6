import type { SearchResult } from '../../../contract/public-schemas.ts';
import { type Content, html } from '../markup/html.ts';

type Field = SearchResult['highlights'][number]['field'];

type Marked = Readonly<Partial<Record<Field, string | undefined>>> & Partial<Pick<SearchResult, 'highlights'>>;

/** A text of a result, with marks around what was searched for. */
export const markedText = (result: Marked, field: Field): Content => {
  const text = result[field] ?? '';
  const ranges = (result.highlights ?? []).filter((one) => one.field === field);
  let from = 0;
  const parts = ranges.flatMap(({ start, end }): Content[] => {
    const before = text.slice(from, start);
    from = end;
    return [before, html`<mark>${text.slice(start, end)}</mark>`];
  });
  return [...parts, text.slice(from)];
};
