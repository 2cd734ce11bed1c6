import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';

type Change = { readonly add: { id: object; pos: number; name: string } } | { readonly remove: object };

const key = new PluginKey<DecorationSet>('waiting pictures');

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
        const { id, pos, name } = change.add;
        const element = () => {
          const waiting = document.createElement('span');
          waiting.className = 'waiting-picture';
          waiting.textContent = name;
          return waiting;
        };
        return set.add(tr.doc, [Decoration.widget(pos, element, { id })]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });

export const beginWaiting = ({ state, dispatch }: EditorView, pos: number, name: string): object => {
  const id = {};
  dispatch(state.tr.setMeta(key, { add: { id, pos, name } }));
  return id;
};

/** Where a picture was waited for; `undefined` where that place is gone. */
export const endWaiting = ({ state, dispatch }: EditorView, id: object): number | undefined => {
  const [found] = key.getState(state)?.find(undefined, undefined, (one) => one.id === id) ?? [];
  dispatch(state.tr.setMeta(key, { remove: id }));
  return found?.from;
};
