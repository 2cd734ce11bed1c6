type Cell = string | number | undefined;

/**
 * What a spreadsheet would take for a formula, in its wide forms too: it calls others' machines, or starts programs.
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A cell as spreadsheets read it, in a file or pasted. No text becomes a formula. */
export const sheetCell = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/**
 * Rows as a file that spreadsheets open by a double click, with the right columns and letters, on machines of any
 * country. No text becomes a formula.
 *
 * Excel takes the separator from the settings of Windows, and not from the file: `;` in Azerbaijan and Russia, a comma
 * elsewhere, whatever the console speaks. Where a first line `sep=;` says it, Excel forgets the mark of UTF-8 and shows
 * wrong letters. What it reads alike everywhere is what it calls Unicode text: UTF-16 with its mark, separated by tabs.
 * LibreOffice knows both by themselves too.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> => {
  const text = `\uFEFF${rows.map((row) => `${row.map(sheetCell).join('\t')}\r\n`).join('')}`;
  const bytes = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(2 * at, text.charCodeAt(at), true);
  return new Uint8Array(bytes.buffer);
};
