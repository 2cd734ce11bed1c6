/**
 * Where the coded pixels of a JPEG that begin at `from` end (ITU-T T.81, annex B): at the next marker that is none of a
 * restart, or behind the last byte.
 */
export const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    // A byte of data, a restart, or a byte that only fills up.
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};
