import { Parser } from 'htmlparser2';
import { escapeText } from '../../../public/escape-text.ts';
import { htmlOfPieces } from './html-of-pieces.ts';
import type { InlinePiece, Mark, PieceLink } from './inline-piece.ts';
import type { Kept } from './kept.ts';
import { superscriptOf } from './superscript.ts';

type Attributes = Readonly<Record<string, string>>;

const markOf: Readonly<Record<string, Mark>> = { strong: 'strong', b: 'strong', em: 'em', i: 'em', dt: 'strong' };

/** Blocks that are no more than words within a heading. */
const plainBlocks = new Set([
  ...['p', 'div', 'section', 'article', 'header', 'footer', 'aside', 'figcaption', 'dl', 'dt', 'dd'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** Elements without content, which have no end. */
const empty = new Set(['br', 'hr', 'img', 'source', 'embed']);

const linkable = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i;

const tagOf = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join('')}>`;

/**
 * HTML that has been cleaned, with what stands on lines as Markdown can say it: bold, italics and links are within the
 * blocks and lines that they were around, a heading is one line, code and preformatted text have no elements, lists
 * within lists are in an entry. Names in `kept` what has no place in Markdown.
 */
export const settleInlines = (html: string, kept: Kept): string => {
  const out: string[] = [];
  /** What ends each open element. */
  const ends: (() => void)[] = [];
  const marks: Mark[] = [];
  const links: { readonly link: PieceLink | undefined; readonly leftOut: string }[] = [];
  /** Raised, lowered and struck. */
  const shifts: string[] = [];
  const lists: string[] = [];
  let run: InlinePiece[] = [];
  let verbatim: string | undefined;
  let heading: string | undefined;

  const add = (kind: InlinePiece['kind'], text: string, element?: string) => {
    const { link, leftOut = '' } = links.at(-1) ?? {};
    if (leftOut && (text.trim() !== '' || kind === 'image')) kept.leftOut(`a ${leftOut}`);
    const piece = { kind, text, marks: [...new Set(marks)], link, ...(element && { html: element }) };
    const last = run.at(-1);
    const isLike =
      kind === 'text' && last?.kind === 'text' && last.link === link && `${last.marks}` === `${piece.marks}`;
    // The signs of code would become one where two of them meet.
    const isMoreCode = kind === 'code' && last?.kind === 'code' && last.link === link;
    if (isLike || isMoreCode) run[run.length - 1] = { ...last, text: last.text + text };
    else run.push(piece);
  };
  const addText = (text: string) => {
    const shift = shifts.at(-1);
    const raised = shift === 'sup' ? superscriptOf(text) : undefined;
    if (raised !== undefined) return add('text', raised);
    if (shift && text.trim() !== '') for (const name of new Set(shifts)) kept.simplified(name);
    add('text', text);
  };
  const endRun = () => {
    out.push(htmlOfPieces(run));
    run = [];
  };
  const endHeading = () => {
    endRun();
    out.push(`</${heading}>`);
    heading = undefined;
  };
  const openBlock = (name: string, attributes: Attributes): (() => void) => {
    if (heading && plainBlocks.has(name)) {
      add('text', ' ');
      return () => (heading ? add('text', ' ') : endRun());
    }
    if (heading) endHeading();
    endRun();
    out.push(tagOf(name, attributes));
    return () => {
      endRun();
      if (!empty.has(name)) out.push(`</${name}>`);
    };
  };
  const openHeading = (name: string, attributes: Attributes): (() => void) => {
    endRun();
    out.push(tagOf(name, attributes));
    heading = name;
    return () => (heading ? endHeading() : endRun());
  };
  const openList = (name: string, { start, ...attributes }: Attributes): (() => void) => {
    const isNumber = start !== undefined && /^\d{1,8}$/.test(start.trim());
    if (start !== undefined && !isNumber) kept.simplified('ol');
    // Editors put a list within a list beside the entry that it belongs to.
    const isBeside = out.length > 0 && lists.at(-1) === 'list';
    if (isBeside) {
      endRun();
      while (out.at(-1)?.trim() === '') out.pop();
      if (out.at(-1) === '</li>') out.pop();
      else out.push('<li>');
    }
    const end = openBlock(name, { ...attributes, ...(isNumber && { start }) });
    lists.push('list');
    return () => {
      lists.pop();
      end();
      if (isBeside) out.push('</li>');
    };
  };
  const openVerbatim = (name: 'pre' | 'code'): (() => void) => {
    const end = name === 'pre' ? openBlock(name, {}) : undefined;
    verbatim = '';
    return () => {
      const text = verbatim ?? '';
      verbatim = undefined;
      if (!end) {
        if (text.trim() !== '') add('code', text);
        return;
      }
      // A parser leaves out the first line break after the tag.
      out.push(`\n${escapeText(text)}`);
      end();
    };
  };
  const openLink = ({ href = '' }: Attributes): (() => void) => {
    const address = href.trim();
    const isLinkable = linkable.test(address);
    links.push({ link: isLinkable ? { href: address } : undefined, leftOut: isLinkable ? '' : address });
    return () => links.pop();
  };
  const openInLine = (name: string): (() => void) => {
    shifts.push(name === 'strike' || name === 's' ? 'del' : name);
    return () => shifts.pop();
  };
  const openMarked = (name: string, mark: Mark): (() => void) => {
    const end = name === 'dt' ? openBlock('div', {}) : undefined;
    marks.push(mark);
    return () => {
      end?.();
      marks.pop();
    };
  };
  const open = (name: string, attributes: Attributes): (() => void) => {
    if (verbatim !== undefined) {
      if (name === 'br') verbatim += '\n';
      return () => {};
    }
    const mark = markOf[name];
    if (mark) return openMarked(name, mark);
    if (name === 'br' || name === 'img') {
      if (name === 'img') add('image', '', tagOf(name, attributes));
      else if (heading) add('text', ' ');
      else add('break', '', '<br>');
      return () => {};
    }
    if (name === 'a') return openLink(attributes);
    if (['sup', 'sub', 's', 'del', 'strike'].includes(name)) return openInLine(name);
    if (name === 'pre' || name === 'code') return openVerbatim(name);
    if (name === 'ul' || name === 'ol') return openList(name, attributes);
    if (/^h[1-6]$/.test(name) && !heading) return openHeading(name, attributes);
    if (name !== 'li') return openBlock(name, attributes);
    const end = openBlock(name, attributes);
    lists.push('entry');
    return () => {
      lists.pop();
      end();
    };
  };

  const parser = new Parser({
    onopentag: (name, attributes) => ends.push(open(name, attributes)),
    ontext: (text) => {
      if (verbatim === undefined) addText(text);
      else verbatim += text;
    },
    onclosetag: () => ends.pop()?.(),
  });
  parser.end(html);
  endRun();
  return out.join('');
};
