import { describe, expect, it } from 'vitest';
import { compareContents } from '../../../console/src/history/compare-contents.ts';
import { diffTexts, diffWords } from '../../../console/src/history/diff-texts.ts';

describe('the difference of two texts', () => {
  it('is told by words, in any script, with the spaces as they are', () => {
    expect(diffWords('Rəsm müsabiqəsi başladı.', 'Rəsm müsabiqəsi bitdi.')).toEqual([
      { kind: 'same', text: 'Rəsm müsabiqəsi ' },
      { kind: 'removed', text: 'başladı' },
      { kind: 'added', text: 'bitdi' },
      { kind: 'same', text: '.' },
    ]);
    expect(diffWords('Музей открыт', 'Музей закрыт').slice(1)).toEqual([
      { kind: 'removed', text: 'открыт' },
      { kind: 'added', text: 'закрыт' },
    ]);
  });

  it('leaves paragraphs alone that are the same', () => {
    const paragraphs = (third: string) => `First.\n\nSecond.\n\n${third}\n\nLast.`;
    const passages = diffTexts(paragraphs('The third one.'), paragraphs('The other one.'));
    expect(passages.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
    expect(passages[1]).toMatchObject({ parts: [{ text: 'The ' }, { text: 'third' }, { text: 'other' }, {}] });
  });

  it('has all of both, and takes no long time for texts that have nothing in common', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ');
    const parts = diffTexts(text('a'), text('b')).flatMap((one) => (one.kind === 'changed' ? one.parts : []));
    const side = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map((part) => part.text)
        .join('');
    expect(side('added')).toBe(text('a'));
    expect(side('removed')).toBe(text('b'));
  });
});

describe('the difference of two contents', () => {
  const picture = (uploadId: string, az: string) => ({ uploadId, alt: { az } });

  it('knows pictures by what they are of, wherever they stand', () => {
    const before = { pictures: [picture('A', 'bir'), picture('B', 'iki'), picture('C', 'üç')] };
    const after = { pictures: [picture('N', 'yeni'), picture('A', 'bir'), picture('C', 'üç!'), picture('B', 'iki')] };
    expect(compareContents(before, after).media).toMatchObject([
      { uploadId: 'N', kind: 'added', fields: [{ path: 'alt.az', after: 'yeni' }] },
      { uploadId: 'C', kind: 'kept', fields: [{ path: 'alt.az', before: 'üç', after: 'üç!' }] },
      { uploadId: 'B', kind: 'moved', fields: [] },
    ]);
    expect(compareContents(before, { pictures: [] }).media.map(({ kind }) => kind)).toEqual(Array(3).fill('removed'));
  });

  it('tells fields by their paths, and what came into a list', () => {
    const before = { translations: { az: { title: 'Sərgi' } }, tags: [{ az: 'rəsm' }], category: 'events' };
    const after = {
      translations: { az: { title: 'Sərgi' }, en: { title: 'Show' } },
      tags: [{ az: 'ev' }, { az: 'rəsm' }],
    };
    expect(compareContents(before, after)).toEqual({
      fields: [
        { path: 'translations.en.title', before: undefined, after: 'Show' },
        { path: 'category', before: 'events', after: undefined },
      ],
      lists: [
        {
          path: 'tags',
          items: [
            { kind: 'added', value: { az: 'ev' } },
            { kind: 'same', value: { az: 'rəsm' } },
          ],
        },
      ],
      media: [],
    });
  });
});
