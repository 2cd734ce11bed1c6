import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';

/** A place in a text where a picture will be. */
interface Waiting {
  readonly id: object;
  readonly pos: number;
  readonly name: string;
}

type Change = { readonly add: readonly Waiting[] } | { readonly remove: object };

const key = new PluginKey<DecorationSet>('waiting pictures');

const markOf = ({ id, pos, name }: Waiting): Decoration => {
  const element = () => {
    const waiting = document.createElement('span');
    waiting.className = 'waiting-picture';
    waiting.textContent = name;
    return waiting;
  };
  return Decoration.widget(pos, element, { id, name });
};

/** Marks the places in a text where pictures will be once they are uploaded. */
export const waitingPictures = (): Plugin =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => {
        const set = before.map(tr.mapping, tr.doc);
        const change = tr.getMeta(key) as Change | undefined;
        if (!change) return set;
        if ('remove' in change) return set.remove(set.find(undefined, undefined, ({ id }) => id === change.remove));
        return set.add(tr.doc, change.add.map(markOf));
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });

export const beginWaiting = ({ state, dispatch }: EditorView, pos: number, name: string): object => {
  const id = {};
  dispatch(state.tr.setMeta(key, { add: [{ id, pos, name }] } satisfies Change));
  return id;
};

/** Where a picture was waited for; `undefined` where that place is gone. */
export const endWaiting = ({ state, dispatch }: EditorView, id: object): number | undefined => {
  const [found] = key.getState(state)?.find(undefined, undefined, (one) => one.id === id) ?? [];
  dispatch(state.tr.setMeta(key, { remove: id } satisfies Change));
  return found?.from;
};

/**
 * The state of a text that has been changed from elsewhere, with the places of the one before: what stands before and
 * after the changes has moved with its text, and what was within them is where they begin.
 */
export const keepWaiting = (before: EditorState, after: EditorState): EditorState => {
  const marks = key.getState(before)?.find() ?? [];
  if (marks.length === 0) return after;
  const from = before.doc.content.findDiffStart(after.doc.content);
  const end = before.doc.content.findDiffEnd(after.doc.content);
  const placeOf = (pos: number): number => {
    if (from === null || pos <= from) return pos;
    return end && pos >= end.a ? Math.max(from, pos + end.b - end.a) : from;
  };
  const size = after.doc.content.size;
  const add = marks.map(({ from: pos, spec: { id, name } }) => ({ id, name, pos: Math.min(placeOf(pos), size) }));
  return after.apply(after.tr.setMeta(key, { add } satisfies Change));
};
