import type { HiddenPart } from '../../../model/files/document.ts';
import { attributeIn, tagsIn } from '../shared/xml-tags.ts';

/** True of a workbook of Excel with sheets that are not shown (ECMA-376, part 1, 18.18.68). */
const hasHiddenSheet = (workbook: string): boolean =>
  tagsIn(workbook, 'sheet').some((tag) => ['hidden', 'veryHidden'].includes(attributeIn(tag, 'state') ?? ''));

/** Parts of a workbook beside its sheets that hold what no sheet shows, and how that begins there. */
const keptParts: readonly (readonly [part: RegExp, begin: RegExp, hidden: HiddenPart])[] = [
  // The table that a pivot table was made of, which stays although its sheet is deleted, and what its columns held.
  [/^xl\/pivotCache\/pivotCacheRecords\d*\.xml$/i, /<(?:\w+:)?r[\s>]/, 'pivotSource'],
  [/^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/i, /<(?:\w+:)?s\s/, 'pivotSource'],
  // What cells held before they were changed, in a workbook that several edit.
  [/^xl\/revisions\/revisionLog\d*\.xml$/i, /<(?:\w+:)?(?:v|t|f)(?:\s[^<>]*)?>[^<]/, 'deletedText'],
  // What cells of other workbooks held when they were read.
  [/^xl\/externalLinks\/externalLink\d*\.xml$/i, /<(?:\w+:)?v(?:\s[^<>]*)?>[^<]/, 'linkedValues'],
];

/** What a part of a workbook hides that is no sheet. */
export const hiddenInWorkbook = (name: string, xml: string): HiddenPart[] => [
  ...(/^xl\/workbook\d*\.xml$/i.test(name) && hasHiddenSheet(xml) ? (['sheets'] as const) : []),
  ...keptParts.flatMap(([part, begin, hidden]) => (part.test(name) && begin.test(xml) ? [hidden] : [])),
];
