/** Draws indexes by Zipf's law. */
export const zipf = (count: number, power: number): ((roll: number) => number) => {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    sum += 1 / (i + 1) ** power;
    sums[i] = sum;
  }
  return (roll) => {
    const wanted = roll * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};
