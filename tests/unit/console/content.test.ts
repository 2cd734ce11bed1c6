import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchBetween } from '../../../console/src/events/content.ts';
import { isSame } from '../../../console/src/merge/is-same.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';

const word = fc.constantFrom('a', 'b', 'c', 'd');
const text = fc.constantFrom(undefined, 'one', 'two', 'three', 'four');
const content = fc.record({
  category: text,
  pictures: fc.array(fc.record({ uploadId: word, alt: fc.dictionary(word, fc.constantFrom('x', 'y')) }), {
    maxLength: 3,
  }),
  translations: fc.dictionary(word, fc.record({ title: text, body: text })),
});

describe('a patch between two contents', () => {
  it('makes the one of the other', () => {
    fc.assert(
      fc.property(content, content, (from, to) => {
        const patch = patchBetween(from, to);
        expect(isSame(patch === undefined ? from : mergePatch(from as never, patch as never), to)).toBe(true);
      }),
    );
  });
});
