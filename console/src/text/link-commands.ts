import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './schema.ts';

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
