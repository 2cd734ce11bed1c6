import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightsIn } from '../../../../shared/model/text/search-highlights.ts';
import { termsOf, wantedTerms } from '../../../../shared/model/text/search-terms.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

/** The text with what was found in brackets. */
const marked = (text: string, q: string): string => {
  let [shown, from] = ['', 0];
  for (const { start, end } of highlightsIn(text, wantedTerms(q))) {
    shown += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return shown + text.slice(from);
};

describe('what a search has found in a text', () => {
  it.each([
    ['Sərgi və SƏRGİLƏR', 'sergi', '[Sərgi] və [SƏRGİ]LƏR'],
    ['IĞDIR İstanbul ışıq', 'ist igd isi', '[IĞD]IR [İst]anbul [ışı]q'],
    ['I\u0307stanbul', 'is', '[I\u0307s]tanbul'],
    ['Рисунки и рисование', 'РИСУН', '[Рисун]ки и рисование'],
    ['Ёлка, ёж, Йод', 'елка йо', '[Ёлка], ёж, [Йо]д'],
    ['cafe\u0301s and café', 'cafe', '[cafe\u0301]s and [café]'],
    ['Straße STRASSE', 'stras', '[Straß]e [STRAS]SE'],
    ['ﬁne ﬁ', 'f', '[ﬁ]ne [ﬁ]'],
    ['№5 məktəb', '№ 5', '№[5] məktəb'],
    ['Bakı’nın uşaqları', 'bakinin', '[Bakı’nın] uşaqları'],
    ['Ba\u00ADkı \u{1F3A8}rəsm\u{1F3A8}', 'baki res', '[Ba\u00ADkı] \u{1F3A8}[rəs]m\u{1F3A8}'],
    ['𝐑əsm ① Ｆull', 'resm 1 fu', '[𝐑əsm] [①] [Ｆu]ll'],
    ['https://example.org/sergi sərgi', 'sergi', 'https://example.org/sergi [sərgi]'],
    ['resmi', 'esm', 'resmi'],
    ['½ il', '1 2', '[½] il'],
    [`${'a'.repeat(30)} b`, 'a'.repeat(40), `[${'a'.repeat(24)}]aaaaaa b`],
  ])('of %s by %s', (text, q, expected) => expect(marked(text, q)).toBe(expected));

  const text = fc.array(
    fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 12 }),
      fc.constantFrom(
        'İ',
        'ı',
        'I',
        'i\u0307',
        'Ə',
        'ß',
        'ﬁ',
        'ŉ',
        '’',
        '\u0301',
        '\u00AD',
        '\u{1F468}\u200D\u{1F3A8}',
        '½',
        'ΟΔΟΣ',
        'й',
        '가',
        ' ',
      ),
      fc.constantFrom('www.a.az ', 'Bakı’nın', 'Sərgi', 'Straße', 'рисунок'),
    ),
    { maxLength: 12 },
  );

  it('folds to the words that begin with what was searched for, and misses none of them', () =>
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 24 }), (parts, which, length) => {
        const whole = parts.join('');
        const words = termsOf(whole);
        const term = [...(words[which % Math.max(words.length, 1)] ?? 'x')].slice(0, length).join('');
        const found = highlightsIn(whole, [term]).map(({ start, end }) => whole.slice(start, end));
        for (const slice of found) {
          // Of a first character that is more than one word, such as ½ and ↉, any of them may have been found.
          const [first = ''] = slice;
          const inside = termsOf(slice).slice(0, Math.max(1, termsOf(first).length));
          expect(
            inside.some((word) => word.startsWith(term)),
            JSON.stringify([whole, term, slice]),
          ).toBe(true);
        }
        expect(found.length > 0).toBe(words.some((word) => word.startsWith(term)));
      }),
      { numRuns: 500 },
    ));

  it('never cuts a character, and never overlaps', () =>
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom('s', 'b', 'ser', 'i', 'f', 'р', '1'), { maxLength: 4 }),
        (parts, terms) => {
          const whole = parts.join('');
          let from = 0;
          for (const { start, end } of highlightsIn(whole, terms)) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            for (const edge of [start, end])
              expect(whole.slice(edge - 1, edge + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/);
            from = end;
          }
        },
      ),
    ));
});
