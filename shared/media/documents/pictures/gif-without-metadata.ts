/** Application extensions of a GIF that say how it looks: how often it is repeated, and its colours. */
const forPixels = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

const [imageBlock, extension, trailer, comment, application] = [0x2c, 0x21, 0x3b, 0xfe, 0xff];

/** How many bytes a table of colours has, by the flags before it. */
const tableSize = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Behind the last of the blocks that data come in. */
const endOfBlocks = (bytes: Buffer, from: number): number => {
  let at = from;
  while (bytes[at]) at += 1 + (bytes[at] ?? 0);
  return at + 1;
};

const tells = (bytes: Buffer, at: number): boolean =>
  bytes[at + 1] === comment ||
  (bytes[at + 1] === application && !forPixels.has(bytes.toString('latin1', at + 3, at + 14)));

/**
 * A GIF without its comments and what applications keep in it (GIF89a, 24 and 26), whole or cut off; `undefined` where
 * it is damaged.
 */
export const gifWithoutMetadata = (bytes: Buffer): Buffer | undefined => {
  const begin = 13 + tableSize(bytes[10]);
  const kept = [bytes.subarray(0, begin)];
  for (let at = begin; at < bytes.length; ) {
    const kind = bytes[at];
    if (kind === trailer) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    if (kind !== imageBlock && kind !== extension) return undefined;
    const end = endOfBlocks(bytes, kind === extension ? at + 2 : at + 11 + tableSize(bytes[at + 9]));
    if (kind === imageBlock || !tells(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.from([trailer])]);
};
