/**
 * Works on all items, at most `lanes` at the same time, and gives the results in their order. After the first failure nothing is begun
 * any more; it is thrown when what had begun has ended, so that nothing goes on behind the back of whoever tries again.
 */
export const inLanes = async <T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  const queue = items.entries();
  let isOver = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (isOver) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return results;
};
