import type { AlignType, BlockContent, Link, Parents, Root, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Node } from 'prosemirror-model';
import { isSameText } from './is-same-text.ts';
import { type ParsedText, parseText } from './parse-text.ts';
import { phrasingOf } from './phrasing-of.ts';
import { schema } from './schema.ts';

const { nodes } = schema;

const options: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '*',
  strong: '*',
  listItemIndent: 'one',
  // In a tight list a table would go on with the paragraph of a quotation or of a list before it.
  join: [(left, right) => (right.type === 'table' && left.type !== 'paragraph' ? 1 : undefined)],
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
};

const tableOf = (table: Node): BlockContent => ({
  type: 'table',
  align: (table.firstChild?.children ?? []).map(({ attrs }) => attrs.align as AlignType),
  children: table.children.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.children.map((cell) => ({
        type: 'tableCell',
        children: cell.children.flatMap(phrasingOf),
      })),
    }),
  ),
});

const listOf = ({ type, attrs, children }: Node): BlockContent => ({
  type: 'list',
  ordered: type === nodes.ordered_list,
  start: attrs.start,
  spread: !attrs.tight,
  children: children.map((item) => ({
    type: 'listItem',
    spread: !attrs.tight,
    children: item.children.flatMap(blocksOf),
  })),
});

/** A block as a tree of Markdown (https://github.com/syntax-tree/mdast); nothing where it is an empty paragraph. */
const blocksOf = (node: Node): BlockContent[] => {
  switch (node.type) {
    case nodes.paragraph: {
      const children = phrasingOf(node);
      return children.length > 0 ? [{ type: 'paragraph', children }] : [];
    }
    case nodes.heading:
      return [{ type: 'heading', depth: node.attrs.level, children: phrasingOf(node) }];
    case nodes.blockquote:
      return [{ type: 'blockquote', children: node.children.flatMap(blocksOf) }];
    case nodes.code_block: {
      const [, lang = '', meta = ''] = /^(\S*)\s*(.*)$/s.exec(node.attrs.info) ?? [];
      return [{ type: 'code', lang, meta, value: node.textContent }];
    }
    case nodes.horizontal_rule:
      return [{ type: 'thematicBreak' }];
    case nodes.table:
      return [tableOf(node)];
    default:
      return [listOf(node)];
  }
};

const reference = /&#x([0-9A-F]+);/g;

/**
 * The letters of a link that are its address; undefined where it has other words, or was written otherwise than bare.
 */
const bareAddress = ({ url, title, children: [first, ...others], data }: Link): string | undefined => {
  if (first?.type !== 'text' || others.length > 0 || title) return undefined;
  if (data?.form === 'words' || data?.form === 'angles') return undefined;
  const { value } = first;
  const isAddress = /^https?:/.test(url) ? url === value : url === `mailto:${value}`;
  return isAddress || (value.startsWith('www.') && url === `https://${value}`) ? value : undefined;
};

const addressesIn = ({ children }: Parents): Link[] =>
  children.flatMap((child) => {
    if (child.type === 'link') return bareAddress(child) === undefined ? [] : [child];
    return 'children' in child ? addressesIn(child) : [];
  });

/**
 * Writes a tree, those addresses bare. What was written as a link with words stays one, though they are its address.
 */
const markdownOf = (root: Root, bare: ReadonlySet<Link>): string => {
  const link: Handle = (node: Link, parent, state, info) => {
    if (bare.has(node)) return bareAddress(node) ?? '';
    const { resourceLink } = state.options;
    state.options.resourceLink = node.data?.form === 'words';
    const written = defaultHandlers.link(node, parent, state, info);
    state.options.resourceLink = resourceLink;
    return written;
  };
  // Its first letter, by which what stands before it is escaped.
  const peek: Handle = (node: Link, parent, state) => {
    if (bare.has(node)) return bareAddress(node)?.charAt(0) ?? '';
    return node.data?.form === 'words' ? '[' : defaultHandlers.link.peek(node, parent, state);
  };
  return toMarkdown(root, { ...options, handlers: { link: Object.assign(link, { peek }) } }).trimEnd();
};

/**
 * Writes blocks as Markdown, as people would where that means the same by our rules. Letters beside emphasis are
 * written as such: `**“Sərgi”**nin`, and not `**“Sərgi”**&#x6E;in`, which CommonMark would need. Addresses stay as they
 * were typed: `info@example.az`, and not `<info@example.az>`.
 */
const write = (blocks: readonly Node[]): string => {
  const root: Root = { type: 'root', children: blocks.flatMap(blocksOf) };
  const strict = markdownOf(root, new Set());
  const isSame = (other: string): boolean => {
    try {
      return other === strict || isSameText(parseText(other).doc, parseText(strict).doc);
    } catch {
      return false;
    }
  };
  const asTyped = (bare: readonly Link[]): string =>
    (bare.length > 0 ? markdownOf(root, new Set(bare)) : strict).replace(reference, (_all, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
  const addresses = addressesIn(root);
  const typed = asTyped(addresses);
  if (isSame(typed)) return typed;
  // One that is an address in angles only takes no other with it.
  const free = addresses.length > 1 ? addresses.filter((one) => isSame(asTyped([one]))) : [];
  return [asTyped(free), asTyped([])].find(isSame) ?? strict;
};

const isList = (node: Node | undefined): boolean =>
  node?.type === nodes.bullet_list || node?.type === nodes.ordered_list;

const written = new WeakMap<Node, string>();

/** Blocks that need no neighbour to be written: one at a time, once. */
const writeAlone = (node: Node): string => {
  const known = written.get(node) ?? write([node]);
  written.set(node, known);
  return known;
};

/**
 * The Markdown of a document. Blocks that the person has not touched are as they were written; two lists that follow
 * each other are written together, since their marks part them.
 */
export const writeText = (doc: Node, sources: ParsedText['sources'] = new WeakMap()): string => {
  const parts: string[] = [];
  const { children } = doc;
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at] as Node;
    const from = at;
    while (isList(node) && isList(children[at + 1])) at += 1;
    if (at > from) {
      parts.push(write(children.slice(from, at + 1)));
      continue;
    }
    const source = sources.get(node);
    // A fence may be open until the end of the text, and what is indented may belong to what stands before it.
    const isFree = source !== undefined && /^\S/.test(source) && node.type !== nodes.code_block;
    parts.push(isFree ? source : writeAlone(node));
  }
  return parts.filter(Boolean).join('\n\n');
};
