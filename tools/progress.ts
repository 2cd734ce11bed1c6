const width = 30;

let isDrawing = false;

/** Draws how far a work has come on a line of its own; where nobody looks, it draws nothing. */
export const drawProgress = (done: number, total: number, note: string): void => {
  if (!process.stderr.isTTY) return;
  const filled = total === 0 ? width : Math.round((width * done) / total);
  process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${total} ${note}\u001b[K`);
  isDrawing = done !== total;
  if (!isDrawing) process.stderr.write('\n');
};

/** Leaves the line of a work that has ended before its time, so that what follows has one of its own. */
export const leaveProgress = (): void => {
  if (isDrawing) process.stderr.write('\n');
  isDrawing = false;
};
