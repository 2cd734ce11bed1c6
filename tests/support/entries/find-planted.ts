import sharp from 'sharp';

/** Bytes as somebody may read them who looks for something: in each coding of text, and what is coded within. */
const readings = (bytes: Buffer): string[] => {
  const swapped = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
  const text = bytes.toString('utf8');
  const coded = text.match(/[\w+/-]{16,}={0,2}/g) ?? [];
  return [
    text,
    ...[bytes.toString('latin1'), bytes.toString('utf16le'), swapped.toString('utf16le')],
    text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString()),
    text.replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    coded.map((one) => Buffer.from(one, 'base64url').toString()).join('\n'),
  ];
};

/** Which of the words stand in bytes, whatever their case. */
export const findPlanted = (bytes: Buffer | string, words: readonly string[]): string[] => {
  const texts = readings(Buffer.from(bytes)).map((text) => text.toLowerCase());
  return words.filter((word) => texts.some((text) => text.includes(word.toLowerCase())));
};

/** What an image says of itself beside its pixels: the names of the parts that it should not have. */
export const metadataOf = async (image: Buffer): Promise<string[]> => {
  const said = await sharp(image).metadata();
  const parts = ['exif', 'xmp', 'iptc', 'comments', 'tifftagPhotoshop', 'orientation'] as const;
  return parts.filter((part) => said[part] !== undefined);
};
