import type { Language } from '../refusals/language.ts';
import { SheetError } from './sheet-error.ts';
import { saySheet } from './words/say-sheet.ts';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/**
 * The text of a sheet in UTF-8, without its byte order mark. Throws `SheetError` where decoding would give wrong
 * letters.
 */
export const decodeSheet = (bytes: Uint8Array, language: Language): string => {
  const refusal = (code: 'workbook' | 'utf16' | 'olderEncoding') =>
    new SheetError(`${saySheet(language, code)} ${saySheet(language, 'saveAsCsv')}`);
  // A zip archive, as new workbooks are, and the container of old ones.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw refusal('workbook');
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || bytes.includes(0)) {
    throw refusal('utf16');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('olderEncoding');
  }
};
