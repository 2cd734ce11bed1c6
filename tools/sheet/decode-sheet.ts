import { SheetError } from './sheet-error.ts';

const advice =
  'In Excel choose File > Save As > "CSV UTF-8 (Comma delimited)"; in LibreOffice, Save As > Text CSV with the character set "Unicode (UTF-8)".';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The text of a sheet in UTF-8, without its byte order mark. Throws `SheetError`, rather than give letters that are not those written. */
export const decodeSheet = (bytes: Uint8Array): string => {
  // A zip archive, as new workbooks are, and the container of old ones.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new SheetError(`The sheet is a workbook, not CSV. ${advice}`);
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || bytes.includes(0)) {
    throw new SheetError(`The sheet is saved as UTF-16 ("Unicode text"), not as UTF-8. ${advice}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SheetError(
      `The sheet is not saved as UTF-8 but in an older encoding such as Windows-1254 or 1251, in which letters would be lost. ${advice}`,
    );
  }
};
