/** In how many of 256 bits two fingerprints differ. */
export const fingerprintDistance = (one: string, other: string): number => {
  let distance = 0;
  for (let n = 0; n < one.length; n += 8) {
    let differing = (Number.parseInt(one.slice(n, n + 8), 16) ^ Number.parseInt(other.slice(n, n + 8), 16)) >>> 0;
    for (; differing; differing &= differing - 1) distance += 1;
  }
  return distance;
};
