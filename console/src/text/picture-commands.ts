import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import { schema } from './schema.ts';

const { nodes } = schema;

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
