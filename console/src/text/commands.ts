import { lift, setBlockType, wrapIn } from 'prosemirror-commands';
import type { MarkType, Node, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { schema } from './schema.ts';

const { nodes } = schema;

/** Whether some of what is selected, or what is typed next, has a mark. */
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
