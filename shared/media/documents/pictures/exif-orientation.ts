/** What Exif begins with in a JPEG, and mostly elsewhere. */
export const exifPrefix = Buffer.from('Exif\0\0', 'latin1');

const orientationTag = 0x0112;

/** How a camera was held (Exif 3.0, 4.6.5.1.7), from 1 (upright) to 8, by Exif with its prefix; 1 where it is none. */
export const orientationIn = (exif: Buffer): number => {
  const tiff = exif.subarray(exifPrefix.length);
  if (!exif.subarray(0, exifPrefix.length).equals(exifPrefix) || tiff.length < 10) return 1;
  const isLittle = tiff[0] === 0x49;
  const read = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < read(directory); n += 1) {
    const at = directory + 2 + 12 * n;
    if (read(at) !== orientationTag) continue;
    const orientation = read(at + 8);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
};

/** Exif without its prefix that says how the camera was held, and nothing else. */
export const orientationOnly = (orientation: number): Buffer => {
  const tiff = Buffer.from('49492a0008000000010012010300010000000000000000000000', 'hex');
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
};
