import type { Env, Token } from 'markdown-it';
import { Fragment, type Mark, type Node, type NodeType } from 'prosemirror-model';
import { uploadOfAddress, uploadsNamedIn } from '../../../shared/model/files/text-pictures.ts';
import { makeMarkdown } from '../../../shared/model/markdown/make-markdown.ts';
import { schema } from './schema.ts';

/** A text has something that the formatted view would lose. */
export class NotHeldError extends Error {}

/** A text as the formatted view has it. */
export interface ParsedText {
  readonly doc: Node;
  /** The Markdown of its blocks, as far as each can stand by itself. */
  readonly sources: WeakMap<Node, string>;
}

const markdown = makeMarkdown();

const { nodes, marks: markTypes } = schema;

/** Tokens that begin and end a node of the document. */
const containers: Readonly<Record<string, NodeType>> = {
  ...{ paragraph: nodes.paragraph, heading: nodes.heading, blockquote: nodes.blockquote },
  ...{ bullet_list: nodes.bullet_list, ordered_list: nodes.ordered_list, list_item: nodes.list_item },
  ...{ table: nodes.table, tr: nodes.table_row, th: nodes.table_header, td: nodes.table_cell },
};

/** What tables have and the document does not. */
const passed = new Set(['thead', 'tbody']);

/** A list is tight where its items are not paragraphs to readers. */
const isTight = (tokens: readonly Token[], at: number): boolean => {
  const { level } = tokens[at] as Token;
  for (let n = at + 1; n < tokens.length; n += 1) {
    const token = tokens[n] as Token;
    if (token.level === level && token.nesting === -1) return true;
    if (token.type === 'paragraph_open' && token.level === level + 2 && !token.hidden) return false;
  }
  return true;
};

const attributesOf = (tokens: readonly Token[], at: number) => {
  const token = tokens[at] as Token;
  const start = token.attrGet('start');
  const [, align = null] = /text-align:(\w+)/.exec(`${token.attrGet('style')}`) ?? [];
  switch (token.type) {
    case 'heading_open':
      return { level: Number(token.tag.slice(1)) };
    case 'bullet_list_open':
      return { tight: isTight(tokens, at) };
    case 'ordered_list_open':
      return { tight: isTight(tokens, at), start: start === null ? 1 : Number(start) };
    case 'th_open':
    case 'td_open':
      return { align };
    default:
      return undefined;
  }
};

/** How links are written, by the markup that markdown-it names. */
const linkForms: Readonly<Record<string, string>> = { linkify: 'bare', autolink: 'angles' };

/** What is written in a line: text, pictures and breaks, each with its marks. */
const inlineOf = (children: readonly Token[], named: readonly string[]): Node[] => {
  const found: Node[] = [];
  let marks: readonly Mark[] = [];
  const open: { mark: Mark; from: number }[] = [];
  const begin = (mark: Mark): void => {
    if (mark.type.isInSet(marks)) throw new NotHeldError('a mark within itself');
    open.push({ mark, from: found.length });
    marks = mark.addToSet(marks);
  };
  const end = (): void => {
    const last = open.pop();
    // Nothing would carry the mark.
    if (!last || found.length === last.from) throw new NotHeldError('empty mark');
    marks = open.reduce<readonly Mark[]>((all, { mark }) => mark.addToSet(all), []);
  };
  const pictureOf = (token: Token): Node => {
    const src = `${token.attrGet('src')}`;
    const upload = uploadOfAddress(src);
    if (upload !== undefined && !named.includes(upload)) throw new NotHeldError('picture by an escaped address');
    const alt = markdown.renderer.renderInlineAsText(token.children ?? [], markdown.options, {});
    return nodes.image.create({ src, alt, title: token.attrGet('title') ?? '' }, null, marks);
  };
  for (const token of children) {
    switch (token.type) {
      case 'text':
        if (token.content) found.push(schema.text(token.content, marks));
        break;
      case 'code_inline':
        found.push(schema.text(token.content, markTypes.code.create().addToSet(marks)));
        break;
      case 'em_open':
        begin(markTypes.em.create());
        break;
      case 'strong_open':
        begin(markTypes.strong.create());
        break;
      case 'link_open':
        begin(
          markTypes.link.create({
            ...{ href: token.attrGet('href'), title: token.attrGet('title') ?? '' },
            form: linkForms[token.markup] ?? 'words',
          }),
        );
        break;
      case 'em_close':
      case 'strong_close':
      case 'link_close':
        end();
        break;
      case 'image':
        found.push(pictureOf(token));
        break;
      case 'softbreak':
        found.push(nodes.softbreak.create(null, null, marks));
        break;
      case 'hardbreak':
        found.push(nodes.hard_break.create(null, null, marks));
        break;
      default:
        throw new NotHeldError(token.type);
    }
  }
  return found;
};

const codeOf = ({ content, info }: Token): Node => {
  const text = content.replace(/\n$/, '');
  if (!text && content) throw new NotHeldError('code of an empty line');
  return nodes.code_block.create({ info: info.trim() }, text ? schema.text(text) : null);
};

/** A block that holds no others; `undefined` where it does. */
const leafOf = (token: Token): Node | undefined => {
  if (token.type === 'hr') return nodes.horizontal_rule.create();
  return token.type === 'fence' || token.type === 'code_block' ? codeOf(token) : undefined;
};

/**
 * Reads Markdown by the rules by which it is published. Throws {@link NotHeldError} where something of it has no place
 * in the document.
 */
export const parseText = (text: string): ParsedText => {
  const env: Env = {};
  const tokens = markdown.parse(text, env);
  const lines = text.split(/\r\n?|\n/);
  const named = uploadsNamedIn(text);
  const sources = new WeakMap<Node, string>();
  // What a reference refers to stands elsewhere.
  const standAlone = Object.keys(env.references ?? {}).length === 0;
  const stack: { type: NodeType; attrs: object | undefined; content: Node[]; map: Token['map'] }[] = [];
  const blocks: Node[] = [];
  const add = (node: Node, map: Token['map']): void => {
    const parent = stack.at(-1);
    if (!parent) {
      blocks.push(node);
      if (map && standAlone)
        sources.set(
          node,
          lines
            .slice(...map)
            .join('\n')
            .trimEnd(),
        );
      return;
    }
    parent.content.push(node);
  };
  for (const [at, token] of tokens.entries()) {
    const kind = token.type.replace(/_(?:open|close)$/, '');
    if (passed.has(kind)) continue;
    if (token.type === 'inline') {
      const parent = stack.at(-1);
      const inline = Fragment.fromArray(inlineOf(token.children ?? [], named));
      const isCell = parent?.type === nodes.table_cell || parent?.type === nodes.table_header;
      parent?.content.push(...(isCell ? [nodes.cell_text.create(null, inline)] : inline.content));
      continue;
    }
    const leaf = leafOf(token);
    if (leaf) {
      add(leaf, token.map);
      continue;
    }
    const type = containers[kind];
    if (!type) throw new NotHeldError(token.type);
    if (token.nesting === 1) {
      stack.push({ type, attrs: attributesOf(tokens, at), content: [], map: token.map });
      continue;
    }
    const last = stack.pop();
    const content = last && Fragment.fromArray(last.content);
    if (!last || (content?.size && !type.validContent(content))) throw new NotHeldError(token.type);
    const node = type.createAndFill(last.attrs, content) as Node;
    add(node, last.map);
  }
  return { doc: nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]), sources };
};
