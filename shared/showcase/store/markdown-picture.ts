/**
 * A picture of an upload in Markdown. What may stand in its brackets and quotation marks is limited, so that no text
 * costs more than its length.
 */
export const markdownPicture =
  /!\[(?:\\.|[^[\]\\])*\]\(\s{0,9}<?upload:([0-9A-Z]{26})>?(?:\s{1,9}(?:"(?:\\.|[^"\\]){0,2000}"|'(?:\\.|[^'\\]){0,2000}'|\((?:\\.|[^)\\]){0,2000}\)))?\s{0,9}\)/gi;
