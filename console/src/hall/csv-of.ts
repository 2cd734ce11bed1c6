type Cell = string | number | undefined;

/** What a program of tables could take for a formula, in its wide forms too. */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

const quoted = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** Rows as a table that Excel opens by a double click: UTF-8 with its mark, each text quoted (RFC 4180), and none of them a formula. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
