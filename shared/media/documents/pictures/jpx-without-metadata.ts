/** Boxes of JPEG 2000 that are for its pixels (ISO/IEC 15444-1, annex I; 15444-2, annex M). */
const forPixels = new Set([
  ...['jP  ', 'ftyp', 'rreq', 'jp2h', 'jpch', 'jplh', 'jp2c', 'cgrp', 'opct', 'creg', 'comp', 'copt', 'inst'],
  ...['ihdr', 'bpcc', 'colr', 'pclr', 'cmap', 'cdef', 'res ', 'resc', 'resd'],
]);

/** Boxes that say where others are in the file, so that none may be taken out. */
const pointing = new Set(['ftbl', 'flst', 'dtbl']);

/** Boxes that hold others. */
const holding = new Set(['jp2h', 'jpch', 'jplh', 'cgrp', 'res ']);

const box = (type: string, content: Buffer): Buffer => {
  const head = Buffer.from(`\0\0\0\0${type}`, 'latin1');
  head.writeUInt32BE(8 + content.length, 0);
  return Buffer.concat([head, content]);
};

const [startOfCodestream, startOfTile, comment] = [0xff4f, 0xff90, 0xff64];

/** Pixels without the comments before them (ISO/IEC 15444-1, A.9.2); `undefined` where they are damaged. */
const codestream = (bytes: Buffer): Buffer | undefined => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== startOfCodestream) return undefined;
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker === startOfTile) return Buffer.concat([...kept, bytes.subarray(at)]);
    if (marker < 0xff00) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker !== comment) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
};

/** The length of a box and of its head; a length of 0 reaches to the end, 1 stands before a longer one. */
const extentAt = (bytes: Buffer, at: number): { head: number; length: number } => {
  const length = bytes.readUInt32BE(at);
  if (length === 1 && at + 16 <= bytes.length) return { head: 16, length: Number(bytes.readBigUInt64BE(at + 8)) };
  return { head: 8, length: length === 0 ? bytes.length - at : length };
};

const cleanBoxes = (bytes: Buffer): Buffer | undefined => {
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const { head, length } = extentAt(bytes, at);
    if (length < head || at + length > bytes.length || pointing.has(type)) return undefined;
    const content = bytes.subarray(at + head, at + length);
    const cleaned = type === 'jp2c' ? codestream(content) : holding.has(type) ? cleanBoxes(content) : content;
    if (!cleaned) return undefined;
    if (forPixels.has(type)) kept.push(box(type, cleaned));
    at += length;
  }
  return Buffer.concat(kept);
};

/** A JPEG 2000, in its boxes or without, and without what it tells; `undefined` where it is damaged. */
export const jpxWithoutMetadata = (bytes: Buffer): Buffer | undefined =>
  bytes.readUInt16BE(0) === startOfCodestream ? codestream(bytes) : cleanBoxes(bytes);
