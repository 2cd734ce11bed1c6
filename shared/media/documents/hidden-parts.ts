import { Parser } from 'htmlparser2';
import type { HiddenPart } from '../../model/files/document.ts';
import { attributeIn, tagsIn } from './xml-tags.ts';
import { localName } from './xml-text.ts';

const isOn = (value: string | undefined): boolean => value !== undefined && ['1', 'true', 'on'].includes(value);

/** True of a workbook of Excel with sheets that are not shown (ECMA-376, part 1, 18.18.68). */
export const hasHiddenSheet = (workbook: string): boolean =>
  tagsIn(workbook, 'sheet').some((tag) => ['hidden', 'veryHidden'].includes(attributeIn(tag, 'state') ?? ''));

/** What a part of a text of Word hides: text without a look, and text that was deleted while changes were recorded. */
export const hiddenInWord = (xml: string): Set<HiddenPart> => {
  const found = new Set<HiddenPart>();
  if (!/vanish|delText|moveFrom/.test(xml)) return found;
  let [isHidden, isText, moved] = [false, false, 0];
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const name = localName(prefixed);
        const value = Object.entries(given).find(([key]) => localName(key) === 'val')?.[1];
        if (name === 'r') isHidden = false;
        else if (name === 'vanish') isHidden = value === undefined || isOn(value);
        else if (name === 't') isText = true;
        else if (name === 'delText') found.add('deletedText');
        else if (name === 'moveFrom') moved += 1;
      },
      ontext: (text) => {
        if (!isText || text.trim() === '') return;
        if (isHidden) found.add('text');
        if (moved > 0) found.add('deletedText');
      },
      onclosetag: (prefixed) => {
        const name = localName(prefixed);
        if (name === 't') isText = false;
        else if (name === 'r' || name === 'pPr') isHidden = false;
        else if (name === 'moveFrom') moved -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
};

/** How often a column or a cell of LibreOffice stands there. */
const repeatsOf = (given: Readonly<Record<string, string>>): number =>
  Number(given['table:number-columns-repeated'] ?? 1) || 1;

const isCell = (name: string): boolean => name === 'table:table-cell' || name === 'table:covered-table-cell';

const isCollapsed = (given: Readonly<Record<string, string>>): boolean =>
  ['collapse', 'filter'].includes(given['table:visibility'] ?? '');

/** A table of LibreOffice while it is read: the columns that are not shown, and the place of the cell. */
interface OpenTable {
  readonly hidden: [from: number, to: number][];
  columns: number;
  cell: number;
  isRowHidden: boolean;
}

/**
 * What a part of LibreOffice hides (OpenDocument 1.3, part 3, 19.748, 19.798 and 20.369): sheets by their style, rows,
 * columns, text, and text that was deleted while changes were recorded.
 */
export const hiddenInOpenDocument = (xml: string): Set<HiddenPart> => {
  const found = new Set<HiddenPart>();
  if (/\stext:display="none"|<text:hidden-(?:text|paragraph)\b/.test(xml)) found.add('text');
  if (/<(?:text|table):deletion\b|<table:cell-content-change\b/.test(xml)) found.add('deletedText');
  const styles = new Set<string>();
  let style = '';
  const tables: OpenTable[] = [];
  // Of the cells that are open, how many each stands for.
  const cells: number[] = [];
  const parser = new Parser(
    {
      onopentag: (name, given) => {
        const table = tables.at(-1);
        if (name === 'style:style') style = given['style:name'] ?? '';
        else if (name === 'style:table-properties' && given['table:display'] === 'false') styles.add(style);
        else if (name === 'table:table') {
          if (styles.has(given['table:style-name'] ?? '')) found.add('sheets');
          tables.push({ hidden: [], columns: 0, cell: 0, isRowHidden: false });
        } else if (name === 'table:table-column' && table) {
          const to = table.columns + repeatsOf(given);
          if (isCollapsed(given)) table.hidden.push([table.columns, to]);
          table.columns = to;
        } else if (name === 'table:table-row' && table) {
          table.cell = 0;
          table.isRowHidden = isCollapsed(given);
        } else if (isCell(name)) cells.push(repeatsOf(given));
      },
      ontext: (text) => {
        const table = tables.at(-1);
        if (cells.length === 0 || !table || text.trim() === '') return;
        if (table.isRowHidden) found.add('rows');
        if (table.hidden.some(([from, to]) => table.cell >= from && table.cell < to)) found.add('columns');
      },
      onclosetag: (name) => {
        if (name === 'table:table') tables.pop();
        const table = tables.at(-1);
        if (isCell(name) && table) table.cell += cells.pop() ?? 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
};
