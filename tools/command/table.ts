const segmenter = new Intl.Segmenter();

/** The width of a text in a terminal, in characters. */
const widthOf = (text: string): number => [...segmenter.segment(text)].length;

/** A cell must not move the cursor or begin a line. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** Rows of text as a table with a head, its columns as wide as they must be. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string => {
  const cells = [head, ...rows.map((row) => row.map((cell) => plain(String(cell ?? '–'))))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  const written = cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [written[0], widths.map((width) => '-'.repeat(width)).join('  '), ...written.slice(1)].join('\n');
};
