import { Parser } from 'htmlparser2';
import type { HiddenPart } from '../../../model/files/document.ts';
import { localName } from '../shared/xml-text.ts';
import { HiddenColumns } from './hidden-columns.ts';
import { hidingStylesAmong, type Style } from './inherited-hiding.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenStyle extends Style {
  hidesSheet?: boolean;
}

/** The styles of a part of LibreOffice that hide what has them. */
export interface HidingStyles {
  hidesText(family: 'paragraph' | 'text', name: string | undefined): boolean;
  hidesSheet(name: string | undefined): boolean;
}

/** How a style is known: each family has names of its own. What is said of the whole family has none. */
const keyOf = (family = '', name = ''): string => `${family} ${name}`;

const isStyle = (element: string): boolean => element === 'style:style' || element === 'style:default-style';

/**
 * The styles that hide what has them (OpenDocument 1.3, part 3, 20.325 and 20.369): those that people have named are of
 * the whole document, those that a program has named of their part, in which they come first.
 */
export const hidingStylesOf = (part: string, stylesOfDocument = ''): HidingStyles => {
  const [common, automatic] = [new Map<string, OpenStyle>(), new Map<string, OpenStyle>()];
  let [styles, style]: [typeof common, OpenStyle | undefined] = [common, undefined];
  const parser = new Parser(
    {
      onopentag: (element, given) => {
        if (element === 'office:automatic-styles') styles = automatic;
        else if (isStyle(element)) {
          const family = given['style:family'];
          style = { parent: keyOf(family, given['style:parent-style-name']) };
          styles.set(keyOf(family, given['style:name']), style);
        } else if (!style) return;
        else if (element === 'style:table-properties') style.hidesSheet = given['table:display'] === 'false';
        else if (element === 'style:text-properties' && given['text:display'] !== undefined)
          style.isHidden = given['text:display'] === 'none';
      },
      onclosetag: (element) => {
        if (element === 'office:automatic-styles') styles = common;
        else if (isStyle(element)) style = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.parseComplete(stylesOfDocument);
  automatic.clear();
  parser.parseComplete(part);
  const hiding = hidingStylesAmong(common);
  return {
    hidesText: (family, name) => {
      const key = keyOf(family, name);
      const own = automatic.get(key);
      return own ? (own.isHidden ?? hiding.has(own.parent ?? '')) : hiding.has(key);
    },
    hidesSheet: (name) => {
      const key = keyOf('table', name);
      return (automatic.get(key) ?? common.get(key))?.hidesSheet === true;
    },
  };
};

/** How often a column or a cell stands there. */
const repeatsOf = (given: Attributes): number => Number(given['table:number-columns-repeated'] ?? 1) || 1;

const isCell = (name: string): boolean => name === 'table:table-cell' || name === 'table:covered-table-cell';

const isCollapsed = (given: Attributes): boolean => ['collapse', 'filter'].includes(given['table:visibility'] ?? '');

/** True of a part of a text that is not shown, or not while a condition holds that did when it was written. */
const isHiddenSection = (name: string, given: Attributes): boolean => {
  if (name !== 'text:section') return false;
  const display = given['text:display'];
  return display === 'none' || (display === 'condition' && given['text:is-hidden'] === 'true');
};

/** True of a paragraph or a piece of one that its style hides. */
const isHiddenByStyle = (name: string, given: Attributes, styles: HidingStyles): boolean => {
  const style = given['text:style-name'];
  if (name === 'text:p' || name === 'text:h') return styles.hidesText('paragraph', style);
  return style !== undefined && styles.hidesText('text', style);
};

/** True of a drawing that LibreOffice shows nowhere, or on paper only. */
const isHiddenDrawing = (name: string, given: Attributes): boolean =>
  name.startsWith('draw:') &&
  Object.entries(given).some(([key, value]) => localName(key) === 'display' && /^(?:none|printer)$/.test(value));

/** A table while it is read: the columns that are not shown, and the place of the cell. */
interface OpenTable {
  readonly hidden: HiddenColumns;
  columns: number;
  cell: number;
  isRowHidden: boolean;
}

/**
 * What a part of LibreOffice hides (OpenDocument 1.3, part 3, 19.748 and 19.798): sheets and text by their styles,
 * sections, rows, columns, drawings, and text that was deleted while changes were recorded.
 */
export const hiddenInOpenDocument = (xml: string, styles: HidingStyles): Set<HiddenPart> => {
  const found = new Set<HiddenPart>();
  if (/<text:hidden-(?:text|paragraph)\b/.test(xml)) found.add('text');
  if (/<(?:text|table):deletion\b|<table:cell-content-change\b/.test(xml)) found.add('deletedText');
  const tables: OpenTable[] = [];
  // Of the cells that are open, how many each stands for; of all that is open, whether it hides its text.
  const [cells, open]: [number[], boolean[]] = [[], []];
  let hiding = 0;
  const parser = new Parser(
    {
      onopentag: (name, given) => {
        open.push(isHiddenSection(name, given) || isHiddenByStyle(name, given, styles));
        if (open.at(-1)) hiding += 1;
        if (isHiddenDrawing(name, given)) found.add('drawings');
        const table = tables.at(-1);
        if (name === 'table:table') {
          if (styles.hidesSheet(given['table:style-name'])) found.add('sheets');
          tables.push({ hidden: new HiddenColumns(), columns: 0, cell: 0, isRowHidden: false });
        } else if (name === 'table:table-column' && table) {
          const to = table.columns + repeatsOf(given);
          if (isCollapsed(given)) table.hidden.add(table.columns, to - 1);
          table.columns = to;
        } else if (name === 'table:table-row' && table) {
          table.cell = 0;
          table.isRowHidden = isCollapsed(given);
        } else if (isCell(name)) cells.push(repeatsOf(given));
      },
      ontext: (text) => {
        if (text.trim() === '') return;
        if (hiding > 0) found.add('text');
        const table = tables.at(-1);
        if (cells.length === 0 || !table) return;
        if (table.isRowHidden) found.add('rows');
        if (table.hidden.has(table.cell)) found.add('columns');
      },
      onclosetag: (name) => {
        if (open.pop()) hiding -= 1;
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
