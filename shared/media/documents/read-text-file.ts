import type { DocumentType } from '../../model/files/document.ts';
import { RejectedFileError } from '../rejected-file-error.ts';
import { type FoundDocument, maxReadLength } from './shared/found-document.ts';

const decodeBy = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * True where words of Cyrillic letters stand for themselves: bytes of another encoding would mix them with Latin ones.
 */
const looksCyrillic = (text: string): boolean => {
  const words = text.slice(0, 100_000).match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => /\P{ASCII}/u.test(word));
  const cyrillic = foreign.filter((word) => /^\p{Script=Cyrillic}+$/u.test(word));
  return cyrillic.length > 0 && cyrillic.length >= foreign.length * 0.95;
};

/**
 * A text in one of the encodings that are known: UTF-16 by its mark, UTF-8, or Windows-1251 where it reads as Cyrillic.
 */
const decode = (bytes: Uint8Array): { text: string; isUtf8: boolean } | undefined => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return asText(decodeBy('utf-16le', bytes));
  if (first === 0xfe && second === 0xff) return asText(decodeBy('utf-16be', bytes));
  const text = decodeBy('utf-8', bytes);
  if (text !== undefined) return { text, isUtf8: true };
  const cyrillic = decodeBy('windows-1251', bytes);
  return cyrillic !== undefined && looksCyrillic(cyrillic) ? { text: cyrillic, isUtf8: false } : undefined;
};

const asText = (text: string | undefined) => (text === undefined ? undefined : { text, isUtf8: false });

/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/** A text that a browser or another program would take for markup. */
const markup = /^\s*<(?:[a-z!?/])|<(?:html|svg|script|body|iframe|!doctype)[\s>]/i;

/** How far into a file markup is looked for. */
const markupWithin = 4_096;

const hasLetter = /\p{L}/u;

/** The lines of a text that hold a letter, each by itself; `undefined` after the last one that is looked at. */
function* linesOf(text: string): Generator<string | undefined> {
  let length = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const line = text.slice(start, next === -1 ? undefined : next);
    start += line.length + 1;
    if (!hasLetter.test(line)) continue;
    length += line.length;
    yield length > maxReadLength ? undefined : line;
    if (length > maxReadLength) return;
  }
}

/** The cells of a line of a table side by side, so that a name is read whole that stands in two of them. */
const cellsOf = (line: string): string => line.replace(/"?[;,\t|]"?|"/g, ' ');

const contentOf = (text: string, type: DocumentType): Pick<FoundDocument, 'content' | 'isCut'> => {
  if (type === 'text/plain') return { content: text.slice(0, maxReadLength), isCut: text.length > maxReadLength };
  const lines: string[] = [];
  for (const line of linesOf(text)) {
    if (line === undefined) return { content: lines.join('\n\n'), isCut: true };
    lines.push(cellsOf(line));
  }
  return { content: lines.join('\n\n') };
};

/** A plain text or a table as text, in UTF-8. Throws `RejectedFileError`. */
export const readTextFile = async (bytes: Uint8Array, type: DocumentType): Promise<FoundDocument> => {
  const decoded = decode(bytes);
  if (!decoded || control.test(decoded.text)) throw new RejectedFileError('not-utf-8');
  const { text, isUtf8 } = decoded;
  if (markup.test(text.slice(0, markupWithin))) throw new RejectedFileError('is-markup');
  // With the mark of UTF-8, without which Excel takes a table for the encoding of the computer.
  const file = isUtf8 ? bytes : Buffer.from(`${type === 'text/csv' ? '\ufeff' : ''}${text}`);
  return { type, file, ...contentOf(text, type) };
};
