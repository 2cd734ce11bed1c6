const width = 30;

let isDrawing = false;

/** Draws the progress of some work on a line of its own; outside a terminal, it draws nothing. */
export const drawProgress = (done: number, total: number, note: string): void => {
  if (!process.stderr.isTTY) return;
  const filled = total === 0 ? width : Math.round((width * done) / total);
  process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${total} ${note}\u001b[K`);
  isDrawing = done !== total;
  if (!isDrawing) process.stderr.write('\n');
};

/** Ends the line of work that was stopped early, so that the next output begins on a new one. */
export const leaveProgress = (): void => {
  if (isDrawing) process.stderr.write('\n');
  isDrawing = false;
};
