import fc from 'fast-check';
import { splitBlock, toggleMark } from 'prosemirror-commands';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { describe, expect, it } from 'vitest';
import { insertTable, setStyle, toggleList, toggleQuotation } from '../../../../console/src/text/commands.ts';
import { setLink } from '../../../../console/src/text/link-commands.ts';
import { parseText } from '../../../../console/src/text/parse-text.ts';
import { schema } from '../../../../console/src/text/schema.ts';
import { writeText } from '../../../../console/src/text/write-text.ts';
import { seen } from './seen.ts';

const { marks, nodes } = schema;

const begun = [
  'Bir\n\n- a\n- b\n\n1. c\n   - d\n\n> e\n\n| f | g |\n|---|---|\n| h | i |\n\n## j\n\n**k** l',
  '* a\n* b\n\n+ c\n\n    code\n\n   indented\n\n```\nopen to the end',
  'a\nb\n![p](upload:01J1YQ4T7P8S5Q2N6M9R3V0W1X)\nc',
];

const commands: readonly Command[] = [
  ...[
    toggleMark(marks.strong),
    toggleMark(marks.em),
    toggleMark(marks.code),
    setLink('https://example.az/a_b(c)', 'w'),
  ],
  ...[toggleList(nodes.bullet_list), toggleList(nodes.ordered_list), toggleQuotation, insertTable],
  ...[setStyle(2), setStyle(0), splitBlock],
];

const words = ['söz', '*', '**', '_', '`', '[x](y)', '![', '- ', '# ', '1. ', '> ', '|', '\\', '&amp;', '<b>'].concat([
  ' ',
  '   ',
  '“a”',
  '.',
  '~~~',
  '```',
  '---',
  '===',
  '+',
  ':',
  '!',
  '[',
  ']:',
  '\u00a0',
]);

describe('a text that was changed', () => {
  it('is read as it was seen when it was written, whatever was typed and done', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(20), fc.constantFrom(...words)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...begun), steps, (text, all) => {
        const { doc, sources } = parseText(text);
        let state = EditorState.create({ doc, plugins: [tableEditing()] });
        for (const [from, to, n, word] of all) {
          const { size } = state.doc.content;
          const end = to % 3 === 0 ? to : from;
          const places = [from, end].map((place) => state.doc.resolve(place % size));
          const [anchor = state.selection.$from, head = anchor] = places;
          state = state.apply(state.tr.setSelection(TextSelection.between(anchor, head)));
          const command = commands[n];
          if (!command) state = state.apply(state.tr.insertText(word));
          command?.(state, (transaction) => {
            state = state.apply(transaction);
          });
        }
        for (const written of [writeText(state.doc, sources), writeText(state.doc)])
          expect(seen(parseText(written).doc), written).toEqual(seen(state.doc));
      }),
      { numRuns: 400 },
    );
  });

  it('is one code where a blank before it has lost its emphasis', () => {
    const [code, strong] = [marks.code.create(), marks.strong.create()];
    const src = 'upload:01J1YQ4T7P8S5Q2N6M9R3V0W1X';
    const heading = nodes.heading.create({ level: 2 }, [
      schema.text('söza b ', [code, strong]),
      nodes.image.create({ src, alt: 'p' }, null, [strong]),
      nodes.softbreak.create(null, null, [code, strong]),
      schema.text('c', [code]),
    ]);
    const doc = nodes.doc.create(null, [heading]);
    const written = writeText(doc);
    expect(written.trim()).toBe(`## **\`söza b \`![p](${src})**\` c\``);
    expect(seen(parseText(written).doc)).toEqual(seen(doc));
  });

  it.each([
    'Write to info@example.az, or see https://example.az/a_b and www.example.az.',
    'Code `<info@example.az>` stays, and so does [ours](mailto:info@example.az).',
    'What [www.example.az](https://example.az) leads to is not what it says.',
    'Write to <info@example.az>, see <https://example.az> or [info@example.az](mailto:info@example.az).',
    'See [www.example.az](https://www.example.az) and [https://example.az](https://example.az).',
    'Of <info@example.az>lı and info@example.az and **press@example.az**.',
    '- <info@example.az>\n- [press@example.az](mailto:press@example.az)',
  ])('leaves addresses as they were typed: %s', (text) => {
    expect(writeText(parseText(text).doc)).toBe(text);
  });
});
