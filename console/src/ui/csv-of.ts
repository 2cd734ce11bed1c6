import type { Language } from '../words/words.ts';

/** What a spreadsheet would take for a formula: it calls others' machines, or starts programs. */
const formula = /^[=+\-@\t\r]/;

const cellOf = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens by a double click: with the mark by which it knows UTF-8, and with the separator that it expects
 * in a language. No cell becomes a formula.
 */
export const csvOf = (rows: readonly (readonly string[])[], language: Language): string => {
  const separator = language === 'en' ? ',' : ';';
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join('')}`;
};
