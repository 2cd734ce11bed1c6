/** A sheet that cannot be read as a whole; the message says what to do about it. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}
