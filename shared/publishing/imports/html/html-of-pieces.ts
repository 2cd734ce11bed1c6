import { escapeText } from '../../../public/escape-text.ts';
import { type InlinePiece, isSpace, type Mark, sharedMarks } from './inline-piece.ts';
import { linkPieceAddresses } from './link-piece-addresses.ts';

/** Marks may not begin or end with a space: each piece of words, and the space around it. */
const withoutEdges = (piece: InlinePiece): InlinePiece[] => {
  if (piece.kind !== 'text') return [piece];
  const text = piece.text.trim();
  if (text === '') return [piece];
  const start = piece.text.indexOf(text);
  return [piece.text.slice(0, start), text, piece.text.slice(start + text.length)]
    .filter((part) => part !== '')
    .map((part) => ({ ...piece, text: part }));
};

/** A space has the marks that are on both sides of it; the end of a line and a picture have none. */
const withMarksOfNeighbours = (piece: InlinePiece, n: number, all: readonly InlinePiece[]): InlinePiece => {
  if (piece.kind === 'break' || piece.kind === 'image') return { ...piece, marks: [] };
  return isSpace(piece) ? { ...piece, marks: sharedMarks(all[n - 1], all[n + 1]) } : piece;
};

const wordAtEnd = /[^\s\p{P}\p{S}]$/u;
const wordAtStart = /^[^\s\p{P}\p{S}]/u;

/** Punctuation after which Sergi's Markdown lets a mark close before a letter (`closeBeforeLetter`). */
const endOfWord = /[\p{L}\p{M}\p{N}][^\P{P}\p{Ps}\p{Pd}\p{Pc}]{1,10}$/u;

/**
 * Between a word and punctuation no mark of Markdown opens, and seldom one closes: the punctuation stays outside, at
 * both ends, as in `mətn«*a*»`.
 */
const withoutPunctuation = (piece: InlinePiece, n: number, all: readonly InlinePiece[]): InlinePiece[] => {
  const [before, after] = [all[n - 1], all[n + 1]];
  if (piece.kind !== 'text' || piece.marks.length === 0) return [piece];
  const isTouching = (other: InlinePiece | undefined, word: RegExp): other is InlinePiece =>
    other?.kind === 'text' && other.link === piece.link && word.test(other.text);
  const opens = isTouching(before, wordAtEnd) && piece.marks.some((mark) => !before.marks.includes(mark));
  const closes =
    isTouching(after, wordAtStart) &&
    piece.marks.some((mark) => !after.marks.includes(mark)) &&
    !endOfWord.test(piece.text.slice(-12));
  let end = piece.text.length;
  const start = opens ? (/^[\p{P}\p{S}]+/u.exec(piece.text)?.[0].length ?? 0) : 0;
  while ((closes || start > 0) && end > start && /[\p{P}\p{S}]/u.test(piece.text.slice(end - 1, end))) end -= 1;
  return [
    { ...piece, text: piece.text.slice(0, start), marks: sharedMarks(before, piece) },
    { ...piece, text: piece.text.slice(start, end) },
    { ...piece, text: piece.text.slice(end), marks: sharedMarks(piece, after) },
  ].filter(({ text }) => text !== '');
};

/** What a link begins and ends with is seen: spaces and ends of lines at its edges stand outside. */
const outsideOfLinks = (pieces: readonly InlinePiece[]): InlinePiece[] => {
  const settled = [...pieces];
  const loosen = (order: readonly number[]) => {
    let link: InlinePiece['link'];
    for (const n of order) {
      const piece = settled[n];
      if (!piece) continue;
      if (isSpace(piece) && piece.link && piece.link !== link) settled[n] = { ...piece, link: undefined };
      else link = piece.link;
    }
  };
  const order = settled.map((_, n) => n);
  loosen(order);
  loosen(order.toReversed());
  return settled;
};

/** How many pieces from one on have something in common with it. */
const lengthOf = (pieces: readonly InlinePiece[], from: number, has: (piece: InlinePiece) => boolean): number => {
  let to = from;
  for (let piece = pieces[to]; piece && has(piece); piece = pieces[to]) to += 1;
  return to - from;
};

/** The mark that lasts longest stands outside. */
const marked = (pieces: readonly InlinePiece[], within: readonly Mark[] = []): string => {
  const parts: string[] = [];
  for (let n = 0, piece = pieces[n]; piece; piece = pieces[n]) {
    const [longest] = piece.marks
      .filter((mark) => !within.includes(mark))
      .map((mark) => ({ mark, length: lengthOf(pieces, n, ({ marks }) => marks.includes(mark)) }))
      .toSorted((a, b) => b.length - a.length);
    if (!longest) {
      const text = escapeText(piece.text);
      parts.push(piece.html ?? (piece.kind === 'code' ? `<code>${text}</code>` : text));
      n += 1;
      continue;
    }
    const { mark, length } = longest;
    const inner = pieces.slice(n, n + length);
    parts.push(`<${mark}>${marked(inner, [...within, mark])}</${mark}>`);
    n += length;
  }
  return parts.join('');
};

/**
 * The pieces of a line or several as HTML that Markdown can say: links hold marks and not the reverse, marks end with
 * the line, do not touch their like, and begin and end with something that is seen.
 */
export const htmlOfPieces = (pieces: readonly InlinePiece[]): string => {
  const settled = outsideOfLinks(
    linkPieceAddresses(pieces).flatMap(withoutEdges).map(withMarksOfNeighbours).flatMap(withoutPunctuation),
  );
  const parts: string[] = [];
  for (let n = 0, piece = settled[n]; piece; piece = settled[n]) {
    const { link } = piece;
    const length = lengthOf(settled, n, (other) => other.link === link);
    const inner = marked(settled.slice(n, n + length));
    parts.push(link ? `<a href="${escapeText(link.href)}">${inner}</a>` : inner);
    n += length;
  }
  return parts.join('');
};
