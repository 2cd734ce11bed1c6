import { escapeMarkdown } from './escape-markdown.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import type { InlinePiece } from './inline-piece.ts';

/** How much after an address is looked at, in UTF-16 units. */
const lookAhead = 100;

interface Address {
  readonly index: number;
  readonly lastIndex: number;
  readonly url: string;
}

/** Before what Markdown takes for an address whatever sign stands there, and the search for addresses does not. */
const scheme = /(?<![a-z\d.+-])https?:\/\//gi;

/** Every address that Markdown would see in a text, in their order. */
const addressesIn = (text: string): Address[] => {
  const { linkify } = inlineMarkdown;
  const found: Address[] = linkify.match(text) ?? [];
  const known = new Set(found.map(({ index }) => index));
  const others = [...text.matchAll(scheme)].flatMap(({ index }) => {
    const match = known.has(index) ? null : linkify.matchAtStart(text.slice(index));
    return match ? [{ index, lastIndex: index + match.lastIndex, url: match.url }] : [];
  });
  return [...found, ...others].toSorted((a, b) => a.index - b.index);
};

/**
 * Makes links of the addresses in words that Markdown would not recognize again: those with signs that are escaped, and
 * those on which something follows without a space. Others stay as they are, and become links when they are shown.
 */
export const linkPieceAddresses = (pieces: readonly InlinePiece[]): InlinePiece[] =>
  pieces.flatMap((piece, n) => {
    const { kind, text, link } = piece;
    if (kind !== 'text' || link) return [piece];
    const next = pieces[n + 1];
    const isFollowed = next !== undefined && next.kind !== 'break' && !/^\s/.test(next.text);
    const parts: InlinePiece[] = [];
    let at = 0;
    for (const { index, lastIndex, url } of addressesIn(text)) {
      if (index < at) continue;
      const word = /^\S*/.exec(text.slice(index, lastIndex + lookAhead))?.[0] ?? '';
      const isChanged = escapeMarkdown(word) !== word || (isFollowed && index + word.length === text.length);
      if (!isChanged) continue;
      parts.push({ ...piece, text: text.slice(at, index) });
      parts.push({ ...piece, text: text.slice(index, lastIndex), link: { href: url } });
      at = lastIndex;
    }
    return [...parts, { ...piece, text: text.slice(at) }].filter((part) => part.text !== '');
  });
