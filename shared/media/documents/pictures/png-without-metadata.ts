/** Chunks of a PNG that are for its pixels (PNG, third edition, 5.6 and 11.3; extensions, 2). */
const forPixels = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI'],
  ...['bKGD', 'hIST', 'pHYs', 'oFFs', 'sCAL', 'sTER', 'sPLT', 'acTL', 'fcTL', 'fdAT', 'CgBI'],
]);

/** A PNG without what it tells, and without what stands behind its end; one that is cut off stays so. */
export const pngWithoutMetadata = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (forPixels.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
};
