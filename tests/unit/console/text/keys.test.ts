import fc from 'fast-check';
import { EditorState, Selection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { keys } from '../../../../console/src/text/keys.ts';
import { parseText } from '../../../../console/src/text/parse-text.ts';
import { writeText } from '../../../../console/src/text/write-text.ts';
import { seen } from './seen.ts';

const plugins = keys();

/** Types at the end of a text, letter by letter, as a person does. */
const typed = (text: string, begun = ''): EditorState => {
  let state = EditorState.create({ doc: parseText(begun).doc, plugins });
  state = state.apply(state.tr.setSelection(Selection.atEnd(state.doc)));
  const dispatch = (transaction: Transaction) => {
    state = state.apply(transaction);
  };
  for (const letter of text) {
    const { from, to } = state.selection;
    const view = { state, dispatch, composing: false } as unknown as EditorView;
    const isTaken = plugins.some((plugin) =>
      plugin.props.handleTextInput?.call(plugin, view, from, to, letter, () => state.tr),
    );
    if (!isTaken) dispatch(state.tr.insertText(letter));
  }
  return state;
};

describe('what is typed in the formatted view', () => {
  it.each([
    ['Come and **see it**.', 'Come and **see it**.'],
    ['*Come*, (*all*), **“Sərgi”** and *“Bakı”*', '*Come*, (*all*), **“Sərgi”** and *“Bakı”*'],
    ['**Come *and* see**', '**Come *and* see**'],
    ['## **A day**', '## **A day**'],
    ['- *one*', '- *one*'],
  ])('becomes bold and italic by asterisks: %j', (text, written) => {
    expect(writeText(typed(text).doc)).toBe(written);
  });

  it.each([['2 * 3 * 4'], ['2*3*4'], ['a fee*, a tax*'], ['** nothing **'], ['*'], ['****'], ['a**b**']])(
    'stays as it is: %j',
    (text) => {
      expect(typed(text).doc.textContent).toBe(text);
    },
  );

  it('leaves the asterisks of code alone', () => {
    const { doc } = typed(' b*', '`*a`');
    expect(doc.textContent).toBe('*a b*');
  });

  it('is read as it was seen when it is written, whatever was typed', () => {
    const words = ['söz', '*', '**', ' ', 'a', '. ', '“b”', '## ', '- ', '1. ', '> ', '_', '`', '\\'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 16 }), (all) => {
        const { doc } = typed(all.join(''));
        const written = writeText(doc);
        expect(seen(parseText(written).doc), written).toEqual(seen(doc));
      }),
      { numRuns: 300 },
    );
  });
});
