import { InputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import { schema } from './schema.ts';

const { marks } = schema;

/**
 * Words between signs: neither within a word, nor with a space at an end, so that `2 * 3 * 4` and `fee*, tax*` stay as
 * they are typed.
 */
const between = (sign: string): RegExp =>
  new RegExp(String.raw`(^|[^\p{L}\p{N}*])${sign}([^*\s](?:[^*]*[^*\s])?)${sign}$`, 'u');

const markRule = (sign: '*' | '**', type: MarkType): InputRule =>
  new InputRule(
    between(sign.replaceAll('*', String.raw`\*`)),
    (state, [, before = '', words = ''], start, end) => {
      const from = start + before.length;
      const tr = state.tr.delete(from + sign.length + words.length, end).delete(from, from + sign.length);
      return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type);
    },
    // An asterisk of code is no sign.
    { inCodeMark: false },
  );

/**
 * What a person types as in Markdown, `**bold**` and `*italic*`, becomes bold and italic once its last asterisk is
 * typed.
 */
export const markRules: readonly InputRule[] = [markRule('**', marks.strong), markRule('*', marks.em)];
