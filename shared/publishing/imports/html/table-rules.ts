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

const span = (cell: HtmlElement): number => Math.min(Math.max(Number(cell.getAttribute('colspan')) || 1, 1), 50);

/** How many columns a table needs. */
const widthOf = (table: HtmlElement): number =>
  rows(table).reduce(
    (most, row) =>
      Math.max(
        most,
        cells(row).reduce((width, cell) => width + span(cell), 0),
      ),
    0,
  );

/** Most cells that a table is padded to. */
const maxCells = 20_000;

/** A table without rows and columns of data: it arranges what it holds, or holds another table. */
const isLayout = (table: HtmlElement): boolean =>
  table.getElementsByTagName('table').length > 0 ||
  rows(table).length < 2 ||
  rows(table).every((row) => cells(row).length < 2) ||
  rows(table).length * widthOf(table) > maxCells;

/** Adds what turns a table of data into one of Markdown, and takes the content of others apart. */
export const addTableRules = (service: TurndownService, kept: Kept): void => {
  const cellTexts = new Map<unknown, string>();
  const layouts = new Map<HtmlElement, boolean>();
  const isLaidOut = (table: HtmlElement): boolean => {
    const known = layouts.get(table) ?? isLayout(table);
    layouts.set(table, known);
    return known;
  };
  const isInData = (node: HtmlElement): boolean => {
    const table = tableOf(node);
    return table !== undefined && !isLaidOut(table);
  };

  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node: HtmlElement) => {
      if (!isInData(node)) return asBlock(content);
      const text = content.trim();
      if (/\n\s*\n|^[-*] /m.test(text) || span(node) > 1 || Number(node.getAttribute('rowspan')) > 1) {
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
      if (isLaidOut(table)) {
        kept.simplified('table');
        return asBlock(content);
      }
      const lines = rows(table).map((row) =>
        cells(row).flatMap((cell) => [cellTexts.get(cell) ?? '', ...Array<string>(span(cell) - 1).fill('')]),
      );
      const width = widthOf(table);
      if (table.getElementsByTagName('th').length === 0) kept.simplified('table');
      const [head = '', ...body] = lines.map(
        (line) => `| ${[...line, ...Array<string>(width - line.length).fill('')].join(' | ')} |`,
      );
      const caption = table.getElementsByTagName('caption')[0]?.textContent?.trim();
      const rule = `|${' --- |'.repeat(width)}`;
      return asBlock(`${caption ? `${escapeMarkdown(caption)}\n\n` : ''}${[head, rule, ...body].join('\n')}`);
    },
  });
};
