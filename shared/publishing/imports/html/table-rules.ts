import type TurndownService from 'turndown';
import { asBlock } from './as-block.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { HtmlElement } from './html-element.ts';
import type { Kept } from './kept.ts';

const rows = (table: HtmlElement): HtmlElement[] => Array.from(table.getElementsByTagName('tr'));

const cells = (row: HtmlElement): HtmlElement[] =>
  Array.from(row.childNodes).filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH');

/** The table that a part of one stands in. */
const tableOf = (node: HtmlElement): HtmlElement | undefined => {
  let parent = node.parentNode;
  while (parent && parent.nodeName !== 'TABLE') parent = parent.parentNode;
  return parent ?? undefined;
};

/** Most columns that a cell takes. */
const maxColumns = 50;

const columnsOf = (cell: HtmlElement): number =>
  Math.min(Math.max(Number(cell.getAttribute('colspan')) || 1, 1), maxColumns);

/** How many rows a cell takes: with 0 all that follow in its part of the table. */
const rowsOf = (cell: HtmlElement): number => {
  const given = Number(cell.getAttribute('rowspan') ?? 1);
  return given === 0 ? Number.POSITIVE_INFINITY : Math.max(given || 1, 1);
};

/** Most cells that a table is padded to. */
const maxCells = 20_000;

/** The cells of a table by rows and columns; nothing where another one reaches. */
type Grid = readonly (readonly (HtmlElement | undefined)[])[];

/** `undefined` where a table has more cells than it may. */
const gridOf = (table: HtmlElement): Grid | undefined => {
  const grid: (HtmlElement | undefined)[][] = [];
  let width = 0;
  let part: HtmlElement | null = null;
  /** For how many more rows each column is taken by a cell from above. */
  let taken: number[] = [];
  for (const row of rows(table)) {
    if (row.parentNode !== part) taken = [];
    part = row.parentNode;
    const line: (HtmlElement | undefined)[] = [];
    const passTaken = () => {
      for (let left = taken[line.length] ?? 0; left > 0; left = taken[line.length] ?? 0) {
        taken[line.length] = left - 1;
        line.push(undefined);
      }
    };
    for (const cell of cells(row)) {
      passTaken();
      for (let n = columnsOf(cell); n > 0; n -= 1) {
        taken[line.length] = rowsOf(cell) - 1;
        line.push(line.at(-1) === cell || n < columnsOf(cell) ? undefined : cell);
      }
    }
    while (line.length < taken.length) {
      if ((taken[line.length] ?? 0) > 0) passTaken();
      else if (taken.slice(line.length).some((left) => left > 0)) line.push(undefined);
      else break;
    }
    grid.push(line);
    width = Math.max(width, line.length);
    if (grid.length * width > maxCells) return undefined;
  }
  return grid.map((line) => Array.from({ length: width }, (_, n) => line[n]));
};

/** The cells of a table of data; none of one that arranges what it holds, or holds another table. */
const dataOf = (table: HtmlElement): Grid | undefined =>
  table.getElementsByTagName('table').length > 0 ||
  rows(table).length < 2 ||
  rows(table).every((row) => cells(row).length < 2)
    ? undefined
    : gridOf(table);

/** Adds what turns a table of data into one of Markdown, and takes the content of others apart. */
export const addTableRules = (service: TurndownService, kept: Kept): void => {
  const cellTexts = new Map<unknown, string>();
  const grids = new Map<HtmlElement, Grid | undefined>();
  const gridIn = (table: HtmlElement): Grid | undefined => {
    if (!grids.has(table)) grids.set(table, dataOf(table));
    return grids.get(table);
  };
  const isInData = (node: HtmlElement): boolean => {
    const table = tableOf(node);
    return table !== undefined && gridIn(table) !== undefined;
  };

  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node: HtmlElement) => {
      if (!isInData(node)) return asBlock(content);
      const text = content.trim();
      if (/\n\s*\n|^[-*] /m.test(text) || columnsOf(node) > 1 || rowsOf(node) > 1) {
        kept.simplified('table');
      }
      cellTexts.set(node, text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|'));
      return '';
    },
  });
  service.addRule('part of a table', {
    filter: ['tr', 'thead', 'tbody', 'tfoot', 'caption'],
    replacement: (content, node: HtmlElement) => {
      if (node.nodeName === 'CAPTION' && isInData(node)) return '';
      return asBlock(content);
    },
  });
  service.addRule('table', {
    filter: 'table',
    replacement: (content, table: HtmlElement) => {
      const grid = gridIn(table);
      if (!grid) {
        kept.simplified('table');
        return asBlock(content);
      }
      if (table.getElementsByTagName('th').length === 0) kept.simplified('table');
      const [head = '', ...body] = grid.map(
        (line) => `| ${line.map((cell) => cellTexts.get(cell) ?? '').join(' | ')} |`,
      );
      const caption = table.getElementsByTagName('caption')[0]?.textContent?.trim();
      const rule = `|${' --- |'.repeat(grid[0]?.length ?? 0)}`;
      return asBlock(`${caption ? `${escapeMarkdown(caption)}\n\n` : ''}${[head, rule, ...body].join('\n')}`);
    },
  });
  service.addRule('entry in a cell', {
    filter: (node) => node.nodeName === 'LI' && node.parentNode?.nodeName === 'UL' && isInData(node),
    replacement: (content) => {
      kept.simplified('table');
      return asBlock(content.trim() && `• ${content.trim()}`);
    },
  });
  service.addRule('block in a cell', {
    filter: (node) => /^(?:H[1-6]|BLOCKQUOTE|HR)$/.test(node.nodeName) && isInData(node),
    replacement: (content) => {
      kept.simplified('table');
      return asBlock(content);
    },
  });
};
