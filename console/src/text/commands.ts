import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, Node, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { findWrapping } from 'prosemirror-transform';
import { schema } from './schema.ts';

const { nodes } = schema;

/** Whether all that is selected, or what is typed next, has a mark. */
export const hasMark = ({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean => {
  const { empty, $from, from, to } = selection;
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, type);
};

/** The nearest of some kinds of blocks around the selection. */
export const blockAround = ({ selection: { $from } }: EditorState, types: readonly NodeType[]): Node | undefined => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return node;
  }
  return undefined;
};

export const listTypes = [nodes.bullet_list, nodes.ordered_list];

/** Makes a list of paragraphs, changes its kind, or ends it. */
export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch, view) => {
    const list = blockAround(state, listTypes);
    if (!list) return wrapInList(type)(state, dispatch, view);
    if (list.type === type) return liftListItem(nodes.list_item)(state, dispatch, view);
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth) !== list) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { tight: list.attrs.tight }));
    }
    return true;
  };

/** Makes a quotation of paragraphs, or ends it. */
export const toggleQuotation: Command = (state, dispatch, view) =>
  blockAround(state, [nodes.blockquote])
    ? lift(state, dispatch, view)
    : wrapIn(nodes.blockquote)(state, dispatch, view);

/** The kind of the paragraph at the selection: the level of a heading, 0, or code. */
export const styleOf = ({ selection: { $from } }: EditorState): number | 'code' =>
  $from.parent.type === nodes.code_block ? 'code' : $from.parent.type === nodes.heading ? $from.parent.attrs.level : 0;

export const setStyle = (level: number): Command =>
  level === 0 ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level });

export const toggle = (type: MarkType): Command => toggleMark(type);

const cell = (type: NodeType): Node => type.createAndFill() as Node;

/** A table of two columns and two rows below its head. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const row = (type: NodeType) => nodes.table_row.create(null, [cell(type), cell(type)]);
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  const { $from } = state.selection;
  const isPlaced =
    $from.parent.isTextblock && $from.node(-1).canReplaceWith($from.indexAfter(-1), $from.indexAfter(-1), nodes.table);
  if (!isPlaced) return false;
  if (dispatch) {
    const isEmpty = $from.parent.type === nodes.paragraph && $from.parent.content.size === 0;
    const at = isEmpty ? $from.before() : $from.after();
    const tr = isEmpty ? state.tr.replaceWith(at, $from.after(), table) : state.tr.insert(at, table);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};

/** Inserts a picture at a position: in a paragraph of its own, where there may be one. */
export const insertPicture =
  (attrs: { src: string; alt: string; title: string }, pos?: number): Command =>
  (state, dispatch) => {
    const image = nodes.image.create(attrs);
    const $pos = pos === undefined ? state.selection.$to : state.doc.resolve(pos);
    const { parent } = $pos;
    const tr = state.tr;
    let at = $pos.pos;
    if (parent.type === nodes.cell_text) tr.insert(at, image);
    else if (parent.type === nodes.code_block) return false;
    else if (parent.isTextblock && parent.content.size > 0) {
      at = $pos.after() + 1;
      tr.insert($pos.after(), nodes.paragraph.create(null, image));
    } else if (parent.isTextblock) tr.insert(at, image);
    else {
      tr.insert(at, nodes.paragraph.create(null, image));
      at += 1;
    }
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView());
    return true;
  };

/** The picture that is selected, and where it is. */
export const selectedPicture = ({ selection }: EditorState): { node: Node; pos: number } | undefined =>
  selection instanceof NodeSelection && selection.node.type === nodes.image
    ? { node: selection.node, pos: selection.from }
    : undefined;

/** The link at the selection: its address, and from where to where it reaches. */
export const linkAround = (state: EditorState): { href: string; from: number; to: number } | undefined => {
  const { $from, from, to, empty } = state.selection;
  const mark = schema.marks.link.isInSet($from.marks()) ?? schema.marks.link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return undefined;
  if (!empty) return { href: mark.attrs.href, from, to };
  let start = $from.start();
  let found: { from: number; to: number } | undefined;
  let run: { from: number; to: number } | undefined;
  for (const child of $from.parent.children) {
    const end = start + child.nodeSize;
    if (mark.isInSet(child.marks)) run = { from: run?.from ?? start, to: end };
    else run = undefined;
    if (run && run.from <= from && from <= run.to) found = run;
    start = end;
  }
  return found && { href: mark.attrs.href, ...found };
};

/** Sets a link on what is selected or on the link around it; where nothing is, words are inserted with it. */
export const setLink =
  (href: string, words: string): Command =>
  (state, dispatch) => {
    const { from, to } = linkAround(state) ?? state.selection;
    const mark = schema.marks.link.create({ href });
    const tr = state.tr;
    if (from === to) tr.insert(from, schema.text(words || href, [...state.selection.$from.marks(), mark]));
    else tr.removeMark(from, to, schema.marks.link).addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(schema.marks.link).scrollIntoView());
    return true;
  };

export const removeLink: Command = (state, dispatch) => {
  const link = linkAround(state);
  if (link) dispatch?.(state.tr.removeMark(link.from, link.to, schema.marks.link));
  return link !== undefined;
};

/** Whether paragraphs at the selection can become part of something. */
export const canWrap = ({ selection: { $from, $to } }: EditorState, type: NodeType): boolean => {
  const range = $from.blockRange($to);
  return range !== null && findWrapping(range, type) !== null;
};
