import type { Node } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';
import { useSyncExternalStore } from 'react';

/** A picture of a text on the screen. */
interface PictureView {
  readonly key: number;
  readonly dom: HTMLElement;
  readonly node: Node;
  /** Where it stands in the document; `undefined` where it is gone. */
  readonly pos: () => number | undefined;
}

let count = 0;

/** The pictures of a text: ProseMirror says where they are, and React draws them there. */
export class PictureViews {
  #all: readonly PictureView[] = [];
  readonly #listeners = new Set<() => void>();

  #set(all: readonly PictureView[]): void {
    this.#all = all;
    for (const listener of this.#listeners) listener();
  }

  readonly make: NodeViewConstructor = (node, _view, pos) => {
    count += 1;
    const key = count;
    const dom = document.createElement('span');
    dom.className = 'picture-in-text';
    this.#set([...this.#all, { key, dom, node, pos }]);
    return {
      dom,
      update: (after) => {
        if (after.type !== node.type) return false;
        this.#set(this.#all.map((one) => (one.key === key ? { ...one, node: after } : one)));
        return true;
      },
      destroy: () => this.#set(this.#all.filter((one) => one.key !== key)),
      // Its button is the button's own; and what React draws in it is no change of the text.
      stopEvent: ({ target }) => target instanceof Element && target.closest('button') !== null,
      ignoreMutation: () => true,
    };
  };

  readonly #subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly useAll = (): readonly PictureView[] => useSyncExternalStore(this.#subscribe, () => this.#all);
}
