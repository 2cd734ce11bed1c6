import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, mergeContents, patchBetween, withValue } from '../../../console/src/events/content.ts';
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

/** Paths at which a person may write, with what is written there. */
const edit = fc.oneof(
  fc.tuple(fc.constant(['category'] as string[]), text),
  fc.tuple(fc.tuple(fc.constant('translations'), word, fc.constantFrom('title', 'body')), text),
  fc.tuple(fc.constant(['pictures'] as string[]), fc.constantFrom<unknown[]>([], [{ uploadId: 'z', alt: {} }])),
);
const edits = fc.array(edit, { minLength: 10, maxLength: 10 });

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], value);

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

describe('what two people have written of the same event', () => {
  it('is lost of neither: every edit is in the result, or named with that of the other', () => {
    fc.assert(
      fc.property(content, edits, edits, (base, mine, theirs) => {
        const apply = (made: typeof mine) => made.reduce((now, [path, value]) => withValue(now, path, value), base);
        const [my, their] = [apply(mine), apply(theirs)];
        const { merged, conflicts } = mergeContents(base, my, their);
        for (const [path] of [...mine, ...theirs]) {
          const [was, one, other, now] = [base, my, their, merged].map((value) => valueAt(value, path));
          const named = conflicts.find((conflict) => conflict.path.every((part, n) => part === path[n]));
          if (named) continue;
          if (isSame(was, one)) expect(now).toEqual(other);
          else if (isSame(was, other) || isSame(one, other)) expect(now).toEqual(one);
          else expect.unreachable(`${path.join('.')} was changed by both, and nobody is asked`);
        }
        for (const { path, mine: kept, theirs: offered } of conflicts) {
          expect(valueAt(my, path)).toEqual(kept);
          expect(valueAt(their, path)).toEqual(offered);
        }
      }),
    );
  });
});
