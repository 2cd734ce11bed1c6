import type { Language } from '../words/words.ts';

type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula, in its wide forms too: it calls others' machines, or starts programs. */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

const quoted = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens by a double click: with the mark by which it knows UTF-8, and with the separator that it expects
 * in a language. No text becomes a formula.
 */
export const csvOf = (rows: readonly (readonly Cell[])[], language: Language): string => {
  const separator = language === 'en' ? ',' : ';';
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('')}`;
};
