import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begunContent } from '../../../console/src/events/begun-content.ts';
import { patchBetween } from '../../../console/src/events/content.ts';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { mergePatch } from '../../../shared/model/json/merge-patch.ts';

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
        expect(isSameJson(patch === undefined ? from : mergePatch(from as never, patch as never), to)).toBe(true);
      }),
    );
  });
});

describe('what an address begins', () => {
  const labelled = (slug: string) => ({ slug, label: { en: slug } });
  const site = { categories: [labelled('concerts')], campaigns: [labelled('winter')] };
  const begun = (search: string) => begunContent(new URLSearchParams(search), site);

  it('is of the kind, the section and the campaign that it names', () => {
    expect(begun('kind=event&category=concerts&campaign=winter')).toMatchObject({
      ...{ kind: 'event', category: 'concerts', campaign: 'winter' },
    });
    expect(begun('kind=news').category).toBeUndefined();
  });

  it('has nothing that the site or its kind does not have', () => {
    expect(begun('kind=opera&category=opera&campaign=opera')).toEqual(begun(''));
    expect(begun('kind=page&category=concerts&campaign=winter')).toEqual(begun('kind=page'));
  });
});
