import type { PhrasingContent } from 'mdast';
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from './schema.ts';

declare module 'mdast' {
  interface LinkData {
    /** How the link was written: see the schema. */
    readonly form?: 'words' | 'angles' | 'bare' | null;
  }
}

/** A piece of a line; `marks` are those that are not written yet. */
interface Piece {
  readonly node: Node;
  readonly text: string;
  readonly marks: readonly Mark[];
}

const { marks: markTypes, nodes } = schema;

/** Emphasis neither begins nor ends with a space in Markdown: `**so **` are asterisks. */
const emphases = [markTypes.em, markTypes.strong];

const isBlank = ({ node, text }: Piece): boolean =>
  node.isText ? text.trim() === '' : node.type === nodes.softbreak || node.type === nodes.hard_break;

/** Spaces at the ends of a text as pieces of their own. */
const piecesOf = (node: Node): Piece[] => {
  const { marks, text = '' } = node;
  if (!node.isText || markTypes.code.isInSet(marks)) return [{ node, text, marks }];
  return text
    .split(/(^\s+|\s+$)/)
    .filter(Boolean)
    .map((part) => ({ node, text: part, marks }));
};

const trimmed = (pieces: readonly Piece[]): readonly Piece[] => {
  const from = pieces.findIndex((piece) => !isBlank(piece));
  return from < 0 ? [] : pieces.slice(from, pieces.findLastIndex((piece) => !isBlank(piece)) + 1);
};

/** Without emphasis on the spaces at its ends. */
const withoutBlankEnds = (pieces: readonly Piece[]): Piece[] => {
  const result = [...pieces];
  for (const type of emphases) {
    const has = (at: number): boolean => type.isInSet(result[at]?.marks ?? []) !== undefined;
    for (const step of [1, -1]) {
      for (let at = step === 1 ? 0 : result.length - 1; at >= 0 && at < result.length; at += step) {
        const piece = result[at] as Piece;
        if (has(at) && !has(at - step) && isBlank(piece))
          result[at] = { ...piece, marks: type.removeFromSet(piece.marks) };
      }
    }
  }
  return result;
};

const leafOf = ({ node, text, marks }: Piece): PhrasingContent => {
  if (node.type === nodes.image)
    return { type: 'image', url: node.attrs.src, alt: node.attrs.alt, title: node.attrs.title || null };
  if (node.type === nodes.hard_break) return { type: 'break' };
  if (node.type === nodes.softbreak) return { type: 'text', value: '\n' };
  return markTypes.code.isInSet(marks) ? { type: 'inlineCode', value: text } : { type: 'text', value: text };
};

const wrapped = ({ type, attrs }: Mark, children: PhrasingContent[]): PhrasingContent => {
  if (type === markTypes.link)
    return {
      ...{ type: 'link', url: attrs.href, title: attrs.title || null, children: children as never },
      data: { form: attrs.form },
    };
  return { type: type === markTypes.em ? 'emphasis' : 'strong', children };
};

const isAddress = ({ attrs }: Mark): boolean => attrs.form === 'bare' || attrs.form === 'angles';

/** How many pieces from one on have a mark. */
const lengthOf = (mark: Mark, pieces: readonly Piece[], from: number): number => {
  let at = from;
  while (pieces[at] && mark.isInSet(pieces[at]?.marks ?? [])) at += 1;
  return at - from;
};

const nested = (pieces: readonly Piece[]): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    const marks = piece.marks.filter(({ type }) => type !== markTypes.code);
    // The mark that holds longest goes outside; an address without words of its own can hold none.
    const [outer] = marks.toSorted(
      (one, other) =>
        lengthOf(other, pieces, at) - lengthOf(one, pieces, at) || Number(isAddress(one)) - Number(isAddress(other)),
    );
    if (!outer) {
      const leaf = leafOf(piece);
      const last = result.at(-1);
      // Two codes beside each other would be read as one, or as none.
      if ((leaf.type === 'text' || leaf.type === 'inlineCode') && last?.type === leaf.type) last.value += leaf.value;
      else result.push(leaf);
      at += 1;
      continue;
    }
    const length = lengthOf(outer, pieces, at);
    const inner = pieces.slice(at, at + length).map((one) => ({ ...one, marks: outer.removeFromSet(one.marks) }));
    result.push(wrapped(outer, nested(inner)));
    at += length;
  }
  return result;
};

/** A heading is one line: of one of several lines the last could make a table. */
const inOneLine = (heading: Node): Node =>
  heading.copy(
    Fragment.fromArray(
      heading.children.map((node) => (node.isText || node.type === nodes.image ? node : schema.text(' ', node.marks))),
    ),
  );

/** What stands in a block of text, as a tree of Markdown: marks within each other, without blanks at the ends. */
export const phrasingOf = (block: Node): PhrasingContent[] =>
  nested(
    withoutBlankEnds(trimmed((block.type === nodes.heading ? inOneLine(block) : block).children.flatMap(piecesOf))),
  );
