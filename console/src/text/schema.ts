import { type Attrs, type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/** The levels of headings; the title of the page is the one of level 1. */
export const headingLevels = [2, 3, 4] as const;

/** What is asked of elements. Tests read texts where there is no document. */
interface PastedElement {
  getAttribute(name: string): string | null;
  querySelector(selector: string): unknown;
}

const alignments = ['left', 'center', 'right'];

const alignmentOf = (dom: PastedElement): string | null => {
  const align = dom.getAttribute('align') ?? '';
  return alignments.includes(align) ? align : null;
};

const isTight = (dom: PastedElement): boolean => dom.querySelector(':scope > li > p') === null;

const list = (
  tag: 'ul' | 'ol',
  attrs: NonNullable<NodeSpec['attrs']>,
  read: (dom: PastedElement) => Attrs,
): NodeSpec => ({
  group: 'block',
  content: 'list_item+',
  attrs: { tight: { default: true }, ...attrs },
  parseDOM: [{ tag, getAttrs: (dom) => ({ tight: isTight(dom), ...read(dom) }) }],
  toDOM: ({ attrs: { start } }): DOMOutputSpec => [tag, start === undefined || start === 1 ? {} : { start }, 0],
});

const { table, table_row, table_cell, table_header } = tableNodes({
  tableGroup: 'block',
  cellContent: 'cell_text',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: alignmentOf,
      setDOMAttr: (align, attrs) => {
        if (align) attrs.align = align;
      },
    },
  },
});

/**
 * What a text can hold: what readers see of CommonMark with tables, and no more. A break within a paragraph of the
 * source (`softbreak`) is a space to readers, and kept.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 2 } },
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: ({ attrs }) => [`h${attrs.level}`, 0],
    },
    blockquote: {
      group: 'block',
      content: 'block+',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    bullet_list: list('ul', {}, () => ({})),
    ordered_list: list('ol', { start: { default: 1 } }, (dom) => ({ start: Number(dom.getAttribute('start') ?? 1) })),
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    code_block: {
      group: 'block',
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      attrs: { info: { default: '' } },
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: () => ['pre', ['code', 0]],
    },
    horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    ...{ table, table_row, table_cell, table_header },
    cell_text: {
      content: '(text | image)*',
      parseDOM: [{ tag: 'p', context: 'table_cell/|table_header/' }],
      toDOM: () => ['p', 0],
    },
    text: { group: 'inline' },
    image: {
      group: 'inline',
      inline: true,
      draggable: true,
      attrs: { src: {}, alt: { default: '' }, title: { default: '' } },
      // Pictures of other sites are not taken over from what is pasted: readers would get links to them.
      parseDOM: [
        {
          tag: 'img[src^="upload:"]',
          getAttrs: (dom) => ({
            src: dom.getAttribute('src'),
            alt: dom.getAttribute('alt') ?? '',
            title: dom.getAttribute('title') ?? '',
          }),
        },
      ],
      toDOM: ({ attrs }) => ['img', { ...attrs }],
    },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
      leafText: () => '\n',
    },
    softbreak: {
      group: 'inline',
      inline: true,
      selectable: false,
      toDOM: () => ['span', { class: 'softbreak' }, ' '],
      leafText: () => ' ',
    },
  },
  marks: {
    link: {
      // `form` is how it was written: `words` in brackets, an address in `angles` or `bare`; null where it was made in
      // the formatted view.
      attrs: { href: {}, title: { default: '' }, form: { default: null } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => ({ href: dom.getAttribute('href'), title: dom.getAttribute('title') ?? '' }),
        },
      ],
      toDOM: ({ attrs: { href, title } }) => ['a', { href, ...(title && { title }) }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});
