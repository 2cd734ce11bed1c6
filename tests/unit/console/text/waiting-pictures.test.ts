import { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../../console/src/text/parse-text.ts';

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../../console/src/text/waiting-pictures.ts';

/** A text in which a picture is waited for behind a word, once the text has been changed from elsewhere. */
const placeIn = async (before: string, word: string, after: string): Promise<string | undefined> => {
  const { waitingPictures, beginWaiting, endWaiting, keepWaiting } = await import(madeForBrowsers);
  const stateOf = (text: string) => EditorState.create({ doc: parseText(text).doc, plugins: [waitingPictures()] });
  const view = { state: stateOf(before) } as EditorView;
  view.dispatch = (transaction) => {
    view.state = view.state.apply(transaction);
  };
  const textOf = (end: number) => view.state.doc.textBetween(0, end, '|');
  const size = view.state.doc.content.size;
  const pos = Array.from({ length: size }, (_, n) => n).find((n) => textOf(n).endsWith(word)) ?? 0;
  const id = beginWaiting(view, pos, 'a.jpg');
  view.state = keepWaiting(view.state, stateOf(after));
  const at: number | undefined = endWaiting(view, id);
  return at === undefined ? undefined : textOf(at);
};

describe('a picture that is waited for in a text', () => {
  it.each([
    ['before what was changed', 'One.\n\nTwo.', 'One.', 'One.\n\nTwo, and more.', 'One.'],
    ['after what was changed', 'One.\n\nTwo.\n\nThree.', 'Three.', 'One, and more.\n\nThree.', 'One, and more.|Three.'],
    ['after what was taken out', 'One.\n\nTwo.\n\nThree.', 'Three.', 'Three.', 'Three.'],
    ['where the change begins, within it', 'One.\n\nTwo.\n\nThree.', 'Two.', 'One.\n\nThree.', 'One.|T'],
    ['where nothing is left', 'One.', 'One.', '', ''],
  ])('keeps its place %s', async (_, before, word, after, place) => {
    expect(await placeIn(before, word, after)).toBe(place);
  });
});
